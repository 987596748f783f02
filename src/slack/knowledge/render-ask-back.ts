import type { types } from "@slack/bolt";
import type { AskedQuestion } from "../../desk/asked-question.ts";
import type { Answer, Missing } from "../../knowledge/answer.ts";
import type { Message } from "../blocks/elements.ts";
import { actions, button, section } from "../blocks/elements.ts";
import { textIn } from "../text/text-in.ts";
import type { Text } from "../text/text.ts";

/** What was chosen, and who chose it. */
export type Chosen = { readonly by: string; readonly value: string };

/** One question back, with buttons; after the choice the same message shows it and has none. */
export function renderAskBack(question: AskedQuestion<Answer>, chosen?: Chosen): Message {
  const { answer, id, locale } = question;
  const text = textIn(locale);
  const [field = "plan"] = answer.askBack ?? [];
  const asked = askedText(field, text);
  if (chosen !== undefined) {
    const line = text.knowledge.chosen(`<@${chosen.by}>`, choiceName(chosen.value, text));
    return { text: line, blocks: [section("ask", line)] };
  }
  return {
    text: asked,
    blocks: [section("ask", asked), actions("choose", choiceButtons(answer, field, id, text))],
  };
}

const askedText = (field: Missing, { knowledge }: Text): string => knowledge.askBack[field];

function choiceButtons(answer: Answer, field: Missing, id: string, text: Text): types.Button[] {
  const choices = (answer.choices ?? []).filter((one) => one.field === field);
  const values = [...choices.map((one) => one.value).filter((one) => one !== "unknown"), "unknown"];
  return values
    .slice(0, 8)
    .map((value) =>
      button(`knowledge.choose:${field}:${value}`, choiceName(value, text), { value: id }),
    );
}

/** What a choice is called; a value without a name of ours is shown as it is. */
function choiceName(value: string, { knowledge }: Text): string {
  const names: Readonly<Record<string, string>> = knowledge.choice;
  return names[value] ?? value;
}
