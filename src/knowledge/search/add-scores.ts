import type { TermPostings } from "./postings.ts";
import { frequencyOf, placeOfUnit, unitOf } from "./postings.ts";
import type { Scratch } from "./scratch.ts";

/** One term of a query, or what may stand for it, as a list weighs it. */
export type WeighedTerm = {
  readonly alternatives: readonly Alternative[];
  /** What a unit gains that says nothing else. */
  readonly gain: number;
  /** Of its list, by unit: how much a unit must say for half of the gain. */
  readonly norms: Float64Array;
  /** No unit of the list gains more. */
  readonly bound: number;
  /** How many postings there are to read. */
  readonly postings: number;
};

type Alternative = { readonly probability: number; readonly parts: readonly TermPostings[] };

/*
 * The inner loops of search. Their arrays are as long as the list has units, or as the postings
 * are: what is read from them is a number.
 */

/** Adds to every unit what it gains by a term. */
export function addScores(term: WeighedTerm, scratch: Scratch): void {
  const { alternatives } = term;
  const [first] = alternatives;
  if (alternatives.length === 1 && first?.probability === 1) {
    for (const part of first.parts) addPart(part, term, scratch);
    return;
  }
  let count = 0;
  for (const { probability, parts } of alternatives) {
    for (const part of parts) count = expectPart(part, { probability, count }, scratch);
  }
  addExpected(count, term, scratch);
}

function addPart(postings: TermPostings, { gain, norms }: WeighedTerm, scratch: Scratch): void {
  const { scores, touched } = scratch;
  let count = scratch.touchedCount;
  for (let at = 0; at < postings.length; at += 1) {
    const posting = postings[at] as number;
    const unit = unitOf(posting);
    const frequency = frequencyOf(posting);
    const before = scores[unit] as number;
    if (before === 0) touched[count++] = unit;
    scores[unit] = before + (gain * frequency) / (frequency + (norms[unit] as number));
  }
  scratch.touchedCount = count;
}

/** Expected frequencies of a term: the sum over its alternatives. Gives the number of units. */
function expectPart(
  postings: TermPostings,
  { probability, count: counted }: { readonly probability: number; readonly count: number },
  { expected, expectedUnits }: Scratch,
): number {
  let count = counted;
  for (let at = 0; at < postings.length; at += 1) {
    const posting = postings[at] as number;
    const unit = unitOf(posting);
    const before = expected[unit] as number;
    if (before === 0) expectedUnits[count++] = unit;
    expected[unit] = before + probability * frequencyOf(posting);
  }
  return count;
}

function addExpected(count: number, { gain, norms }: WeighedTerm, scratch: Scratch): void {
  const { expected, expectedUnits, scores, touched } = scratch;
  for (let at = 0; at < count; at += 1) {
    const unit = expectedUnits[at] as number;
    const frequency = expected[unit] as number;
    expected[unit] = 0;
    const before = scores[unit] as number;
    if (before === 0) touched[scratch.touchedCount++] = unit;
    scores[unit] = before + (gain * frequency) / (frequency + (norms[unit] as number));
  }
}

/** Adds to these units alone, ascending, what they gain by a term. No other has a score. */
export function addScoresOf(units: Int32Array, term: WeighedTerm, scratch: Scratch): void {
  const { expected, scores } = scratch;
  const { norms } = term;
  for (const { probability, parts } of term.alternatives) {
    for (const part of parts) {
      if (part.length < LEAP * units.length) expectWhereScored(part, probability, scratch);
      else expectByLeaps(units, { part, probability }, expected);
    }
  }
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at] as number;
    const frequency = expected[unit] as number;
    if (frequency === 0) continue;
    expected[unit] = 0;
    const norm = norms[unit] as number;
    scores[unit] = (scores[unit] as number) + (term.gain * frequency) / (frequency + norm);
  }
}

/** Finding a unit among postings costs about as much as reading so many of them. */
const LEAP = 8;

function expectWhereScored(part: TermPostings, probability: number, scratch: Scratch): void {
  const { expected, scores } = scratch;
  for (let at = 0; at < part.length; at += 1) {
    const posting = part[at] as number;
    const unit = unitOf(posting);
    if (scores[unit] === 0) continue;
    expected[unit] = (expected[unit] as number) + probability * frequencyOf(posting);
  }
}

function expectByLeaps(
  units: Int32Array,
  { part, probability }: { readonly part: TermPostings; readonly probability: number },
  expected: Float64Array,
): void {
  let place = 0;
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at] as number;
    place = placeOfUnit(part, unit, place);
    if (place === part.length) return;
    const posting = part[place] as number;
    if (unitOf(posting) !== unit) continue;
    expected[unit] = (expected[unit] as number) + probability * frequencyOf(posting);
  }
}

/** The most any unit gains by one term, as a share of its gain. */
export function greatestShare(parts: readonly TermPostings[], norms: Float64Array): number {
  let greatest = 0;
  for (const part of parts) {
    for (let at = 0; at < part.length; at += 1) {
      const posting = part[at] as number;
      const frequency = frequencyOf(posting);
      const share = frequency / (frequency + (norms[unitOf(posting)] as number));
      if (share > greatest) greatest = share;
    }
  }
  return greatest;
}
