import type { Locale } from "../../kernel/locale.ts";
import type { ProvenVerdict } from "../answer.ts";
import { citationsOf } from "../answer/cite.ts";
import type { Knowledge } from "../knowledge.ts";
import type { PolicyCell, PolicyFact, Verdict } from "../policy.ts";
import { factVerdictOf } from "../policy/fact-verdict.ts";

/** What a policy cell or fact says now, in a language; undefined where the policy has it no more. */
export type VerdictNow = (cell: string, locale: Locale) => ProvenVerdict | undefined;

/** The verdict of every cell, and of every fact that is itself a yes or no. */
export function verdictsIn({ cells, facts }: Knowledge): ReadonlyMap<string, Verdict> {
  const known: readonly (PolicyCell | PolicyFact)[] = [...cells, ...facts];
  return new Map(
    known.flatMap((one) => {
      const verdict = verdictOf(one);
      return verdict === undefined ? [] : [[one.id, verdict] as const];
    }),
  );
}

const verdictOf = (one: PolicyCell | PolicyFact): Verdict | undefined =>
  "verdict" in one ? one.verdict : factVerdictOf(one);

export function verdictNow(knowledge: Knowledge): VerdictNow {
  const known = new Map([...knowledge.cells, ...knowledge.facts].map((one) => [one.id, one]));
  return (cell, locale) => {
    const one = known.get(cell);
    const verdict = one === undefined ? undefined : verdictOf(one);
    if (one === undefined || verdict === undefined) return undefined;
    const citations = citationsOf(one.evidence, locale, knowledge);
    return { cell, verdict, text: one.answer[locale], citations };
  };
}
