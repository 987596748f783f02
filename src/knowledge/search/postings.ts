import { LEVELS } from "./levels.ts";

/**
 * The postings of one term, units ascending: each is a unit (an article or a section, numbered
 * from 0) and the level of the term's frequency there, in one number. See `postingOf`.
 */
export type TermPostings = Uint32Array;

/** Which units hold which term, and how often. One per language and list. */
export interface Postings {
  /** Stores a unit with the frequency of each of its terms. Units are added in their order, once. */
  add(unit: number, frequencies: ReadonlyMap<string, number>): void;
  /**
   * In one or several parts, ascending from one to the next; none where no unit holds the term.
   * Never change what comes back.
   */
  of(term: string): readonly TermPostings[];
  terms(): Iterable<string>;
}

export type OpenPostings = () => Postings;

const SLOT_BITS = 5;
const SLOT_MASK = (1 << SLOT_BITS) - 1;
const FREQUENCIES = Float64Array.from(LEVELS);

/** A unit and the slot of a level. Orders like the units. */
export const postingOf = (unit: number, slot: number): number => ((unit << SLOT_BITS) | slot) >>> 0;

export const unitOf = (posting: number): number => posting >>> SLOT_BITS;

export const frequencyOf = (posting: number): number => FREQUENCIES[posting & SLOT_MASK] as number;

/** Where the posting of a unit, or of the next one, stands; looked for from a place on. */
export function placeOfUnit(postings: TermPostings, unit: number, from: number): number {
  const wanted = postingOf(unit, 0);
  let [low, step] = [from, 1];
  while (low + step <= postings.length && (postings[low + step - 1] as number) < wanted) {
    low += step;
    step *= 2;
  }
  let high = Math.min(postings.length, low + step);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((postings[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
