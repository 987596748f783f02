import type { Question } from "./read-question.ts";
import type { Signal } from "./signal.ts";

/** What a question asks for: a yes or no of the policy, or a fact of it. */
export type Subject = {
  /** An action or a topic of the policy. */
  readonly about: string;
  /** Facts that belong into the same answer. */
  readonly also: readonly string[];
  /** Every case side by side rather than a question back. */
  readonly showAll?: boolean;
};

/** Clearly asked, and of what no article speaks: no passage with the same words may answer it. */
export const NOT_COVERED: Subject = { about: "not-covered", also: [] };

export type Has = (...signals: readonly Signal[]) => boolean;

/** A question as rules look at it: `has` wants every signal, `any` one of them. */
export type Context = { readonly has: Has; readonly any: Has; readonly question: Question };

/** Names the subject, or says nothing. A bare name is a subject without more. */
export type Rule = (context: Context) => Subject | string | undefined | false;

/** What the first rule that speaks says: the narrow ones come first. */
export function subjectOf(question: Question, rules: readonly Rule[]): Subject | undefined {
  const has: Has = (...signals) => signals.every((one) => question.signals.has(one));
  const any: Has = (...signals) => signals.some((one) => question.signals.has(one));
  const found = firstOf(rules, { has, any, question });
  return typeof found === "string" ? { about: found, also: [] } : found;
}

function firstOf(rules: readonly Rule[], context: Context): Subject | string | undefined {
  for (const rule of rules) {
    const found = rule(context);
    if (found !== undefined && found !== false) return found;
  }
  return undefined;
}

/** Rules that only speak where a condition holds. */
export const when =
  (holds: (context: Context) => boolean, ...rules: readonly Rule[]): Rule =>
  (context) =>
    holds(context) ? firstOf(rules, context) : undefined;
