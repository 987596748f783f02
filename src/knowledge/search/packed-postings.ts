import { LEVELS, slotOf } from "./levels.ts";
import type { OpenPostings, Posting, Postings } from "./postings.ts";

/** Postings as a few flat arrays: quick to write, to send and to read again. */
export type PackedPostings = {
  /** One a line. */
  readonly terms: string;
  /** Where the postings of each term begin, and where the last ones end. */
  readonly termStarts: Uint32Array;
  /** The level of each posting. */
  readonly slots: Uint8Array;
  /** Where the units of each posting begin, and where the last ones end. */
  readonly unitStarts: Uint32Array;
  readonly units: Uint16Array | Uint32Array;
};

const SHORT_UNITS = 0xffff;

/** Packs whatever postings hold; `size` is the number of units. */
export function packPostings(postings: Postings, size: number): PackedPostings {
  const terms: string[] = [];
  const [termStarts, slots, unitStarts] = [[0], [] as number[], [0]];
  const all: ArrayLike<number>[] = [];
  let end = 0;
  for (const term of postings.terms()) {
    terms.push(term);
    for (const { frequency, units } of postings.of(term)) {
      slots.push(slotOf(frequency));
      all.push(units);
      end += units.length;
      unitStarts.push(end);
    }
    termStarts.push(slots.length);
  }
  const units = size <= SHORT_UNITS ? new Uint16Array(end) : new Uint32Array(end);
  all.forEach((some, at) => units.set(some, unitStarts[at]));
  return {
    terms: terms.join("\n"),
    termStarts: Uint32Array.from(termStarts),
    slots: Uint8Array.from(slots),
    unitStarts: Uint32Array.from(unitStarts),
    units,
  };
}

/** Reads packed postings; what is added later goes to fresh ones. */
export function packedPostings(packed: PackedPostings, open: OpenPostings): Postings {
  const names = packed.terms === "" ? [] : packed.terms.split("\n");
  const places = new Map(names.map((term, at) => [term, at]));
  let fresh: Postings | undefined;
  return {
    add: (unit, frequencies) => {
      fresh ??= open();
      fresh.add(unit, frequencies);
    },
    of: (term) => {
      const place = places.get(term);
      const known = place === undefined ? NONE : postingsAt(packed, place);
      if (fresh === undefined) return known;
      const added = fresh.of(term);
      return added.length === 0 ? known : [...known, ...added];
    },
    terms: () => (fresh === undefined ? names : new Set([...names, ...fresh.terms()])),
  };
}

const NONE: readonly Posting[] = [];

function postingsAt(packed: PackedPostings, place: number): Posting[] {
  const { termStarts, slots, unitStarts, units } = packed;
  const postings: Posting[] = [];
  for (let at = termStarts[place] ?? 0; at < (termStarts[place + 1] ?? 0); at += 1) {
    postings.push({
      frequency: LEVELS[slots[at] ?? 0] ?? 1,
      units: units.subarray(unitStarts[at], unitStarts[at + 1]),
    });
  }
  return postings;
}
