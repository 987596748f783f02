import type { WeighedTerm } from "./add-scores.ts";
import { greatestShare } from "./add-scores.ts";
import type { BestUnits } from "./best-units.ts";
import { bestUnits } from "./best-units.ts";
import type { GrowingPostings, PackedPostings } from "./packed-postings.ts";
import type { TermPostings } from "./postings.ts";
import { unitOf } from "./postings.ts";
import type { Scratch } from "./scratch.ts";
import { scratchFor } from "./scratch.ts";

/** A term of a query with what may stand for it. */
export type TermGroup = {
  /** How often the term stands in the query. */
  readonly weight: number;
  /** Each with its probability. */
  readonly alternatives: readonly (readonly [term: string, probability: number])[];
};

export type Tuning = { readonly k1: number; readonly b: number };

/** What is known of every unit beside its terms. */
export type ListUnits = {
  /** Weighted count of the terms of each unit. */
  readonly lengths: readonly number[];
  readonly dead: readonly number[];
};

type Weighing = {
  /** Terms of the query that could not be said in this language at all. */
  readonly missing?: number;
  /** What the greatest possible score counts, default 1. */
  readonly share?: number;
};

export type RankOptions = Pick<BestUnits, "keep"> &
  Pick<Weighing, "missing"> & {
    /** Units with 0 are passed over. All live ones may be found where it is left out. */
    readonly open?: Uint8Array | undefined;
  };

/** What is worked out anew after a change. */
type Measures = {
  /** `k1 · (1 − b + b · length / mean length)` of every unit. */
  readonly norms: Float64Array;
  /** 1 where a unit may be found. */
  readonly live: Uint8Array;
};

/** What a list has found out of a term. */
type KnownTerm = {
  readonly parts: readonly TermPostings[];
  /** How many units hold it. */
  readonly holders: number;
  /** See `greatestShare`; worked out when it is first ranked by. */
  share?: number;
};

const REMEMBERED = 20_000;

/** One list of units of one language, ranked by BM25F. */
export class RankedList {
  readonly #tuning: Tuning;
  readonly #lengths: number[];
  readonly #dead: Set<number>;
  readonly #terms = new Map<string, KnownTerm>();
  readonly #postings: GrowingPostings;
  #measures: Measures | undefined;
  #scratch: Scratch | undefined;

  /** Opens a list over postings; `units` are those the postings hold already. */
  constructor(postings: GrowingPostings, tuning: Tuning, units?: ListUnits) {
    this.#postings = postings;
    this.#tuning = tuning;
    this.#lengths = [...(units?.lengths ?? [])];
    this.#dead = new Set(units?.dead);
  }

  /** Adds a unit and gives its number. */
  add(frequencies: ReadonlyMap<string, number>, length: number): number {
    const unit = this.#lengths.push(length) - 1;
    if (frequencies.size > 0) this.#postings.add(unit, frequencies);
    this.#changed();
    return unit;
  }

  remove(unit: number): void {
    this.#dead.add(unit);
    this.#changed();
  }

  /** Packs what was added, so that it is read faster; what is added later goes to fresh postings. */
  pack(): PackedPostings {
    this.#terms.clear();
    return this.#postings.pack();
  }

  /**
   * The best units, best first. A score is a share of the greatest possible one, so 0 to 1: lists
   * of different length, kind and language can be compared.
   */
  rank(groups: readonly TermGroup[], { open = this.live, keep, missing = 0 }: RankOptions) {
    return bestUnits(this.weigh(groups, { missing }), { scratch: this.scratch, open, keep });
  }

  /** What each term brings, as a share of what all of them can. None where no unit holds a term. */
  weigh(groups: readonly TermGroup[], { missing = 0, share = 1 }: Weighing): WeighedTerm[] {
    if (share === 0) return [];
    const terms = groups.flatMap((group) => this.#weighed(group));
    let most = missing * 0.5 * Math.log(1 + this.#lengths.length) * (this.#tuning.k1 + 1);
    for (const { gain } of terms) most += gain;
    const part = share / most;
    return terms.map((term) => ({ ...term, gain: term.gain * part, bound: term.bound * part }));
  }

  /** 1 for every unit that may be found. */
  get live(): Uint8Array {
    return this.#measured().live;
  }

  /** For lists over the same units, one of them has room enough. */
  get scratch(): Scratch {
    this.#scratch ??= scratchFor(this.#lengths.length);
    return this.#scratch;
  }

  /** Units that hold the term; removed ones still count. */
  documentFrequency(term: string): number {
    return this.#known(term).holders;
  }

  /** Whether a live unit holds the term. */
  knows(term: string): boolean {
    const { live } = this;
    return this.#known(term).parts.some((part) =>
      part.some((posting) => live[unitOf(posting)] === 1),
    );
  }

  /** Every term any unit ever held. */
  terms(): Iterable<string> {
    return this.#postings.terms();
  }

  units(): ListUnits {
    return { lengths: this.#lengths, dead: [...this.#dead] };
  }

  #changed(): void {
    this.#scratch = undefined;
    this.#measures = undefined;
    this.#terms.clear();
  }

  #measured(): Measures {
    this.#measures ??= measured(this.#lengths, this.#dead, this.#tuning);
    return this.#measures;
  }

  #known(term: string): KnownTerm {
    const known = this.#terms.get(term);
    if (known !== undefined) return known;
    const parts = this.#postings.of(term);
    const fresh = { parts, holders: parts.reduce((sum, { length }) => sum + length, 0) };
    if (this.#terms.size >= REMEMBERED) this.#terms.clear();
    this.#terms.set(term, fresh);
    return fresh;
  }

  /** None where no unit holds it. */
  #weighed({ weight, alternatives }: TermGroup): WeighedTerm[] {
    const { norms } = this.#measured();
    const known = alternatives.map(([term, probability]) => {
      const one = this.#known(term);
      one.share ??= greatestShare(one.parts, norms);
      return { probability, ...one, share: one.share };
    });
    const expected = known.reduce((sum, { probability: p, holders }) => sum + p * holders, 0);
    if (expected === 0) return [];
    const gain = weight * this.#rarity(expected) * (this.#tuning.k1 + 1);
    const share = known.reduce((sum, one) => sum + one.share, 0);
    const postings = known.reduce((sum, { holders }) => sum + holders, 0);
    return [{ alternatives: known, gain, norms, bound: gain * Math.min(1, share), postings }];
  }

  /** How much a term says: the fewer units hold it, the more. Alternatives can add up to too many. */
  #rarity(expected: number): number {
    const size = this.#lengths.length;
    const frequency = Math.min(size, expected);
    return Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5));
  }
}

function measured(
  lengths: readonly number[],
  dead: ReadonlySet<number>,
  { k1, b }: Tuning,
): Measures {
  const size = lengths.length;
  const live = new Uint8Array(size).fill(1);
  for (const unit of dead) live[unit] = 0;
  let sum = 0;
  for (let unit = 0; unit < size; unit += 1) sum += (live[unit] ?? 0) * (lengths[unit] ?? 0);
  const mean = sum === 0 ? 1 : sum / (size - dead.size);
  return {
    norms: Float64Array.from(lengths, (length) => k1 * (1 - b + (b * length) / mean)),
    live,
  };
}
