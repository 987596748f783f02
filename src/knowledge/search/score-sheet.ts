import type { Scored } from "./best-of.ts";
import { BestOf } from "./best-of.ts";

/** Scores by number, kept between queries: nothing is allocated while one runs. */
export class ScoreSheet {
  readonly #scores: Float64Array;
  readonly #touched: Int32Array;
  #count = 0;

  constructor(size: number) {
    this.#scores = new Float64Array(size);
    this.#touched = new Int32Array(size);
  }

  /** 0 where there is none. */
  get(number: number): number {
    return this.#scores[number] ?? 0;
  }

  add(number: number, score: number): void {
    if (score <= 0) return;
    const before = this.#scores[number];
    if (before === undefined) return;
    if (before === 0) this.#touched[this.#count++] = number;
    this.#scores[number] = before + score;
  }

  /** The numbers that have a score, in the order they got it. */
  numbers(): Int32Array {
    return this.#touched.subarray(0, this.#count);
  }

  /** Best first; of equals the lower number. */
  best(most: number): Scored[] {
    const best = new BestOf(most);
    for (const number of this.numbers()) best.offer(number, this.get(number));
    return best.take();
  }

  clear(): void {
    for (const number of this.numbers()) this.#scores[number] = 0;
    this.#count = 0;
  }
}
