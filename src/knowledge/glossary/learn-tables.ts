import type { CoOccurrences } from "./co-occurrences.ts";
import { coOccurrences } from "./co-occurrences.ts";
import { onesGivenOthers, othersGivenOnes } from "./model-one.ts";
import { tableLine } from "./translation-table.ts";

/** Two tables of one pair of languages, as lines. */
export type LearntTables = { readonly there: readonly string[]; readonly back: readonly string[] };

const LEAST_SHARE = 0.01;
const FLOOR = 0.0005;
const LEAST_STRENGTH = 0.02;
const LEAST_PROBABILITY = 0.04;
const MOST = 6;

/**
 * Learns from terms that stand side by side what each is in the other language. A translation must
 * hold in both directions.
 */
export function learnTables(
  pairs: readonly (readonly [ones: readonly string[], others: readonly string[]])[],
): LearntTables {
  const met = coOccurrences(pairs.filter(([one, other]) => one.length > 0 && other.length > 0));
  const [there, back] = [othersGivenOnes(met), onesGivenOthers(met)];
  return {
    there: linesOf(met.ones, met.others, {
      met,
      from: met.oneOf,
      to: met.otherOf,
      main: there,
      reverse: back,
    }),
    back: linesOf(met.others, met.ones, {
      met,
      from: met.otherOf,
      to: met.oneOf,
      main: back,
      reverse: there,
    }),
  };
}

type Direction = {
  readonly met: CoOccurrences;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly main: Float64Array;
  readonly reverse: Float64Array;
};

function linesOf(
  ones: readonly string[],
  others: readonly string[],
  direction: Direction,
): string[] {
  const strong = strongest(direction);
  return [...strong].flatMap(([one, found]) => {
    const best = found
      .toSorted((a, b) => b.strength - a.strength || a.other - b.other)
      .slice(0, MOST);
    const sum = best.reduce((total, { strength }) => total + strength, 0);
    const kept = best
      .map(({ other, strength }) => [others[other] ?? "", strength / sum] as const)
      .filter(([, probability]) => probability >= LEAST_PROBABILITY);
    return kept.length === 0 ? [] : [tableLine(ones[one] ?? "", kept)];
  });
}

type Strong = { readonly other: number; readonly strength: number };

function strongest({ met, from, to, main, reverse }: Direction): Map<number, Strong[]> {
  const strong = new Map<number, Strong[]>();
  for (let at = 0; at < met.count; at += 1) {
    const share = main[at] ?? 0;
    if (share < LEAST_SHARE) continue;
    const other = reverse[at] ?? 0;
    const strength = Math.sqrt(share * (other < LEAST_SHARE ? FLOOR : other));
    if (strength <= LEAST_STRENGTH) continue;
    const one = from[at] ?? 0;
    const known = strong.get(one);
    const found = { other: to[at] ?? 0, strength };
    if (known === undefined) strong.set(one, [found]);
    else known.push(found);
  }
  return strong;
}
