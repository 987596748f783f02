import type { OpenPostings, Postings, TermPostings } from "./postings.ts";

/** Postings as two flat arrays: quick to write, to send, to read again and to score. */
export type PackedPostings = {
  /** One a line. */
  readonly terms: string;
  /** Where the postings of each term begin, and where the last ones end. */
  readonly starts: Uint32Array;
  readonly postings: Uint32Array;
};

/** Packs whatever postings hold. */
export function packPostings(postings: Postings): PackedPostings {
  const terms = [...postings.terms()];
  const starts = new Uint32Array(terms.length + 1);
  terms.forEach((term, at) => {
    starts[at + 1] = postings.of(term).reduce((end, { length }) => end + length, starts[at] ?? 0);
  });
  const all = new Uint32Array(starts[terms.length] ?? 0);
  terms.forEach((term, at) => {
    let end = starts[at] ?? 0;
    for (const part of postings.of(term)) {
      all.set(part, end);
      end += part.length;
    }
  });
  return { terms: terms.join("\n"), starts, postings: all };
}

/** So many units are packed together: what grows longer is slow to add to. */
const UNITS_OF_A_PIECE = 2000;

/**
 * Reads packed postings. What is added later goes to fresh ones, which are packed too once they
 * hold enough units: adding costs the same however many units there are.
 */
export function packedPostings(open: OpenPostings, packed?: PackedPostings): Postings {
  const pieces = packed === undefined ? [] : [readPiece(packed)];
  let fresh: { readonly postings: Postings; units: number } | undefined;
  return {
    add: (unit, frequencies) => {
      fresh ??= { postings: open(), units: 0 };
      fresh.postings.add(unit, frequencies);
      fresh.units += 1;
      if (fresh.units < UNITS_OF_A_PIECE) return;
      pieces.push(readPiece(packPostings(fresh.postings)));
      fresh = undefined;
    },
    of: (term) => {
      const parts = pieces.flatMap((piece) => piece.of(term));
      return fresh === undefined ? parts : parts.concat(fresh.postings.of(term));
    },
    terms: () => {
      const sources = [...pieces, ...(fresh === undefined ? [] : [fresh.postings])];
      const [only, ...others] = sources.map((source) => source.terms());
      return others.length === 0
        ? (only ?? [])
        : new Set(sources.flatMap((one) => [...one.terms()]));
    },
  };
}

type Piece = Pick<Postings, "of" | "terms">;

const NONE: readonly TermPostings[] = [];

function readPiece({ terms, starts, postings }: PackedPostings): Piece {
  const names = terms === "" ? [] : terms.split("\n");
  const places = new Map(names.map((term, at) => [term, at]));
  return {
    of: (term) => {
      const place = places.get(term);
      return place === undefined ? NONE : [postings.subarray(starts[place], starts[place + 1])];
    },
    terms: () => names,
  };
}
