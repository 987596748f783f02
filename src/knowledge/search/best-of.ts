/** A unit and its score in one list. */
export type Scored = { readonly unit: number; readonly score: number };

/** The best few of many; of equals the lower unit. Nothing else is ever sorted. */
export class BestOf {
  readonly #most: number;
  readonly #units: Int32Array;
  readonly #scores: Float64Array;
  #size = 0;

  constructor(most: number) {
    this.#most = most;
    this.#units = new Int32Array(most);
    this.#scores = new Float64Array(most);
  }

  /** Units without a score are none. */
  offer(unit: number, score: number): void {
    if (this.#size < this.#most) {
      this.#size += 1;
      this.#rise(this.#size - 1, unit, score);
      return;
    }
    const worst = this.#scores[0] as number;
    if (score < worst) return;
    if (score === worst && unit > (this.#units[0] as number)) return;
    this.#sink(unit, score);
  }

  /** Best first; none are left. */
  take(): Scored[] {
    const taken: Scored[] = Array.from({ length: this.#size });
    for (let at = this.#size - 1; at >= 0; at -= 1) {
      taken[at] = { unit: this.#units[0] as number, score: this.#scores[0] as number };
      this.#size = at;
      this.#sink(this.#units[at] as number, this.#scores[at] as number);
    }
    return taken;
  }

  /** The worst stands on top of the heap. */
  #rise(from: number, unit: number, score: number): void {
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.#isBetter(above, unit, score)) break;
      this.#move(above, at);
      at = above;
    }
    this.#put(at, unit, score);
  }

  #sink(unit: number, score: number): void {
    let at = 0;
    for (;;) {
      let worse = 2 * at + 1;
      if (worse >= this.#size) break;
      const other = worse + 1;
      if (other < this.#size && this.#isWorse(other, worse)) worse = other;
      if (this.#isBetter(worse, unit, score)) break;
      this.#move(worse, at);
      at = worse;
    }
    this.#put(at, unit, score);
  }

  #isBetter(at: number, unit: number, score: number): boolean {
    const own = this.#scores[at] as number;
    return own > score || (own === score && (this.#units[at] as number) < unit);
  }

  #isWorse(one: number, other: number): boolean {
    return !this.#isBetter(one, this.#units[other] as number, this.#scores[other] as number);
  }

  #move(from: number, to: number): void {
    this.#put(to, this.#units[from] as number, this.#scores[from] as number);
  }

  #put(at: number, unit: number, score: number): void {
    this.#units[at] = unit;
    this.#scores[at] = score;
  }
}
