import type { AskedQuestion, QuestionId } from "../../desk/asked-question.ts";
import type { QuestionStore } from "../../desk/ports.ts";
import type { Answer, Missing } from "../../knowledge/answer.ts";
import type { ActionTable, Click } from "../app/turn.ts";
import { choose } from "./choose.ts";
import type { KnowledgeDoor } from "./knowledge-door.ts";

type Needs = {
  readonly knowledge: KnowledgeDoor;
  readonly questions: QuestionStore<Answer>;
};

/** The buttons of answers and of questions back. */
export function knowledgeActions(needs: Needs): ActionTable {
  return { "knowledge.choose": onChoice(needs) };
}

const isMissing = (text: string): text is Missing =>
  ["plan", "environment", "product", "action"].includes(text);

export async function questionOf(
  { questions }: Pick<Needs, "questions">,
  value: string,
): Promise<AskedQuestion<Answer> | undefined> {
  return /^Q-\d+$/.test(value) ? questions.get(value as QuestionId) : undefined;
}

/** A choice below a question back. The second one changes nothing, and whoever clicked is told. */
const onChoice =
  (needs: Needs) =>
  async ({ value, variant, person, text, tell, ack }: Click): Promise<void> => {
    const [field = "", choice = ""] = variant.split(":");
    const question = await questionOf(needs, value);
    const chosen =
      question === undefined || !isMissing(field)
        ? undefined
        : await choose(needs, question, { field, value: choice, by: person });
    await ack();
    if (chosen === undefined) await tell(text.knowledge.alreadyChosen);
  };
