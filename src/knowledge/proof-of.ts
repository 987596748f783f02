import type { Locale } from "../kernel/locale.ts";
import { LOCALES } from "../kernel/locale.ts";
import type { Answer, Citation } from "./answer.ts";
import { citationsOf } from "./answer/cite.ts";
import type { Knowledge } from "./knowledge.ts";
import type { PolicyCell, PolicyFact } from "./policy.ts";

/** The proof of one verdict or fact: its quotations in every language, and what contradicts it. */
export type Proof = {
  /** The id of the policy cell or fact. */
  readonly cell: string;
  /** Best first within each language, languages in the order of `LOCALES`. */
  readonly citations: readonly Citation[];
  /** The doubts that are known, in the language of the answer. */
  readonly contradictions: readonly string[];
};

/** What proves an answer, in all four languages. */
export function proofOf(knowledge: Knowledge): (answer: Answer) => readonly Proof[] {
  const known = new Map<string, PolicyCell | PolicyFact>(
    [...knowledge.cells, ...knowledge.facts].map((one) => [one.id, one]),
  );
  return (answer) => {
    const cells = answer.verdicts.flatMap(({ cell }) => known.get(cell) ?? []);
    const proven = cells.length > 0 ? cells : citedFacts(answer, knowledge);
    return proven.map((one) => ({
      cell: one.id,
      citations: LOCALES.flatMap((locale) => citationsOf(one.evidence, locale, knowledge)),
      contradictions: doubtOf(one, answer.locale),
    }));
  };
}

/** The facts an answer quotes, where it gave no verdict. */
const citedFacts = ({ citations, locale }: Answer, { facts }: Knowledge): PolicyFact[] =>
  facts.filter((fact) =>
    fact.evidence.some(({ article, quote }) =>
      citations.some((one) => one.slug === article && one.quote === quote[locale]),
    ),
  );

const doubtOf = ({ doubt }: PolicyCell | PolicyFact, locale: Locale): string[] =>
  doubt === undefined ? [] : [doubt[locale]];
