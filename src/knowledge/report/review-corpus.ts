import type { Locale } from "../../kernel/locale.ts";
import { findContradictions } from "../contradictions/find-contradictions.ts";
import type { Fault } from "../fault.ts";
import type { Knowledge } from "../knowledge.ts";
import { findingsIn } from "./finding.ts";
import type { Finding } from "./finding.ts";

/** An article whose text in one language is of an older edition. */
export type StaleText = {
  readonly file: string;
  readonly title: string;
  readonly locale?: Locale;
  readonly edition?: string;
};

/** What a knowledge writer should look at in one state of the corpus. */
export type CorpusReview = {
  readonly findings: readonly Finding[];
  readonly stale: readonly StaleText[];
};

/** Compares the languages of the whole corpus: a matter of seconds, so it is asked for rarely. */
export function reviewCorpus({ articles, concepts, faults }: Knowledge): CorpusReview {
  const all = [...faults, ...findContradictions(articles, { concepts })];
  const editions = new Map(articles.map(({ file, edition }) => [file, edition]));
  const stale = all.filter(({ rule }) => rule === "edition-stale");
  return {
    findings: findingsIn(all, articles),
    stale: stale.map((one) => staleText(one, editions.get(one.file))),
  };
}

const staleText = ({ file, locale, excerpt }: Fault, edition: string | undefined): StaleText => ({
  file,
  title: excerpt,
  ...(locale === undefined ? {} : { locale }),
  ...(edition === undefined ? {} : { edition }),
});
