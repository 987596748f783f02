import { DateTime } from "luxon";
import type { Instant } from "../kernel/clock.ts";

/** A stretch of time: its first instant, and the first one after it. */
export type Stretch = { readonly from: Instant; readonly to: Instant };

/** Yesterday as a zone's calendar has it: 23 or 25 hours where its clocks were changed. */
export function dayBefore(now: Instant, zone: string): Stretch {
  const today = DateTime.fromMillis(now, { zone }).startOf("day");
  return {
    from: today.minus({ days: 1 }).toMillis() as Instant,
    to: today.toMillis() as Instant,
  };
}
