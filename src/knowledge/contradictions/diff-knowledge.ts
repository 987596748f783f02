import type { Locale } from "../../kernel/locale.ts";
import { LOCALES } from "../../kernel/locale.ts";
import type { Knowledge } from "../knowledge.ts";
import type { PolicyCell, PolicyFact } from "../policy.ts";

/** What an edit changes for the people who ask. */
export type KnowledgeChange = {
  /** The id of the policy cell or fact. */
  readonly cell: string;
  readonly kind: "verdict" | "answer" | "quote" | "evidence-lost" | "added" | "removed";
  /** The language it changes in; all of them where it is missing. */
  readonly locale?: Locale;
  /** Article and anchor of a proof. */
  readonly where?: string;
  readonly before?: string;
  readonly after?: string;
};

type Known = PolicyCell | PolicyFact;

/**
 * Compares two states of the corpus, both built so that what lost its proof is withdrawn. Cells in
 * the order of the newer state, those that are gone last.
 */
export function diffKnowledge(before: Knowledge, after: Knowledge): KnowledgeChange[] {
  const [old, now] = [known(before), known(after)];
  const lost = lostProofs(before, after);
  const changes = [...now].flatMap(([id, one]) => {
    const was = old.get(id);
    return was === undefined
      ? [{ cell: id, kind: "added" as const, after: verdictOf(one) }]
      : [...changesOf(was, one), ...(lost.get(id) ?? [])];
  });
  const gone = [...old].flatMap(([id, one]) => {
    if (now.has(id)) return [];
    const proofs = lost.get(id);
    return proofs ?? [{ cell: id, kind: "removed" as const, before: verdictOf(one) }];
  });
  return [...changes, ...gone];
}

const known = ({ cells, facts }: Knowledge): Map<string, Known> =>
  new Map([...cells, ...facts].map((one) => [one.id, one]));

const verdictOf = (one: Known): string =>
  "verdict" in one ? one.verdict : (one.value ?? one.answer.en);

function changesOf(was: Known, one: Known): KnowledgeChange[] {
  const cell = one.id;
  const [before, after] = [verdictOf(was), verdictOf(one)];
  const verdict = before === after ? [] : [{ cell, kind: "verdict" as const, before, after }];
  const answers = LOCALES.filter((locale) => was.answer[locale] !== one.answer[locale]).map(
    (locale) => ({
      cell,
      kind: "answer" as const,
      locale,
      before: was.answer[locale],
      after: one.answer[locale],
    }),
  );
  return [...verdict, ...answers, ...quoteChanges(was, one)];
}

/** A withdrawn cell has no evidence any more: that is told as a lost proof instead. */
function quoteChanges(was: Known, one: Known): KnowledgeChange[] {
  if (one.evidence.length === 0 || was.evidence.length === 0) return [];
  return LOCALES.flatMap((locale) => {
    const [before, after] = [quotesOf(was, locale), quotesOf(one, locale)];
    return before === after
      ? []
      : [{ cell: one.id, kind: "quote" as const, locale, before, after }];
  });
}

const quotesOf = ({ evidence }: Known, locale: Locale): string =>
  evidence.flatMap(({ quote }) => quote[locale] ?? []).join(" | ");

/** Proofs that are missing now and were there before. */
function lostProofs(before: Knowledge, after: Knowledge): Map<string, KnowledgeChange[]> {
  const old = new Set(missing(before).map(({ reason, excerpt }) => `${reason} ${excerpt}`));
  const fresh = missing(after).filter(({ reason, excerpt }) => !old.has(`${reason} ${excerpt}`));
  const changes = fresh.map(({ reason, excerpt, locale, slug }): KnowledgeChange => {
    const [cell = ""] = reason.split(":", 1);
    return {
      cell,
      kind: "evidence-lost",
      ...(locale === undefined ? {} : { locale }),
      ...(slug === undefined ? {} : { where: slug }),
      before: excerpt,
    };
  });
  return Map.groupBy(changes, ({ cell }) => cell);
}

const missing = ({ faults }: Knowledge) => faults.filter(({ rule }) => rule === "evidence-missing");
