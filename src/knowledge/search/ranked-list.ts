import type { Scored } from "./best-of.ts";
import { bestOf } from "./best-of.ts";
import type { Postings } from "./postings.ts";

/** A term of a query with what may stand for it, each with its probability. */
export type TermGroup = {
  /** How often the term stands in the query. */
  readonly weight: number;
  readonly alternatives: readonly (readonly [term: string, probability: number])[];
};

export type Tuning = { readonly k1: number; readonly b: number; readonly keep: number };

/** What is known of every unit beside its terms. */
export type UnitLengths = { readonly lengths: readonly number[]; readonly dead: readonly number[] };

export type RankOptions = {
  /** Units with 0 are passed over. All live ones where it is left out. */
  readonly open?: Uint8Array;
  /** Words of the query that could not be said in this language at all. */
  readonly missing?: number;
};

/** One list of units of one language, ranked by BM25F. */
export type RankedList = {
  /** Adds a unit and gives its number. `length` is the weighted count of its terms. */
  readonly add: (frequencies: ReadonlyMap<string, number>, length: number) => number;
  readonly remove: (unit: number) => void;
  /**
   * Best first. A score is a share of the greatest possible one, so 0 to 1: lists of different
   * length, kind and language can be compared.
   */
  readonly rank: (groups: readonly TermGroup[], options?: RankOptions) => readonly Scored[];
  /** Units that hold the term; removed ones still count. */
  readonly documentFrequency: (term: string) => number;
  readonly rarity: (frequency: number) => number;
  /** Whether a live unit holds the term. */
  readonly knows: (term: string) => boolean;
  readonly terms: () => Iterable<string>;
  readonly units: () => UnitLengths;
};

/** Opens a list over postings; `known` are the units the postings hold already. */
export function rankedList(postings: Postings, tuning: Tuning, known?: UnitLengths): RankedList {
  const { k1, keep } = tuning;
  const lengths: number[] = [...(known?.lengths ?? [])];
  const dead = new Set<number>(known?.dead);
  let room = roomFor(lengths, dead, tuning);
  let stale = false;

  const ready = (): Room => {
    if (stale) room = roomFor(lengths, dead, tuning);
    stale = false;
    return room;
  };
  const rarity = (frequency: number): number => rarityOf(frequency, lengths.length);
  const documentFrequency = (term: string): number => {
    let count = 0;
    for (const { units } of postings.of(term)) count += units.length;
    return count;
  };

  const score = (groups: readonly TermGroup[], open: Uint8Array): number => {
    let most = 0;
    for (const { weight, alternatives } of groups) {
      let expected = 0;
      for (const [term, probability] of alternatives) {
        expected += probability * documentFrequency(term);
      }
      if (expected === 0) continue;
      const gain = weight * rarity(expected) * (k1 + 1);
      most += gain;
      addGroup(postings, alternatives, { room, open, gain });
    }
    return most;
  };

  return {
    terms: () => postings.terms(),
    rarity,
    documentFrequency,
    add: (frequencies, length) => {
      const unit = lengths.push(length) - 1;
      if (frequencies.size > 0) postings.add(unit, frequencies);
      stale = true;
      return unit;
    },
    remove: (unit) => {
      dead.add(unit);
      stale = true;
    },
    rank: (groups, { open, missing = 0 } = {}) => {
      const now = ready();
      const found = score(groups, open ?? now.live);
      const most = found + missing * 0.5 * Math.log(1 + now.count) * (k1 + 1);
      const best = bestOf(keep);
      for (let at = 0; at < now.touched; at += 1) {
        const unit = now.order[at] ?? 0;
        best.offer(unit, (now.scores[unit] ?? 0) / most);
        now.scores[unit] = 0;
      }
      now.touched = 0;
      return best.take();
    },
    knows: (term) => {
      const { live } = ready();
      return postings
        .of(term)
        .some(({ units }) => Array.prototype.some.call(units, (unit: number) => live[unit] === 1));
    },
    units: () => ({ lengths, dead: [...dead] }),
  };
}

/** Working room of one list: nothing is allocated while a query runs. */
type Room = {
  /** `k1 · (1 − b + b · length / mean length)` of every unit. */
  readonly norms: Float64Array;
  readonly live: Uint8Array;
  readonly count: number;
  readonly scores: Float64Array;
  readonly order: Int32Array;
  touched: number;
  /** Expected frequencies while a group with alternatives is read. */
  readonly expected: Float64Array;
  readonly expectedOrder: Int32Array;
};

function roomFor(lengths: readonly number[], dead: ReadonlySet<number>, { k1, b }: Tuning): Room {
  const size = lengths.length;
  const live = new Uint8Array(size).fill(1);
  for (const unit of dead) live[unit] = 0;
  const count = size - dead.size;
  let sum = 0;
  for (let unit = 0; unit < size; unit += 1) sum += (live[unit] ?? 0) * (lengths[unit] ?? 0);
  const mean = sum === 0 ? 1 : sum / count;
  return {
    norms: Float64Array.from(lengths, (length) => k1 * (1 - b + (b * length) / mean)),
    live,
    count,
    scores: new Float64Array(size),
    order: new Int32Array(size),
    touched: 0,
    expected: new Float64Array(size),
    expectedOrder: new Int32Array(size),
  };
}

/** How much a term says: the fewer units hold it, the more. */
const rarityOf = (frequency: number, count: number): number =>
  Math.log(1 + (count - frequency + 0.5) / (frequency + 0.5));

type Adding = { readonly room: Room; readonly open: Uint8Array; readonly gain: number };

function addGroup(
  postings: Postings,
  alternatives: TermGroup["alternatives"],
  { room, open, gain }: Adding,
): void {
  const [only] = alternatives;
  if (alternatives.length === 1 && only !== undefined && only[1] === 1) {
    addTerm(postings, only[0], { room, open, gain });
    return;
  }
  const { expected, expectedOrder, norms, scores, order } = room;
  let touched = 0;
  for (const [term, probability] of alternatives) {
    for (const { frequency, units } of postings.of(term)) {
      for (let at = 0; at < units.length; at += 1) {
        const unit = units[at] ?? 0;
        if (open[unit] !== 1) continue;
        if (expected[unit] === 0) expectedOrder[touched++] = unit;
        expected[unit] = (expected[unit] ?? 0) + probability * frequency;
      }
    }
  }
  for (let at = 0; at < touched; at += 1) {
    const unit = expectedOrder[at] ?? 0;
    const frequency = expected[unit] ?? 0;
    expected[unit] = 0;
    if (scores[unit] === 0) order[room.touched++] = unit;
    scores[unit] = (scores[unit] ?? 0) + (gain * frequency) / (frequency + (norms[unit] ?? 0));
  }
}

function addTerm(postings: Postings, term: string, { room, open, gain }: Adding): void {
  const { norms, scores, order } = room;
  for (const { frequency, units } of postings.of(term)) {
    const share = gain * frequency;
    for (let at = 0; at < units.length; at += 1) {
      const unit = units[at] ?? 0;
      if (open[unit] !== 1) continue;
      if (scores[unit] === 0) order[room.touched++] = unit;
      scores[unit] = (scores[unit] ?? 0) + share / (frequency + (norms[unit] ?? 0));
    }
  }
}
