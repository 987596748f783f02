import { MINUTE_MS, type Instant } from "../kernel/clock.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import type { LeftOut } from "./left-out.ts";
import type { RestoreProblem } from "./restore-problem.ts";
import type { Snapshot } from "./snapshot.ts";

/** The one snapshot that may serve a moment, and what stands around it. */
export type Candidates = {
  readonly before: Snapshot;
  /** Milliseconds from `before.pointInTime.to` to the moment, never negative. */
  readonly gapMs: number;
  /** The next one after the moment: people often prefer it once they see both. */
  readonly nextLater?: Snapshot;
  readonly rejected: readonly Rejected[];
};

export type Rejected = { readonly id: string; readonly why: Ineligible };

export type Ineligible = "not-available" | "after-the-moment" | "expires-too-soon" | "other-kind";

type Wanted = {
  readonly moment: Instant;
  readonly now: Instant;
  /** A snapshot must outlive twice this, or it may vanish under the restore. */
  readonly estimateMs?: number;
  /** Only this kind can do what is asked: a recovery point is no backup, and nothing else is reverted to. */
  readonly kind?: Snapshot["kind"];
  /** Staff named one: the same rule applies to it. */
  readonly snapshotId?: string;
  /** What the list does not show: told where nothing is found. */
  readonly leftOut?: readonly LeftOut[];
};

/** How far a person's clock may be ahead of ours. */
const FUTURE_TOLERANCE_MS = MINUTE_MS;

/**
 * Chooses the newest snapshot whose content ends at or before the moment; equality counts.
 * Never falls back to a later one or to the latest.
 *
 * @param snapshots all of one scope, any order
 */
export function chooseSnapshot(
  snapshots: readonly Snapshot[],
  wanted: Wanted,
): Result<Candidates, RestoreProblem> {
  const { moment, now, snapshotId, leftOut } = wanted;
  if (moment > now + FUTURE_TOLERANCE_MS) return fail({ kind: "in-the-future" });

  const judged = snapshots.map((snapshot) => ({ snapshot, why: ineligible(snapshot, wanted) }));
  const rejected = judged.flatMap(({ snapshot, why }) =>
    why === undefined ? [] : [{ id: snapshot.id, why }],
  );
  const eligible = judged.flatMap(({ snapshot, why }) => (why === undefined ? [snapshot] : []));
  const before =
    snapshotId === undefined
      ? eligible.toSorted(bestFirst)[0]
      : eligible.find(({ id }) => id === snapshotId);
  if (before === undefined) {
    const problem = nothingFor(snapshots.filter(isOfKind(wanted)), rejected, snapshotId);
    const told = problem.kind === "no-snapshot-before" && leftOut !== undefined ? { leftOut } : {};
    return fail({ ...problem, ...told });
  }

  const nextLater = firstAfter(snapshots.filter(isOfKind(wanted)), moment);
  return ok({
    before,
    gapMs: Math.max(0, moment - before.pointInTime.to),
    ...(nextLater === undefined ? {} : { nextLater }),
    rejected,
  });
}

function ineligible(snapshot: Snapshot, wanted: Wanted): Ineligible | undefined {
  const { moment, now, estimateMs = 0 } = wanted;
  if (!isOfKind(wanted)(snapshot)) return "other-kind";
  if (snapshot.state !== "available") return "not-available";
  if (snapshot.pointInTime.to > moment) return "after-the-moment";
  const end = snapshot.expiresAt;
  return end !== undefined && end <= now + 2 * estimateMs ? "expires-too-soon" : undefined;
}

const isOfKind =
  ({ kind }: Wanted) =>
  (snapshot: Snapshot): boolean =>
    kind === undefined || snapshot.kind === kind;

/** The greatest `to`, then the greater `from`, then the smaller id: the same for everybody. */
const bestFirst = (a: Snapshot, b: Snapshot): number =>
  b.pointInTime.to - a.pointInTime.to ||
  b.pointInTime.from - a.pointInTime.from ||
  (a.id < b.id ? -1 : 1);

function firstAfter(snapshots: readonly Snapshot[], moment: Instant): Snapshot | undefined {
  return snapshots
    .filter(({ state, pointInTime }) => state === "available" && pointInTime.to > moment)
    .toSorted((a, b) => a.pointInTime.to - b.pointInTime.to || (a.id < b.id ? -1 : 1))[0];
}

function nothingFor(
  snapshots: readonly Snapshot[],
  rejected: readonly Rejected[],
  named: string | undefined,
): RestoreProblem {
  if (named !== undefined) {
    const why = rejected.find(({ id }) => id === named)?.why ?? "not-found";
    return { kind: "snapshot-not-eligible", id: named, why };
  }
  const held = snapshots
    .filter(({ state }) => state === "available")
    .map(({ pointInTime }) => pointInTime.to)
    .toSorted((a, b) => a - b);
  const [earliest] = held;
  const latest = held.at(-1);
  return {
    kind: "no-snapshot-before",
    ...(earliest === undefined ? {} : { earliest }),
    ...(latest === undefined ? {} : { latest }),
  };
}
