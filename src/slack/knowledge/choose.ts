import type { Answer, Missing, Topic } from "../../knowledge/answer.ts";
import type { AskedQuestion } from "../../desk/asked-question.ts";
import type { QuestionStore } from "../../desk/ports.ts";
import { userOf } from "../../kernel/ids.ts";
import type { PersonId } from "../../kernel/ids.ts";
import { ENVIRONMENTS, PLANS, PRODUCTS } from "../../kernel/product.ts";
import { answerNotice, askBackNotice } from "./answer-notices.ts";
import { afterAskBack } from "./asked-back.ts";
import { isPrivate } from "./is-private.ts";
import type { KnowledgeDoor } from "./knowledge-door.ts";
import type { Said } from "./said.ts";

type Needs = {
  readonly knowledge: KnowledgeDoor;
  readonly questions: QuestionStore<Answer>;
};

type Choice = { readonly field: Missing; readonly value: string; readonly by: PersonId };

/** Settles what was asked back; undefined where somebody has settled it already. */
export async function choose(
  { knowledge, questions }: Needs,
  question: AskedQuestion<Answer>,
  { field, value, by }: Choice,
): Promise<AskedQuestion<Answer> | undefined> {
  if (question.answer.kind !== "ask-back") return undefined;
  const answer = afterAskBack(answerWith(knowledge, question, field, value));
  const { id, version } = question;
  const chosen = { by: userOf(by), field, value };
  const next =
    answer.kind === "ask-back"
      ? {
          ...askBackNotice(question, id, version + 1),
          slot: `ask-back:${id}:${version + 1}`,
          idem: `ask-back:${id}:${version + 1}:next`,
        }
      : answerNotice(question, id, version + 1);
  // What one person alone was asked, nobody else reads.
  const shown = isPrivate(question) ? [] : [askBackNotice(question, id, version + 1, chosen), next];
  return questions.change(id, version, { answer }, shown);
}

function answerWith(
  knowledge: KnowledgeDoor,
  question: AskedQuestion<Answer>,
  field: Missing,
  value: string,
): Answer {
  const settled = topicWith(field, value);
  const { words, locale, answer } = question;
  // "I am not sure": every verdict it may be comes side by side.
  return settled === undefined
    ? knowledge.answer({ words, locale, known: answer.topic, unsure: [field] })
    : knowledge.answer({ words, locale, known: { ...answer.topic, ...settled } });
}

function topicWith(field: Missing, value: string): Topic | undefined {
  const plan = PLANS.find((one) => one === value);
  const environment = ENVIRONMENTS.find((one) => one === value);
  const product = PRODUCTS.find((one) => one === value);
  if (field === "plan" && plan !== undefined) return { plan };
  if (field === "environment" && environment !== undefined) return { environment };
  if (field === "product" && product !== undefined) return { product };
  return field === "action" && value !== "unknown" ? { action: value } : undefined;
}

/** Words this short are an answer to what was asked back, not a question of their own. */
const SHORT = 40;

/** A reply typed below a question back settles it like a click. False: it is something else. */
export async function settleByWords(
  needs: Needs,
  said: Said,
  last: AskedQuestion<Answer> | undefined,
): Promise<boolean> {
  const field = last?.answer.askBack?.[0];
  if (last === undefined || last.answer.kind !== "ask-back" || field === undefined) return false;
  if (said.words.length > SHORT || said.words.includes("?")) return false;
  const heard = needs.knowledge.answer({ words: said.words, fallbackLocale: last.locale });
  const value = heard.topic[field];
  if (value === undefined) return false;
  return (await choose(needs, last, { field, value, by: said.person })) !== undefined;
}
