import { Index } from "flexsearch";
import { LEVELS, slotOf } from "../../knowledge/search/levels.ts";
import type { Postings, TermPostings } from "../../knowledge/search/postings.ts";
import { postingOf } from "../../knowledge/search/postings.ts";

const NONE: readonly TermPostings[] = [];

/**
 * Stands for all terms of the unit being added: FlexSearch takes them from there as they are. Cut
 * out of one long text, they would keep that text, and be new strings to hash every time.
 */
const WHOLE_UNIT = " ";

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
    encode: (text: string) => (text === WHOLE_UNIT ? [...adding.keys()] : [text]),
    score: (_content: string[], term: string) => slotOf(adding.get(term) ?? 1),
  });
  return {
    add: (unit, frequencies) => {
      adding = frequencies;
      index.add(unit, WHOLE_UNIT);
      for (const term of frequencies.keys()) known.add(term);
    },
    of: (term) => {
      if (!known.has(term)) return NONE;
      const slots: unknown = index.search(term, { resolve: false }).result;
      return [postingsIn(slots as Slots)];
    },
    terms: () => known,
  };
}

type Slots = readonly (readonly number[] | undefined)[];

/** The arrays are FlexSearch's own, so only read; slots may be holes. */
function postingsIn(slots: Slots): TermPostings {
  const size = slots.reduce((sum, units) => sum + (units?.length ?? 0), 0);
  const postings = new Uint32Array(size);
  let end = 0;
  slots.forEach((units, slot) => {
    for (const unit of units ?? []) postings[end++] = postingOf(unit, slot);
  });
  return postings.toSorted();
}
