import { DAY_MS } from "../kernel/clock.ts";
import type { Instant } from "../kernel/clock.ts";
import { offsetMsAt } from "./zones/offset-at.ts";

/**
 * The instants at which a zone's clocks show a time, earliest first: none in a gap, two in an overlap.
 * Luxon is asked for offsets only: by itself it moves a time in a gap forward, and picks a side
 * of an overlap by the day the code runs.
 *
 * @param local the time shown, in milliseconds as if it were UTC
 */
export function instantsOf(local: number, zone: string): readonly Instant[] {
  return offsetsAround(local, zone)
    .map((offset) => (local - offset) as Instant)
    .filter((at) => at + offsetMsAt(zone, at) === local);
}

/**
 * What a time in a gap may stand for: read with the offset after and with the offset before the jump,
 * earlier instant first.
 */
export function neighboursOfGap(local: number, zone: string): readonly [Instant, Instant] {
  const offsets = offsetsAround(local, zone);
  const [most = 0, least = most] = offsets;
  return [(local - most) as Instant, (local - least) as Instant];
}

/** The instant between two at which the zone's offset changes. */
export function changeBetween(early: Instant, late: Instant, zone: string): Instant {
  const before = offsetMsAt(zone, early);
  let [low, high] = [early as number, late as number];
  while (high - low > 1_000) {
    const middle = Math.floor((low + high) / 2_000) * 1_000;
    if (middle <= low) break;
    if (offsetMsAt(zone, middle) === before) low = middle;
    else high = middle;
  }
  return high as Instant;
}

/** The offsets in force a day before and a day after, the larger first: it gives the earlier instant. */
function offsetsAround(local: number, zone: string): readonly number[] {
  const around = new Set([offsetMsAt(zone, local - DAY_MS), offsetMsAt(zone, local + DAY_MS)]);
  return [...around].toSorted((a, b) => b - a);
}
