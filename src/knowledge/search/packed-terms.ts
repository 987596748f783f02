/** Distinct terms as flat arrays: what was kept can be looked up at once, nothing is built first. */
export type PackedTerms = {
  /** All of them, one after another. */
  readonly text: string;
  /** Where each begins, and where the last one ends. */
  readonly starts: Uint32Array;
  /** A hash table: the place of a term plus 1, or 0. Its length is a power of two. */
  readonly slots: Uint32Array;
};

export const NO_PLACE = -1;

/** Packs distinct terms; each keeps its place. */
export function packTerms(terms: readonly string[]): PackedTerms {
  const starts = new Uint32Array(terms.length + 1);
  let size = 4;
  while (size < terms.length * 2) size *= 2;
  const slots = new Uint32Array(size);
  terms.forEach((term, place) => {
    starts[place + 1] = (starts[place] as number) + term.length;
    let slot = hashOf(term) & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = place + 1;
  });
  return { text: terms.join(""), starts, slots };
}

/** The place of a term; `NO_PLACE` where it is none of them. */
export function placeOfTerm({ text, starts, slots }: PackedTerms, term: string): number {
  const last = slots.length - 1;
  for (let slot = hashOf(term) & last; ; slot = (slot + 1) & last) {
    const place = (slots[slot] as number) - 1;
    if (place === NO_PLACE) return NO_PLACE;
    const start = starts[place] as number;
    const length = (starts[place + 1] as number) - start;
    if (length === term.length && text.startsWith(term, start)) return place;
  }
}

/** All terms, by their places. */
export function* termsIn({ text, starts }: PackedTerms): Generator<string> {
  for (let place = 0; place + 1 < starts.length; place += 1) {
    yield text.slice(starts[place], starts[place + 1]);
  }
}

/** FNV-1a over the code units. */
function hashOf(term: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < term.length; at += 1) {
    hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193);
  }
  return hash ^ (hash >>> 15);
}
