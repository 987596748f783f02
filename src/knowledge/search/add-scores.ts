import type { Postings } from "./postings.ts";
import type { Scratch } from "./scratch.ts";

/** What may stand for a term of a query, each with its probability. */
export type Alternatives = readonly (readonly [term: string, probability: number])[];

export type Adding = {
  readonly scratch: Scratch;
  /** 1 where a unit may be found. */
  readonly open: Uint8Array;
  /** The most a unit can gain. */
  readonly gain: number;
};

/** Adds to every unit what it gains by one term of the query, or by what stands for it. */
export function addScores(postings: Postings, alternatives: Alternatives, adding: Adding): void {
  const [first] = alternatives;
  if (first === undefined) return;
  if (alternatives.length === 1 && first[1] === 1) addTerm(postings, first[0], adding);
  else addExpected(expect(postings, alternatives, adding), adding);
}

/**
 * The inner loop of search. The arrays are as long as the list has units, so what is read from
 * them is a number.
 */
function addTerm(postings: Postings, term: string, { scratch, open, gain }: Adding): void {
  const { norms, scores, touched } = scratch;
  let count = scratch.touchedCount;
  for (const { frequency, units } of postings.of(term)) {
    const most = gain * frequency;
    for (let at = 0; at < units.length; at += 1) {
      const unit = units[at] as number;
      if (open[unit] !== 1) continue;
      const before = scores[unit] as number;
      if (before === 0) touched[count++] = unit;
      scores[unit] = before + most / (frequency + (norms[unit] as number));
    }
  }
  scratch.touchedCount = count;
}

/** Expected frequencies of a group: the sum over its alternatives. Gives the number of units. */
function expect(postings: Postings, alternatives: Alternatives, { scratch, open }: Adding): number {
  let count = 0;
  for (const [term, probability] of alternatives) {
    for (const { frequency, units } of postings.of(term)) {
      count = expectIn(units, { scratch, open, gain: probability * frequency }, count);
    }
  }
  return count;
}

function expectIn(
  units: ArrayLike<number>,
  { scratch, open, gain }: Adding,
  counted: number,
): number {
  const { expected, expectedUnits } = scratch;
  let count = counted;
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at] as number;
    if (open[unit] !== 1) continue;
    const before = expected[unit] as number;
    if (before === 0) expectedUnits[count++] = unit;
    expected[unit] = before + gain;
  }
  return count;
}

function addExpected(count: number, { scratch, gain }: Adding): void {
  const { expected, expectedUnits, norms, scores, touched } = scratch;
  for (let at = 0; at < count; at += 1) {
    const unit = expectedUnits[at] as number;
    const frequency = expected[unit] as number;
    expected[unit] = 0;
    const before = scores[unit] as number;
    if (before === 0) touched[scratch.touchedCount++] = unit;
    scores[unit] = before + (gain * frequency) / (frequency + (norms[unit] as number));
  }
}
