import { fold } from "../words/fold.ts";

/** The words of a text in lower case without accents. */
export const tokensOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * How many typing slips apart two words are: letters added, left out, mistaken, or two swapped.
 * Counts no further than `most`.
 */
export function slipsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const line = nextRow({ one, other, row }, before, last);
    if (Math.min(...line) > most) return most + 1;
    [before, last] = [last, line];
  }
  return last[other.length] ?? most + 1;
}

type At = { readonly one: string; readonly other: string; readonly row: number };

const number = (value: number | undefined): number => value ?? 0;

function nextRow(
  { one, other, row }: At,
  before: readonly number[],
  last: readonly number[],
): readonly number[] {
  const line = [row];
  for (let col = 1; col <= other.length; col += 1) {
    const mistaken = number(last[col - 1]) + (one[row - 1] === other[col - 1] ? 0 : 1);
    const cost = Math.min(number(last[col]) + 1, number(line[col - 1]) + 1, mistaken);
    const swapped = one[row - 1] === other[col - 2] && one[row - 2] === other[col - 1];
    line.push(row > 1 && swapped ? Math.min(cost, number(before[col - 2]) + 1) : cost);
  }
  return line;
}
