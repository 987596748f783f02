import type { Unit } from "./unit.ts";
import { alike } from "./unit.ts";

/** Places of sentences in two editions that say the same; one side may be empty. */
export type Bead = { readonly left: readonly number[]; readonly right: readonly number[] };

const SHAPES = [
  [1, 1],
  [1, 0],
  [0, 1],
  [1, 2],
  [2, 1],
  [2, 2],
  [1, 3],
  [3, 1],
] as const;
type Shape = (typeof SHAPES)[number];

const SKIP = 0.55;
const UNEVEN = 0.5;
const OTHER_KIND = 0.5;
const LENGTHS = 0.35;
const UNLIKE = 0.9;
const BAND = 24;

type Step = { readonly cost: number; readonly shape?: Shape };

/**
 * Aligns the sentences of two editions, in order, where one may say in two sentences what the
 * other says in one, or lack some. Cheapest by length, kind and what survives translation.
 */
export function alignUnits(left: readonly Unit[], right: readonly Unit[]): Bead[] {
  const band = Math.abs(left.length - right.length) + BAND;
  const slope = right.length / Math.max(1, left.length);
  const table: Map<number, Step>[] = [];
  for (let row = 0; row <= left.length; row += 1) {
    const line = new Map<number, Step>();
    table.push(line);
    const middle = Math.round(row * slope);
    const to = Math.min(right.length, middle + band);
    for (let col = Math.max(0, middle - band); col <= to; col += 1) {
      line.set(col, bestStep(table, [row, col], [left, right]));
    }
  }
  return trace(table, left.length, right.length);
}

function bestStep(
  table: readonly Map<number, Step>[],
  [row, col]: readonly [number, number],
  [left, right]: readonly [readonly Unit[], readonly Unit[]],
): Step {
  if (row === 0 && col === 0) return { cost: 0 };
  let best: Step = { cost: Number.POSITIVE_INFINITY };
  for (const shape of SHAPES) {
    const before = table[row - shape[0]]?.get(col - shape[1]);
    if (before === undefined || before.cost >= best.cost) continue;
    const cost =
      before.cost + costOf(left.slice(row - shape[0], row), right.slice(col - shape[1], col));
    if (cost < best.cost) best = { cost, shape };
  }
  return best;
}

function costOf(left: readonly Unit[], right: readonly Unit[]): number {
  if (left.length === 0 || right.length === 0) return SKIP;
  const lengths = Math.abs(Math.log(lengthOf(left) / lengthOf(right)));
  const uneven = UNEVEN * (left.length + right.length - 2);
  const breaks = [...left.slice(1), ...right.slice(1)].filter((unit) => unit.opens).length;
  const kinds = left[0]?.kind === right[0]?.kind ? 0 : OTHER_KIND;
  const opens = left[0]?.opens === right[0]?.opens ? 0 : 0.15;
  return UNLIKE * (1 - alike(left, right)) + LENGTHS * lengths + uneven + breaks + kinds + opens;
}

const lengthOf = (units: readonly Unit[]): number =>
  units.reduce((total, unit) => total + unit.text.length, 4);

function trace(table: readonly Map<number, Step>[], rows: number, cols: number): Bead[] {
  const beads: Bead[] = [];
  let [row, col] = [rows, cols];
  while (row > 0 || col > 0) {
    const shape = table[row]?.get(col)?.shape;
    if (shape === undefined) break;
    beads.push({ left: places(row, shape[0]), right: places(col, shape[1]) });
    row -= shape[0];
    col -= shape[1];
  }
  return beads.toReversed();
}

const places = (end: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => end - count + index);
