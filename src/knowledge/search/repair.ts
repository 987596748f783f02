import { distanceOf } from "./distance-of.ts";

/** A known word near an unknown one, with the probability that it was meant. */
export type Repair = readonly [term: string, probability: number];

/** Mends words nobody has written so far. */
export type Repairer = {
  /** At most four, best first; none for identifiers and for what no known word is near to. */
  readonly mend: (term: string) => readonly Repair[];
  /** The known words have changed: they are read again when the next unknown word comes. */
  readonly reset: () => void;
};

export type KnownTerms = {
  /** Whether a live unit holds the term. */
  readonly knows: (term: string) => boolean;
  readonly documentFrequency: (term: string) => number;
  readonly terms: () => Iterable<string>;
};

const LETTERS = /^\p{L}+$/u;
const LEAST = 4;
const LEAST_FOR_TWO = 8;
const MOST = 4;
const PROBABILITY = [1, 0.8, 0.5] as const;
const REMEMBERED = 5000;

/** Finds known words by the pairs of letters they share, then by the distance of the spelling. */
export function repairer(known: KnownTerms): Repairer {
  const memory = new Map<string, readonly Repair[]>();
  let words: NearWords | undefined;
  return {
    reset: () => {
      words = undefined;
      memory.clear();
    },
    mend: (term) => {
      if (term.length < LEAST || !LETTERS.test(term)) return [];
      words ??= nearWords(known.terms());
      const found = memory.get(term) ?? repairsOf(term, words, known);
      if (memory.size > REMEMBERED) memory.clear();
      memory.set(term, found);
      return found;
    },
  };
}

function repairsOf(term: string, near: NearWords, known: KnownTerms): Repair[] {
  const most = term.length >= LEAST_FOR_TWO ? 2 : 1;
  return near(term, most)
    .map((word) => ({
      word,
      distance: distanceOf(term, word, most),
      start: word[0] === term[0] ? 0 : 1,
      frequency: known.documentFrequency(word),
    }))
    .filter(({ word, distance }) => distance <= most && known.knows(word))
    .toSorted((a, b) => a.distance - b.distance || a.start - b.start || b.frequency - a.frequency)
    .slice(0, MOST)
    .map(({ word, distance }, rank) => [word, (PROBABILITY[distance] ?? 0.5) / (rank + 1)]);
}

/** Words that share enough pairs of letters with one to be within a distance of it. */
type NearWords = (term: string, distance: number) => string[];

function nearWords(terms: Iterable<string>): NearWords {
  const words = [...terms].filter((term) => term.length >= LEAST - 1 && LETTERS.test(term));
  const byBigram = new Map<string, number[]>();
  words.forEach((word, at) => {
    for (const bigram of new Set(bigramsOf(word))) {
      const holders = byBigram.get(bigram);
      if (holders === undefined) byBigram.set(bigram, [at]);
      else holders.push(at);
    }
  });
  const shared = new Uint8Array(words.length);
  return (term, distance) => {
    const touched: number[] = [];
    for (const bigram of new Set(bigramsOf(term))) {
      for (const at of byBigram.get(bigram) ?? []) {
        if (shared[at] === 0) touched.push(at);
        shared[at] = (shared[at] ?? 0) + 1;
      }
    }
    const least = Math.max(2, term.length + 1 - 3 * distance);
    const near = touched.filter((at) => (shared[at] ?? 0) >= least);
    for (const at of touched) shared[at] = 0;
    return near
      .map((at) => words[at] ?? "")
      .filter((word) => Math.abs(word.length - term.length) <= distance);
  };
}

function bigramsOf(term: string): string[] {
  const framed = `_${term}_`;
  return Array.from({ length: framed.length - 1 }, (_, at) => framed.slice(at, at + 2));
}
