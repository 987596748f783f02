/** The units (articles or sections, numbered from 0) that hold a term equally often. */
export type Posting = { readonly frequency: number; readonly units: ArrayLike<number> };

/** Which units hold which term, and how often. One per language and list. */
export interface Postings {
  /** Stores a unit with the frequency of each of its terms. A unit is added once. */
  add(unit: number, frequencies: ReadonlyMap<string, number>): void;
  /** Never change what comes back. None where no unit holds the term. */
  of(term: string): readonly Posting[];
  terms(): Iterable<string>;
}

export type OpenPostings = () => Postings;
