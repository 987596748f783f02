import type { WeighedTerm } from "./add-scores.ts";
import { addScores, addScoresOf } from "./add-scores.ts";
import type { Scored } from "./best-of.ts";
import { BestOf } from "./best-of.ts";
import type { Scratch } from "./scratch.ts";

export type BestUnits = {
  readonly scratch: Scratch;
  /** 1 where a unit may be found. */
  readonly open: Uint8Array;
  /** How many of the best are wanted. */
  readonly keep: number;
};

/**
 * The best units by all terms, best first; of equals the lower unit. The terms that say most are
 * read first. Once those left could not bring a further unit among the best, they are only looked
 * up for the units that still can be among them: the long lists of common terms are not read.
 */
export function bestUnits(terms: readonly WeighedTerm[], wanted: BestUnits): Scored[] {
  const ordered = terms.toSorted((a, b) => b.bound - a.bound);
  const left = whatIsLeft(ordered);
  const { read, least } = readUntilClosed(ordered, left, wanted);
  const { scratch } = wanted;
  let units = scratch.touched.subarray(0, scratch.touchedCount);
  if (read < ordered.length)
    units = hopeful(units, least - (left[read]?.bound ?? 0), wanted).toSorted();
  for (let at = read; at < ordered.length; at += 1) {
    addScoresOf(units, ordered[at] as WeighedTerm, scratch);
    const further = left[at + 1]?.bound ?? 0;
    if (further > 0) units = hopeful(units, leastOfBest(units, wanted) - further, wanted);
  }
  return taken(units, wanted);
}

/** What the terms from a place on can still bring: to one unit, and to read. */
type Left = { readonly bound: number; readonly postings: number };

function whatIsLeft(terms: readonly WeighedTerm[]): readonly Left[] {
  const left: Left[] = [];
  let [bound, postings] = [0, 0];
  for (let at = terms.length - 1; at >= 0; at -= 1) {
    bound += terms[at]?.bound ?? 0;
    postings += terms[at]?.postings ?? 0;
    left[at] = { bound, postings };
  }
  return left;
}

/** Reads terms whole until no unit unseen so far can get among the best. */
function readUntilClosed(
  terms: readonly WeighedTerm[],
  left: readonly Left[],
  wanted: BestUnits,
): { readonly read: number; readonly least: number } {
  const { scratch, keep } = wanted;
  let seen = 0;
  for (let read = 0; read < terms.length; read += 1) {
    const term = terms[read] as WeighedTerm;
    addScores(term, scratch);
    seen += term.bound;
    const next = left[read + 1];
    const count = scratch.touchedCount;
    if (next === undefined || seen < next.bound || count < keep || next.postings < count) continue;
    const least = leastOfBest(scratch.touched.subarray(0, count), wanted);
    if (next.bound < least) return { read: read + 1, least };
  }
  return { read: terms.length, least: 0 };
}

/** Sums of the same numbers in another order differ by less. */
const ROUNDING = 1e-9;

/** What a unit needs at least to be among the best of these, as things stand. */
function leastOfBest(units: Int32Array, { scratch, open, keep }: BestUnits): number {
  const best = new BestOf(keep);
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at] as number;
    if (open[unit] === 1) best.offer(unit, scratch.scores[unit] as number);
  }
  return best.least * (1 - ROUNDING);
}

/** The units that may be found and have at least so much; the others lose what they have. */
function hopeful(units: Int32Array, least: number, { scratch, open }: BestUnits): Int32Array {
  const { scores } = scratch;
  let count = 0;
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at] as number;
    if (open[unit] === 1 && (scores[unit] as number) >= least) units[count++] = unit;
    else scores[unit] = 0;
  }
  return units.subarray(0, count);
}

/** The room is clean again afterwards. */
function taken(units: Int32Array, { scratch, open, keep }: BestUnits): Scored[] {
  const { scores } = scratch;
  const best = new BestOf(Math.min(keep, units.length));
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at] as number;
    if (open[unit] === 1) best.offer(unit, scores[unit] as number);
    scores[unit] = 0;
  }
  scratch.touchedCount = 0;
  return best.take();
}
