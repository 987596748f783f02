import type { Answer } from "../answer.ts";
import { unexplained } from "../question/unexplained.ts";
import type { Thought } from "./thought.ts";

const MOST_NAMED = 4;

/**
 * A yes that rests on words nobody has understood is not given: the rule is quoted in its place, with
 * the words that leave the doubt. Every other answer stays as it is.
 */
export function careful(answer: Answer, { question, texts }: Thought): Answer {
  if (answer.verdict !== "yes") return answer;
  const isWish = answer.kind === "restore-request";
  const words = unexplained(question, answer.topic.action ?? "", isWish);
  if (words.length === 0) return answer;
  const { verdict: _yes, ...rest } = answer;
  const doubt = texts.notUnderstood(words.slice(0, MOST_NAMED).join(" "));
  if (isWish) return { ...rest, verdicts: [] };
  const text = [texts.passages, ...answer.verdicts.map((one) => one.text)].join("\n");
  return { ...rest, kind: "passages", verdicts: [], text, doubt };
}
