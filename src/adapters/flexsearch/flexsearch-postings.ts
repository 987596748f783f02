import { Index } from "flexsearch";
import { LEVELS, slotOf } from "../../knowledge/search/levels.ts";
import type { Posting, Postings } from "../../knowledge/search/postings.ts";

const NONE: readonly Posting[] = [];

/**
 * FlexSearch as a store of postings: the level of a term's frequency is its slot, and all ranking
 * is done outside. Terms hold no space; units are whole numbers.
 */
export function flexsearchPostings(): Postings {
  const known = new Set<string>();
  let adding: ReadonlyMap<string, number> = new Map();
  const index = new Index({
    tokenize: "strict",
    resolution: LEVELS.length,
    cache: false,
    fastupdate: false,
    encode: (text: string) => text.split(" "),
    score: (_content: string[], term: string) => slotOf(adding.get(term) ?? 1),
  });
  return {
    add: (unit, frequencies) => {
      adding = frequencies;
      index.add(unit, [...frequencies.keys()].join(" "));
      for (const term of frequencies.keys()) known.add(term);
    },
    of: (term) => {
      if (!known.has(term)) return NONE;
      const slots: unknown = index.search(term, { resolve: false }).result;
      return postingsIn(slots as readonly (readonly number[] | undefined)[]);
    },
    terms: () => known,
  };
}

/** FlexSearch's own arrays, not copies; slots may be holes. */
function postingsIn(slots: readonly (readonly number[] | undefined)[]): Posting[] {
  const postings: Posting[] = [];
  for (let slot = 0; slot < slots.length; slot += 1) {
    const units = slots[slot];
    if (units !== undefined) postings.push({ frequency: LEVELS[slot] ?? 1, units });
  }
  return postings;
}
