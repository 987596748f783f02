export type Percentiles = { readonly p50: number; readonly p99: number };

/** The middle and the slowest hundredth of what was measured. */
export function percentiles(all: readonly number[]): Percentiles {
  const sorted = all.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}
