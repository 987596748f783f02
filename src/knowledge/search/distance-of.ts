/**
 * Insertions, deletions, replacements and swaps of neighbours that lead from one word to another,
 * each letter touched once. More than `most` is told as `most + 1`.
 */
export function distanceOf(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = nextRow({ a, b, i, before, above });
    if (Math.min(...row) > most) return most + 1;
    [before, above] = [above, row];
  }
  return Math.min(most + 1, above[b.length] ?? 0);
}

type Step = {
  readonly a: string;
  readonly b: string;
  readonly i: number;
  readonly before: readonly number[];
  readonly above: readonly number[];
};

function nextRow({ a, b, i, before, above }: Step): number[] {
  const row = [i];
  for (let j = 1; j <= b.length; j += 1) {
    const change = a[i - 1] === b[j - 1] ? 0 : 1;
    const cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + change);
    const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    row.push(swapped ? Math.min(cost, (before[j - 2] ?? 0) + 1) : cost);
  }
  return row;
}
