import type { Locale } from "../../kernel/locale.ts";
import { LOCALES } from "../../kernel/locale.ts";
import type { Knowledge } from "../knowledge.ts";
import type { Evidence, PolicyCell, PolicyFact } from "../policy.ts";
import { diffPassages, successorOf } from "./diff-passages.ts";

/** What an edit changes for the people who ask. */
export type KnowledgeChange = {
  /** The id of the policy cell or fact. */
  readonly cell: string;
  /** `quote`: a sentence that proves it says something else, is new, or is no source any more. */
  readonly kind: "verdict" | "answer" | "quote" | "evidence-lost" | "added" | "removed";
  /** The language it changes in; all of them where it is missing. */
  readonly locale?: Locale;
  /** `article#anchor` of a proof. */
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
      : [
          ...changesOf(was, one),
          ...quoteChanges({ knowledge: before, one: was }, { knowledge: after, one }),
          ...(lost.get(id) ?? []),
        ];
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
  return [...verdict, ...answers];
}

type State = { readonly knowledge: Knowledge; readonly one: Known };

/** A withdrawn cell has no evidence any more: that is told as a lost proof instead. */
function quoteChanges(was: State, now: State): KnowledgeChange[] {
  if (now.one.evidence.length === 0 || was.one.evidence.length === 0) return [];
  const proven = ({ knowledge, one }: State) => ({ knowledge, evidence: one.evidence });
  return LOCALES.flatMap((locale) =>
    diffPassages(proven(was), proven(now), locale).map((change) => ({
      cell: now.one.id,
      kind: "quote" as const,
      locale,
      ...change,
    })),
  );
}

/** Proofs that are missing now and were there before. */
function lostProofs(before: Knowledge, after: Knowledge): Map<string, KnowledgeChange[]> {
  const old = new Set(missing(before).map(({ reason, excerpt }) => `${reason} ${excerpt}`));
  const fresh = missing(after).filter(({ reason, excerpt }) => !old.has(`${reason} ${excerpt}`));
  const proven = known(before);
  const changes = fresh.map(({ reason, excerpt, locale, slug }): KnowledgeChange => {
    const [cell = ""] = reason.split(":", 1);
    const place = proven
      .get(cell)
      ?.evidence.find((one) => one.article === slug && isQuoted(one, excerpt));
    const now =
      place === undefined || locale === undefined
        ? undefined
        : successorOf(excerpt, place, { before, after, locale });
    const where = place === undefined ? slug : `${place.article}#${place.anchor}`;
    return {
      cell,
      kind: "evidence-lost",
      ...(locale === undefined ? {} : { locale }),
      ...(where === undefined ? {} : { where }),
      before: excerpt,
      ...(now === undefined ? {} : { after: now }),
    };
  });
  return Map.groupBy(changes, ({ cell }) => cell);
}

const isQuoted = ({ quote }: Evidence, words: string): boolean =>
  Object.values(quote).includes(words);

const missing = ({ faults }: Knowledge) => faults.filter(({ rule }) => rule === "evidence-missing");
