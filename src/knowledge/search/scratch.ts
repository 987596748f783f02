/** Working room of one list, kept between queries: nothing is allocated while one runs. */
export type Scratch = {
  /** `k1 · (1 − b + b · length / mean length)` of every unit. */
  readonly norms: Float64Array;
  /** 1 where a unit may be found. */
  readonly live: Uint8Array;
  readonly scores: Float64Array;
  /** Units that have a score, in the order they got it. */
  readonly touched: Int32Array;
  touchedCount: number;
  /** Expected frequencies while a term with alternatives is read. */
  readonly expected: Float64Array;
  readonly expectedUnits: Int32Array;
};

type Tuning = { readonly k1: number; readonly b: number };

/** Room for units of these lengths, of which some are dead. */
export function scratchFor(
  lengths: readonly number[],
  dead: ReadonlySet<number>,
  { k1, b }: Tuning,
): Scratch {
  const size = lengths.length;
  const live = new Uint8Array(size).fill(1);
  for (const unit of dead) live[unit] = 0;
  let sum = 0;
  for (let unit = 0; unit < size; unit += 1) sum += (live[unit] ?? 0) * (lengths[unit] ?? 0);
  const mean = sum === 0 ? 1 : sum / (size - dead.size);
  return {
    norms: Float64Array.from(lengths, (length) => k1 * (1 - b + (b * length) / mean)),
    live,
    scores: new Float64Array(size),
    touched: new Int32Array(size),
    touchedCount: 0,
    expected: new Float64Array(size),
    expectedUnits: new Int32Array(size),
  };
}
