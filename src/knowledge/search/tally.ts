import type { Word } from "./analyser.ts";

/** Weighted counts of the terms of one unit. */
export type Tally = {
  readonly frequencies: Map<string, number>;
  /** Terms counted with at most their field's weight, never more than 1. */
  length: number;
};

export type Stream = (word: Word) => readonly string[];

const NONE: readonly string[] = [];

/** Stems, and the stems of compound parts. */
export const stemStream: Stream = ({ stop, stem, parts }) =>
  stop ? NONE : parts.length === 0 ? [stem] : [stem, ...parts];

/** Words as they are written, without accents. */
export const surfaceStream: Stream = ({ stop, folded }) => (stop ? NONE : [folded]);

/** Windows of four letters: what is left of a word when it is misspelt. */
export const gramStream: Stream = ({ grams }) => grams;

export const emptyTally = (): Tally => ({ frequencies: new Map(), length: 0 });

/** Counts the words of one field into a unit. */
export function count(into: Tally, words: readonly Word[], stream: Stream, weight: number): void {
  if (weight === 0) return;
  for (const word of words) countTerms(into, stream(word), weight);
}

/** Counts terms of one field into a unit. */
export function countTerms(into: Tally, terms: readonly string[], weight: number): void {
  const { frequencies } = into;
  for (const term of terms) frequencies.set(term, (frequencies.get(term) ?? 0) + weight);
  into.length += Math.min(1, weight) * terms.length;
}
