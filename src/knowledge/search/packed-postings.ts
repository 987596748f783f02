import type { PackedTerms } from "./packed-terms.ts";
import { NO_PLACE, packTerms, placeOfTerm, termsIn } from "./packed-terms.ts";
import type { OpenPostings, Postings, TermPostings } from "./postings.ts";

/** Postings as two flat arrays: quick to write, to send, to read again and to score. */
export type PackedPostings = {
  readonly terms: PackedTerms;
  /** Where the postings of each term begin, and where the last ones end. */
  readonly starts: Uint32Array;
  readonly postings: Uint32Array;
};

/** Packs whatever postings hold. */
export function packPostings(postings: Postings): PackedPostings {
  const terms = [...postings.terms()];
  const parts = terms.map((term) => postings.of(term));
  const sizes = parts.map((some) => some.reduce((sum, { length }) => sum + length, 0));
  const { starts, all } = roomFor(sizes);
  parts.forEach((some, place) => {
    let end = starts[place] as number;
    for (const part of some) {
      all.set(part, end);
      end += part.length;
    }
  });
  return { terms: packTerms(terms), starts, postings: all };
}

/** Where the postings of each term go, by how many there are. */
function roomFor(sizes: readonly number[]): { starts: Uint32Array; all: Uint32Array } {
  const starts = new Uint32Array(sizes.length + 1);
  sizes.forEach((size, place) => (starts[place + 1] = (starts[place] as number) + size));
  return { starts, all: new Uint32Array(starts[sizes.length] as number) };
}

/** Puts pieces together, each of which holds later units than the one before. */
function joined(pieces: readonly PackedPostings[]): PackedPostings {
  const [only] = pieces;
  if (only !== undefined && pieces.length === 1) return only;
  const places = new Map<string, number>();
  const sizes: number[] = [];
  const placesIn = pieces.map(({ terms, starts }) => {
    const own = new Uint32Array(starts.length - 1);
    let at = 0;
    for (const term of termsIn(terms)) {
      const place = places.get(term) ?? places.size;
      places.set(term, place);
      sizes[place] = (sizes[place] ?? 0) + sizeAt(starts, at);
      own[at++] = place;
    }
    return own;
  });
  const { starts, all } = roomFor(sizes);
  const ends = starts.slice();
  pieces.forEach((piece, number) =>
    placesIn[number]?.forEach((place, at) => {
      all.set(piece.postings.subarray(piece.starts[at], piece.starts[at + 1]), ends[place]);
      ends[place] = (ends[place] as number) + sizeAt(piece.starts, at);
    }),
  );
  return { terms: packTerms([...places.keys()]), starts, postings: all };
}

const sizeAt = (starts: Uint32Array, place: number): number =>
  (starts[place + 1] as number) - (starts[place] as number);

/** So many units are packed together: what grows longer is slow to add to. */
const UNITS_OF_A_PIECE = 2000;

/** Postings that can be packed at any time, and grow on. */
export type GrowingPostings = Postings & {
  /** All of them in one piece. */
  readonly pack: () => PackedPostings;
};

/**
 * Reads packed postings. What is added later goes to fresh ones, which are packed too once they
 * hold enough units: adding costs the same however many units there are.
 */
export function packedPostings(open: OpenPostings, packed?: PackedPostings): GrowingPostings {
  let pieces = packed === undefined ? [] : [packed];
  let fresh: { readonly postings: Postings; units: number } | undefined;
  const close = (): void => {
    if (fresh !== undefined) pieces.push(packPostings(fresh.postings));
    fresh = undefined;
  };
  return {
    add: (unit, frequencies) => {
      fresh ??= { postings: open(), units: 0 };
      fresh.postings.add(unit, frequencies);
      fresh.units += 1;
      if (fresh.units >= UNITS_OF_A_PIECE) close();
    },
    of: (term) => {
      const parts = pieces.flatMap((piece) => postingsOf(piece, term));
      return fresh === undefined ? parts : parts.concat(fresh.postings.of(term));
    },
    terms: () => {
      const sources = pieces.map(({ terms }): Iterable<string> => termsIn(terms));
      if (fresh !== undefined) sources.push(fresh.postings.terms());
      const [only, ...others] = sources;
      if (others.length === 0) return only ?? [];
      return new Set(sources.flatMap((source) => [...source]));
    },
    pack: () => {
      close();
      pieces = [joined(pieces)];
      return pieces[0] as PackedPostings;
    },
  };
}

const NONE: readonly TermPostings[] = [];

function postingsOf({ terms, starts, postings }: PackedPostings, term: string) {
  const place = placeOfTerm(terms, term);
  return place === NO_PLACE ? NONE : [postings.subarray(starts[place], starts[place + 1])];
}
