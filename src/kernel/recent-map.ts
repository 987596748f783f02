/** Remembers what was set or asked for lately: at least so many entries, at most twice as many. */
export class RecentMap<Value> {
  readonly #least: number;
  #lately = new Map<string, Value>();
  #before = new Map<string, Value>();

  constructor(least: number) {
    this.#least = least;
  }

  get(key: string): Value | undefined {
    const known = this.#lately.get(key);
    if (known !== undefined) return known;
    const older = this.#before.get(key);
    if (older !== undefined) this.set(key, older);
    return older;
  }

  set(key: string, value: Value): void {
    if (this.#lately.size >= this.#least) {
      this.#before = this.#lately;
      this.#lately = new Map();
    }
    this.#lately.set(key, value);
  }

  clear(): void {
    this.#lately.clear();
    this.#before.clear();
  }
}
