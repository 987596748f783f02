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
  /** What units have already, before any term; where one stands there again, it has the first. */
  readonly ahead?: readonly Scored[];
};

/**
 * The best units by all terms, best first; of equals the lower unit. The terms that say most are
 * read first. Once those left could not bring a further unit among the best, they are only looked
 * up for the units that still can be among them: the long lists of common terms are not read.
 */
export function bestUnits(terms: readonly WeighedTerm[], wanted: BestUnits): Scored[] {
  const { scratch, ahead = [] } = wanted;
  const steps = inSteps(
    terms.toSorted((a, b) => b.bound - a.bound),
    lead(ahead, scratch),
  );
  const { read, least } = readUntilClosed(steps, wanted);
  let units = scratch.touched.subarray(0, scratch.touchedCount);
  if (read < steps.length) units = hopeful(units, least, wanted).toSorted();
  for (const { term, seen, left } of steps.slice(read)) {
    addScoresOf(units, term, scratch);
    if (units.length > MANY * wanted.keep) {
      units = hopeful(units, leastOfBest(units, seen, wanted) - left.bound, wanted);
    }
  }
  return taken(units, wanted);
}

/** Of so many times more units than are wanted it pays to drop those without hope. */
const MANY = 2;
/** Telling whether to go on costs about as much for a unit as reading so many postings. */
const TELLING = 2;

type Step = {
  readonly term: WeighedTerm;
  /** The most a unit can have after this term. */
  readonly seen: number;
  /** What the terms after it can still bring: to one unit, and to read. */
  readonly left: { readonly bound: number; readonly postings: number };
};

/** Gives units what they have already, and tells the most of it. A score of 0 would mark no unit. */
function lead(ahead: readonly Scored[], scratch: Scratch): number {
  const { scores, touched } = scratch;
  let most = 0;
  for (const { unit, score } of ahead) {
    if (score <= 0 || scores[unit] !== 0) continue;
    touched[scratch.touchedCount++] = unit;
    scores[unit] = score;
    if (score > most) most = score;
  }
  return most;
}

function inSteps(terms: readonly WeighedTerm[], most: number): Step[] {
  const left = terms.reduce(
    (sum, { bound, postings }) => ({
      bound: sum.bound + bound,
      postings: sum.postings + postings,
    }),
    { bound: 0, postings: 0 },
  );
  let seen = most;
  return terms.map((term) => {
    seen += term.bound;
    left.bound = Math.max(0, left.bound - term.bound);
    left.postings -= term.postings;
    return { term, seen, left: { ...left } };
  });
}

/** Reads terms whole until no unit unseen so far can get among the best. */
function readUntilClosed(
  steps: readonly Step[],
  wanted: BestUnits,
): { readonly read: number; readonly least: number } {
  const { scratch, keep } = wanted;
  let asked = Number.POSITIVE_INFINITY;
  for (const [at, { term, seen, left }] of steps.entries()) {
    addScores(term, scratch);
    const count = scratch.touchedCount;
    const mayClose = count >= keep && left.bound < Math.min(seen, asked);
    if (!mayClose || left.postings < TELLING * count) continue;
    const least = leastOfBest(scratch.touched.subarray(0, count), seen, wanted);
    if (left.bound < least) return { read: at + 1, least: least - left.bound };
    asked = left.bound / 2;
  }
  return { read: steps.length, least: 0 };
}

const RANGES = 512;
/** Sums of the same numbers in another order differ by less. */
const ROUNDING = 1e-9;

/**
 * What a unit needs at least to be among the best of these, as things stand; rather less than more.
 * Scores are only counted by the range they fall into.
 */
function leastOfBest(units: Int32Array, most: number, { scratch, open, keep }: BestUnits): number {
  const counts = new Uint32Array(RANGES);
  const scale = RANGES / most;
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at] as number;
    if (open[unit] !== 1) continue;
    const range = Math.min(RANGES - 1, Math.floor((scratch.scores[unit] as number) * scale));
    counts[range] = (counts[range] as number) + 1;
  }
  let better = 0;
  for (let range = RANGES - 1; range > 0; range -= 1) {
    better += counts[range] as number;
    if (better >= keep) return (range / scale) * (1 - ROUNDING);
  }
  return 0;
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
