import type { Locale } from "../../kernel/locale.ts";
import type { ScoreSheet } from "./score-sheet.ts";

/** What the lists of another language found, by number. */
export type Foreign = { readonly locale: Locale; readonly scores: ScoreSheet };

/** What a foreign list weighs beside the four own ones, whose weights add up to 3.5. */
const FOREIGN_SHARE = 0.5 / 3.5;
const USUAL_DILUTION = 1.1;
const COMPARED = 10;

export type Fusion = {
  readonly own: ScoreSheet;
  readonly foreign: readonly Foreign[];
  /** Whether the asker's language has the article and is searched. */
  readonly isOwn: (article: number) => boolean;
};

/**
 * How much less a translated query scores than one in the article's own language, for this very
 * query: the middle of what the best own articles score in both.
 */
export function dilutionOf({ own, foreign }: Fusion): number {
  if (foreign.length === 0) return USUAL_DILUTION;
  const ratios = own.best(COMPARED).flatMap(({ unit, score }) => {
    const other = strongest(foreign, unit)?.score ?? 0;
    return other > 0 ? [score / other] : [];
  });
  if (ratios.length < 2) return USUAL_DILUTION;
  return Math.min(1.5, Math.max(0.9, median(ratios)));
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}

/**
 * One score for every article found in any language. An article in the asker's language is judged
 * there, and helped by its translations; one in other languages only, by the best of them.
 */
export function fuseArticles(fusion: Fusion, dilution: number, into: ScoreSheet): void {
  const { own, foreign, isOwn } = fusion;
  eachFound([own, ...foreign.map(({ scores }) => scores)], into, (article) =>
    isOwn(article)
      ? own.get(article) + FOREIGN_SHARE * meanOf(foreign, article)
      : dilution * (1 + FOREIGN_SHARE) * (strongest(foreign, article)?.score ?? 0),
  );
}

/** Scores everything on any of the sheets once. */
export function eachFound(
  sheets: readonly ScoreSheet[],
  into: ScoreSheet,
  score: (number: number) => number,
): void {
  for (const sheet of sheets) {
    for (const number of sheet.numbers()) {
      if (into.get(number) === 0) into.add(number, score(number));
    }
  }
}

/** The mean over all other languages searched; 0 where one did not find it. */
export function meanOf(foreign: readonly Foreign[], number: number): number {
  if (foreign.length === 0) return 0;
  return foreign.reduce((sum, { scores }) => sum + scores.get(number), 0) / foreign.length;
}

/** The language that found it best. */
export function strongest(
  foreign: readonly Foreign[],
  number: number,
): { readonly locale: Locale; readonly score: number } | undefined {
  let best: { locale: Locale; score: number } | undefined;
  for (const { locale, scores } of foreign) {
    const score = scores.get(number);
    if (score > (best?.score ?? 0)) best = { locale, score };
  }
  return best;
}
