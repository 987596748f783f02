/** Working room for the units of a list, kept between queries: nothing is allocated while one runs. */
export type Scratch = {
  readonly scores: Float64Array;
  /** Units that have a score, in the order they got it. */
  readonly touched: Int32Array;
  touchedCount: number;
  /** Expected frequencies while a term with alternatives is read. */
  readonly expected: Float64Array;
  readonly expectedUnits: Int32Array;
};

/** Room for so many units. */
export const scratchFor = (units: number): Scratch => ({
  scores: new Float64Array(units),
  touched: new Int32Array(units),
  touchedCount: 0,
  expected: new Float64Array(units),
  expectedUnits: new Int32Array(units),
});
