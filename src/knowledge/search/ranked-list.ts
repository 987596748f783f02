import type { Alternatives } from "./add-scores.ts";
import { addScores } from "./add-scores.ts";
import type { Scored } from "./best-of.ts";
import { bestOf } from "./best-of.ts";
import type { Postings } from "./postings.ts";
import type { Scratch } from "./scratch.ts";
import { scratchFor } from "./scratch.ts";

/** A term of a query with what may stand for it. */
export type TermGroup = {
  /** How often the term stands in the query. */
  readonly weight: number;
  readonly alternatives: Alternatives;
};

export type Tuning = {
  readonly k1: number;
  readonly b: number;
  /** How many of the best are given. */
  readonly keep: number;
};

/** What is known of every unit beside its terms. */
export type ListUnits = {
  /** Weighted count of the terms of each unit. */
  readonly lengths: readonly number[];
  readonly dead: readonly number[];
};

export type RankOptions = {
  /** Units with 0 are passed over. All live ones may be found where it is left out. */
  readonly open?: Uint8Array | undefined;
  /** Terms of the query that could not be said in this language at all. */
  readonly missing?: number;
};

/** One list of units of one language, ranked by BM25F. */
export class RankedList {
  readonly postings: Postings;
  readonly #tuning: Tuning;
  readonly #lengths: number[];
  readonly #dead: Set<number>;
  #scratch: Scratch | undefined;

  /** Opens a list over postings; `units` are those the postings hold already. */
  constructor(postings: Postings, tuning: Tuning, units?: ListUnits) {
    this.postings = postings;
    this.#tuning = tuning;
    this.#lengths = [...(units?.lengths ?? [])];
    this.#dead = new Set(units?.dead);
  }

  /** Adds a unit and gives its number. */
  add(frequencies: ReadonlyMap<string, number>, length: number): number {
    const unit = this.#lengths.push(length) - 1;
    if (frequencies.size > 0) this.postings.add(unit, frequencies);
    this.#scratch = undefined;
    return unit;
  }

  remove(unit: number): void {
    this.#dead.add(unit);
    this.#scratch = undefined;
  }

  /**
   * The best units, best first. A score is a share of the greatest possible one, so 0 to 1: lists
   * of different length, kind and language can be compared.
   */
  rank(groups: readonly TermGroup[], { open, missing = 0 }: RankOptions = {}): readonly Scored[] {
    const scratch = this.#ready();
    const { k1, keep } = this.#tuning;
    let most = missing * 0.5 * Math.log(1 + this.#lengths.length) * (k1 + 1);
    for (const { weight, alternatives } of groups) {
      const frequency = this.#expectedFrequency(alternatives);
      if (frequency === 0) continue;
      const gain = weight * this.#rarity(frequency) * (k1 + 1);
      most += gain;
      addScores(this.postings, alternatives, { scratch, gain, open: open ?? scratch.live });
    }
    return taken(scratch, most, keep);
  }

  /** Units that hold the term; removed ones still count. */
  documentFrequency(term: string): number {
    let count = 0;
    for (const { units } of this.postings.of(term)) count += units.length;
    return count;
  }

  /** Whether a live unit holds the term. */
  knows(term: string): boolean {
    const { live } = this.#ready();
    for (const { units } of this.postings.of(term)) {
      for (let at = 0; at < units.length; at += 1) if (live[units[at] ?? 0] === 1) return true;
    }
    return false;
  }

  /** Every term any unit ever held. */
  terms(): Iterable<string> {
    return this.postings.terms();
  }

  units(): ListUnits {
    return { lengths: this.#lengths, dead: [...this.#dead] };
  }

  #ready(): Scratch {
    this.#scratch ??= scratchFor(this.#lengths, this.#dead, this.#tuning);
    return this.#scratch;
  }

  #expectedFrequency(alternatives: Alternatives): number {
    return alternatives.reduce((sum, [term, p]) => sum + p * this.documentFrequency(term), 0);
  }

  /** How much a term says: the fewer units hold it, the more. */
  #rarity(frequency: number): number {
    return Math.log(1 + (this.#lengths.length - frequency + 0.5) / (frequency + 0.5));
  }
}

/** The best scores as shares of the greatest possible one; the room is clean again afterwards. */
function taken(scratch: Scratch, most: number, keep: number): readonly Scored[] {
  const best = bestOf(keep);
  for (let at = 0; at < scratch.touchedCount; at += 1) {
    const unit = scratch.touched[at] ?? 0;
    best.offer(unit, (scratch.scores[unit] ?? 0) / most);
    scratch.scores[unit] = 0;
  }
  scratch.touchedCount = 0;
  return best.take();
}
