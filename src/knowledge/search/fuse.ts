import type { Locale } from "../../kernel/locale.ts";

/** Scores by key: an article's slug, or the number of a section. */
export type Scores<Key> = ReadonlyMap<Key, number>;

/** What the lists of another language found. */
export type Foreign<Key> = { readonly locale: Locale; readonly scores: Scores<Key> };

/** What a foreign list weighs beside the four own ones, whose weights add up to 3.5. */
const FOREIGN_SHARE = 0.5 / 3.5;
const USUAL_DILUTION = 1.1;
const COMPARED = 10;

export type Fused = { readonly score: number; readonly locale: Locale };

export type Fusion = {
  readonly own: Scores<string>;
  readonly foreign: readonly Foreign<string>[];
  /** Whether the asker's language has the article and is searched. */
  readonly isOwn: (slug: string) => boolean;
  readonly locale: Locale;
};

/**
 * How much less a translated query scores than one in the article's own language, for this very
 * query: the middle of what the best own articles score in both.
 */
export function dilutionOf({ own, foreign }: Fusion): number {
  const best = [...own].toSorted(([, a], [, b]) => b - a).slice(0, COMPARED);
  const ratios = best.flatMap(([slug, score]) => {
    const other = strongest(foreign, slug)?.score ?? 0;
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
export function fuseArticles(fusion: Fusion): Map<string, Fused> {
  const { own, foreign, isOwn, locale } = fusion;
  const dilution = dilutionOf(fusion);
  const slugs = new Set([...own.keys(), ...foreign.flatMap(({ scores }) => [...scores.keys()])]);
  const fused = new Map<string, Fused>();
  for (const slug of slugs) {
    if (isOwn(slug)) {
      const score = (own.get(slug) ?? 0) + FOREIGN_SHARE * meanOf(foreign, slug);
      fused.set(slug, { score, locale });
      continue;
    }
    const best = strongest(foreign, slug);
    if (best === undefined) continue;
    fused.set(slug, {
      score: dilution * (1 + FOREIGN_SHARE) * best.score,
      locale: best.locale,
    });
  }
  return fused;
}

/** The mean over all other languages searched; 0 where one did not find it. */
export function meanOf<Key>(foreign: readonly Foreign<Key>[], key: Key): number {
  if (foreign.length === 0) return 0;
  return foreign.reduce((sum, { scores }) => sum + (scores.get(key) ?? 0), 0) / foreign.length;
}

/** The language that found it best. */
export function strongest<Key>(foreign: readonly Foreign<Key>[], key: Key): Fused | undefined {
  let best: Fused | undefined;
  for (const { locale, scores } of foreign) {
    const score = scores.get(key);
    if (score !== undefined && score > (best?.score ?? 0)) best = { score, locale };
  }
  return best;
}
