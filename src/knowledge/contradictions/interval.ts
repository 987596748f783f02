/** How often something is said: at least, and at most. */
export type Interval = { readonly least: number; readonly most: number };

export const NEVER: Interval = { least: 0, most: 0 };

/** What all of them could have meant; nothing where they contradict each other. */
export function common(intervals: readonly Interval[]): Interval | undefined {
  const least = Math.max(0, ...intervals.map((one) => one.least));
  const most = Math.min(Number.MAX_SAFE_INTEGER, ...intervals.map((one) => one.most));
  return least <= most ? { least, most } : undefined;
}

export const sum = (intervals: readonly Interval[]): Interval => ({
  least: intervals.reduce((total, one) => total + one.least, 0),
  most: intervals.reduce((total, one) => total + one.most, 0),
});
