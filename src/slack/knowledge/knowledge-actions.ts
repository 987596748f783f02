import type { AskedQuestion, QuestionId } from "../../desk/asked-question.ts";
import type { QuestionStore } from "../../desk/ports.ts";
import type { Answer, Missing } from "../../knowledge/answer.ts";
import { fieldIn } from "../app/fields.ts";
import { againButton } from "../app/make-turn.ts";
import type { ActionTable, Click, FormTable } from "../app/turn.ts";
import { input, modal, writing } from "../blocks/inputs.ts";
import { answerNotice } from "./answer-notices.ts";
import { choose } from "./choose.ts";
import { isPrivate } from "./is-private.ts";
import type { KnowledgeDoor } from "./knowledge-door.ts";
import type { ProjectAnswer } from "./plan-of-project.ts";
import { languagesView, proofView } from "./proof-view.ts";
import { renderAnswer } from "./render-answer.ts";
import { renderAskBack } from "./render-ask-back.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { People } from "../identity/people.ts";
import { wishReader } from "../moment/wish-reader.ts";

type Needs = {
  readonly knowledge: KnowledgeDoor;
  readonly questions: QuestionStore<Answer>;
  readonly people: Pick<People, "known">;
  readonly now: Clock;
};

/** The buttons of answers and of questions back. */
export function knowledgeActions(needs: Needs): ActionTable {
  return {
    "knowledge.choose": onChoice(needs),
    "knowledge.proof": onQuestion(needs, async (click, question) => {
      const proofs = needs.knowledge.proofOf(question.answer);
      await click.open(proofView(proofs, click.text), again(click));
    }),
    "knowledge.languages": onQuestion(needs, async (click, { ...question }) => {
      const { words, answer } = question;
      const others = needs.knowledge.inOtherLanguages({ words, known: answer.topic }, answer);
      await click.open(languagesView(question, others, click.text), again(click));
    }),
    "knowledge.change": onChange(needs),
    "knowledge.feedback": onFeedback(needs),
  };
}

const again = ({ text, action, value }: Click) => againButton(text, action, value);

const isMissing = (text: string): text is Missing =>
  ["plan", "environment", "product", "action"].includes(text);

/** The question a button belongs to. */
export async function questionOf(
  { questions }: Pick<Needs, "questions">,
  value: string,
): Promise<AskedQuestion<Answer> | undefined> {
  return /^Q-\d+$/.test(value) ? questions.get(value as QuestionId) : undefined;
}

type Does = (click: Click, question: AskedQuestion<Answer>) => Promise<void>;

const onQuestion =
  (needs: Needs, does: Does) =>
  async (click: Click): Promise<void> => {
    await click.ack();
    const question = await questionOf(needs, click.value);
    if (question === undefined) return click.tell(click.text.app.oldControl);
    await does(click, question);
  };

/** A choice below a question back. The second one changes nothing, and whoever clicked is told. */
const onChoice =
  (needs: Needs) =>
  async (click: Click): Promise<void> => {
    const { value, variant, person, text, tell, ack } = click;
    const [field = "", choice = ""] = variant.split(":");
    const question = await questionOf(needs, value);
    const chosen =
      question === undefined || !isMissing(field)
        ? undefined
        : await choose(needs, question, { field, value: choice, by: person });
    await ack();
    if (chosen === undefined) return tell(text.knowledge.alreadyChosen);
    if (isPrivate(chosen)) await tell(renderPrivate(needs, chosen));
  };

const renderPrivate = (needs: Needs, question: AskedQuestion<Answer>) =>
  question.answer.kind === "ask-back"
    ? renderAskBack(question)
    : renderAnswer(question, wishReader(needs, question));

/** *Change*: the plan that was assumed is asked for, in place of the answer. */
const onChange =
  (needs: Needs) =>
  async (click: Click): Promise<void> => {
    const question: AskedQuestion<ProjectAnswer> | undefined = await questionOf(needs, click.value);
    const changed =
      question?.answer.planOf === undefined ? undefined : await askForPlan(needs, question);
    await click.ack();
    if (changed === undefined) return click.tell(click.text.knowledge.alreadyChosen);
    if (isPrivate(changed)) await click.tell(renderPrivate(needs, changed));
  };

function askForPlan(
  { knowledge, questions }: Needs,
  question: AskedQuestion<Answer>,
): Promise<AskedQuestion<Answer> | undefined> {
  const { id, version, words, locale } = question;
  const { plan: _assumed, ...known } = question.answer.topic;
  const answer = knowledge.answer({ words, locale, known });
  const shown = isPrivate(question) ? [] : [answerNotice(question, id, version + 1)];
  return questions.change(id, version, { answer }, shown);
}

/** The last click wins. *Did not help* asks why. */
const onFeedback =
  (needs: Needs) =>
  async (click: Click): Promise<void> => {
    const [side = "", id = ""] = click.value.split(":");
    const question = await questionOf(needs, id);
    if (question === undefined) {
      await click.ack();
      return click.tell(click.text.app.oldControl);
    }
    const helped = side === "up";
    await keepFeedback(needs, question.id, { helped });
    await click.ack();
    if (!helped) await click.open(reasonForm(question.id, click));
    else if (isPrivate(question)) await click.tell(click.text.knowledge.noted);
  };

type Feedback = NonNullable<AskedQuestion<Answer>["feedback"]>;

const TRIES = 3;

/** Somebody else may change the question at the same time: read and try again. */
async function keepFeedback(
  { questions }: Pick<Needs, "questions">,
  id: QuestionId,
  feedback: Feedback,
): Promise<void> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const question = await questions.get(id);
    if (question === undefined) return;
    const { version } = question;
    const shown = isPrivate(question) ? [] : [answerNotice(question, id, version + 1)];
    if ((await questions.change(id, version, { feedback }, shown)) !== undefined) return;
  }
}

const reasonForm = (id: string, { text }: Click) =>
  modal({
    callback: "knowledge.feedback",
    title: text.knowledge.feedbackTitle,
    submit: text.knowledge.send,
    close: text.app.cancel,
    metadata: id,
    blocks: [
      input("words", text.knowledge.feedbackLabel, writing({ lines: true, max: 2_000 }), {
        optional: true,
      }),
    ],
  });

/** Why an answer did not help. */
export function knowledgeForms(needs: Needs): FormTable {
  return {
    "knowledge.feedback": async ({ view, ack }) => {
      const question = await questionOf(needs, view.metadata);
      const reason = fieldIn(view.fields, "words");
      if (question !== undefined && reason !== undefined) {
        await keepFeedback(needs, question.id, { helped: false, reason });
      }
      await ack();
    },
  };
}
