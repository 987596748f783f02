import { DAY_MS, type Instant } from "../kernel/clock.ts";
import type { Kept } from "./ports.ts";
import type { RetentionRow, RetentionSchedule } from "./retention-schedule.ts";
import type { Snapshot } from "./snapshot.ts";
import { spacingMs } from "./spacing-ms.ts";

type Thinning = {
  readonly now: Instant;
  /** Named by an open restore plan or a running operation. */
  readonly inUse?: ReadonlySet<string>;
  /** The newest one whose content has been compared. */
  readonly newestVerified?: string;
};

export type ThinnedOut = {
  readonly keep: readonly Kept[];
  readonly drop: readonly Kept[];
  /** Left alone although the schedule would not keep them. */
  readonly refused: readonly Kept[];
};

/**
 * Which of our own snapshots a schedule keeps: the oldest of every bucket of a row's spacing, where
 * a row reaches one spacing further than it says. That overlap turns spacing into a promise: the
 * worst gap inside a row is its spacing. Doing it twice changes nothing.
 */
export function thinOut(
  snapshots: readonly Snapshot[],
  schedule: RetentionSchedule,
  thinning: Thinning,
): ThinnedOut {
  const oldestFirst = snapshots.toSorted(
    (a, b) => a.pointInTime.to - b.pointInTime.to || (a.id < b.id ? -1 : 1),
  );
  const reasons = new Map<string, string>();
  for (const row of schedule.rows) keepRow(oldestFirst, row, thinning.now, reasons);

  const kept: Kept[] = [];
  const drop: Kept[] = [];
  const refused: Kept[] = [];
  for (const snapshot of oldestFirst) {
    const { id, pointInTime } = snapshot;
    const reason = reasons.get(id);
    const guard = guarded(snapshot, oldestFirst, thinning);
    if (reason !== undefined) kept.push({ id, to: pointInTime.to, reason });
    else if (guard !== undefined) refused.push({ id, to: pointInTime.to, reason: guard });
    else drop.push({ id, to: pointInTime.to, reason: "thinned-out" });
  }
  return { keep: kept, drop, refused };
}

function keepRow(
  oldestFirst: readonly Snapshot[],
  row: RetentionRow,
  now: Instant,
  reasons: Map<string, string>,
): void {
  const every = row.spacing === null ? 0 : spacingMs(row.spacing);
  const from = (row.fromDay - 1) * DAY_MS;
  const to = row.toDay === null ? Infinity : row.toDay * DAY_MS + every;
  const seen = new Set<number>();
  for (const { id, pointInTime } of oldestFirst) {
    const bucket = every === 0 ? pointInTime.to : Math.floor(pointInTime.to / every);
    const oldest = !seen.has(bucket);
    seen.add(bucket);
    const age = now - pointInTime.to;
    const inRow = age >= from && age < to;
    if (inRow && (oldest || every === 0) && !reasons.has(id)) {
      reasons.set(id, every === 0 ? "not-documented" : row.label);
    }
  }
}

function guarded(
  snapshot: Snapshot,
  oldestFirst: readonly Snapshot[],
  { now, inUse, newestVerified }: Thinning,
): string | undefined {
  if (snapshot.locked) return "locked";
  if (snapshot.id === oldestFirst.at(-1)?.id) return "newest";
  if (snapshot.id === newestVerified) return "newest-verified";
  if (inUse?.has(snapshot.id) === true) return "in-use";
  return snapshot.pointInTime.to > now ? "clock-went-back" : undefined;
}
