import { DAY_MS, type Instant } from "../kernel/clock.ts";
import type { RetentionRow, RetentionSchedule } from "./retention-schedule.ts";
import { spacingMs } from "./spacing-ms.ts";

/** What a published schedule says about a moment. The real gap comes from the real list as soon as there is one. */
export type RowTold =
  | {
      readonly kind: "documented";
      readonly row: RetentionRow;
      /** The row whose spacing may be quoted: a snapshot near the older edge may already be thinned to the next one. */
      readonly quoted: RetentionRow;
      /** Largest distance from the moment to the snapshot before it. */
      readonly largestGapMs: number;
      /** When the moment leaves its row. */
      readonly until?: Instant;
    }
  /** Nothing is written down for this age; support can say what exists. */
  | { readonly kind: "not-documented"; readonly row?: RetentionRow; readonly until?: Instant }
  | { readonly kind: "out-of-retention"; readonly earliest: Instant };

/** The row of a retention schedule that a moment falls into, and what it lets us say. */
export function rowFor(schedule: RetentionSchedule, moment: Instant, now: Instant): RowTold {
  const age = now - moment;
  const row = rowAt(schedule, age);
  if (row === undefined) return outside(schedule, age, now);
  const until = leaves(row, moment);
  const end = until === undefined ? {} : { until };
  if (row.spacing === null) return { kind: "not-documented", row, ...end };
  const quoted = quotedRow(schedule, row, age);
  if (quoted?.spacing == null) return { kind: "not-documented", row, ...end };
  return { kind: "documented", row, quoted, largestGapMs: spacingMs(quoted.spacing), ...end };
}

/** Where the snapshot before the moment may lie in the next row, that row's spacing holds. */
function quotedRow(schedule: RetentionSchedule, row: RetentionRow, age: number) {
  if (row.spacing === null) return row;
  const reach = age + spacingMs(row.spacing);
  if (row.toDay === null || reach < row.toDay * DAY_MS) return row;
  return rowAt(schedule, row.toDay * DAY_MS) ?? row;
}

const rowAt = (schedule: RetentionSchedule, age: number): RetentionRow | undefined =>
  schedule.rows.find(
    ({ fromDay, toDay }) =>
      Math.max(0, age) >= (fromDay - 1) * DAY_MS && (toDay === null || age < toDay * DAY_MS),
  );

const leaves = ({ toDay }: RetentionRow, moment: Instant): Instant | undefined =>
  toDay === null ? undefined : ((moment + toDay * DAY_MS) as Instant);

function outside(schedule: RetentionSchedule, age: number, now: Instant): RowTold {
  const end = Math.max(0, ...schedule.rows.map(({ toDay }) => toDay ?? 0)) * DAY_MS;
  return age >= end
    ? { kind: "out-of-retention", earliest: (now - end) as Instant }
    : { kind: "not-documented" };
}
