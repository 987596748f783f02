import type { Signal } from "./signal.ts";
import type { Question } from "./read-question.ts";

/** What a question asks for: a yes or no of the policy, a fact of it, or a passage to be searched. */
export type Subject = {
  /** An action or a topic of the policy; empty where only a search can tell. */
  readonly about: string;
  /** Facts that belong into the same answer. */
  readonly also: readonly string[];
  /** Every case side by side rather than a question back. */
  readonly showAll?: boolean;
};

export type Has = (...signals: readonly Signal[]) => boolean;
export type Context = { readonly has: Has; readonly any: Has; readonly question: Question };
export type Rule = (context: Context) => Subject | string | undefined | false;

/** First rule that speaks wins: the narrow ones come first. */
export function subjectOf(question: Question, rules: readonly Rule[]): Subject | undefined {
  const has: Has = (...signals) => signals.every((one) => question.signals.has(one));
  const any: Has = (...signals) => signals.some((one) => question.signals.has(one));
  for (const rule of rules) {
    const found = rule({ has, any, question });
    if (typeof found === "string") return { about: found, also: [] };
    if (found !== undefined && found !== false) return found;
  }
  return undefined;
}
