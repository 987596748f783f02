import type { Instant } from "../kernel/clock.ts";
import type { RetentionSchedule } from "./retention-schedule.ts";
import { spacingMs } from "./spacing-ms.ts";

/** The span of time in which one automatic snapshot belongs, and its number since 1970. */
export type Slot = { readonly number: number; readonly from: Instant; readonly spacingMs: number };

/** The slot of now: as long as the closest spacing of the schedule. Undefined where it documents none. */
export function slotAt(schedule: RetentionSchedule, now: Instant): Slot | undefined {
  const spacings = schedule.rows.flatMap(({ spacing }) =>
    spacing === null ? [] : [spacingMs(spacing)],
  );
  if (spacings.length === 0) return undefined;
  const closest = Math.min(...spacings);
  const number = Math.floor(now / closest);
  return { number, from: (number * closest) as Instant, spacingMs: closest };
}

/**
 * Whether an automatic snapshot is due: none ends in the slot of now. It looks only at what exists,
 * so a restart forgets nothing; after a pause one is taken, not one for every slot that was missed;
 * and snapshots that a wrong clock has put into the future do not stop it.
 *
 * @param ends when the content of each automatic snapshot ended, any order
 */
export function isSnapshotDue(
  schedule: RetentionSchedule,
  ends: readonly Instant[],
  now: Instant,
): boolean {
  const slot = slotAt(schedule, now);
  return slot !== undefined && !ends.some((to) => to >= slot.from && to <= now);
}
