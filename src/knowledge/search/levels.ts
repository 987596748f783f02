/**
 * The term frequencies a posting can have, commonest first, so that lists of slots stay short.
 * 24 levels rank as well as exact numbers do.
 */
export const LEVELS: readonly number[] = [
  1, 2, 3, 0.3, 4, 0.6, 1.5, 5, 6, 0.9, 1.3, 8, 2.5, 3.5, 4.5, 7, 10, 12, 15, 20, 27, 36, 50, 80,
];

const ASCENDING = LEVELS.toSorted((a, b) => a - b);
const SLOTS = ASCENDING.map((level) => LEVELS.indexOf(level));
const BORDERS = ASCENDING.slice(1).map((level, at) => Math.sqrt(level * (ASCENDING[at] ?? level)));

/** The slot of the level nearest to a frequency, by ratio. Always a whole number. */
export function slotOf(frequency: number): number {
  let at = 0;
  while (at < BORDERS.length && frequency >= (BORDERS[at] ?? Number.POSITIVE_INFINITY)) at += 1;
  return SLOTS[at] ?? 0;
}
