import type { Instant } from "../kernel/clock.ts";
import { fail, ok } from "../kernel/result.ts";
import type { Result } from "../kernel/result.ts";
import { chooseSnapshot } from "./choose-snapshot.ts";
import { freezePlan } from "./plan-digest.ts";
import { planExpiry } from "./plan-expiry.ts";
import type { RestorePlan, RestoreRequest } from "./restore-plan.ts";
import type { RestoreProblem } from "./restore-problem.ts";
import type { Snapshot } from "./snapshot.ts";

/** A snapshot that only support's own tools show: typed in by staff. */
export type ByHand = {
  readonly snapshotId: string;
  /** When it was taken. */
  readonly taken: Instant;
};

/** What the customer does with a copy that was laid out. @see content/articles/en/import-a-retrieved-snapshot.md */
const STEPS = [
  "read-snap-time",
  "copy-off-within-7-days",
  "dump-current-database",
  "drop-and-create-database",
  "import-database",
];

/**
 * The restore plan of a retrieval that people do with their own tools, frozen like an engine's: the same
 * rules for moment and gap, the same digest, the same approval. Only its run is somebody's work.
 */
export function byHandPlan(
  request: RestoreRequest,
  { snapshotId, taken }: ByHand,
  now: Instant,
): Result<RestorePlan, RestoreProblem> {
  const snapshot = typedSnapshot(request, snapshotId, taken);
  const chosen = chooseSnapshot([snapshot], { moment: request.moment, now, snapshotId });
  if (!chosen.ok) return chosen;
  const { gapMs } = chosen.value;
  const { gapLimitMs, acknowledgedGapMs } = request;
  if (gapMs > gapLimitMs && acknowledgedGapMs !== gapMs) {
    return fail({ kind: "gap-too-large", gapMs, limitMs: gapLimitMs, candidate: snapshotId });
  }
  const plan = freezePlan({
    id: `by-hand-${request.ticketId}-${now}`,
    createdAt: now,
    expiresAt: planExpiry({ createdAt: now }),
    engine: snapshot.engine,
    byHand: true,
    request: { ...request, snapshotId },
    snapshot,
    gapMs,
    destructive: false,
    safetySnapshot: false,
    downtime: "none",
    preconditions: [],
    warnings: [{ code: "by-hand", ok: true }],
    customerSteps: STEPS,
  });
  return ok(plan);
}

/** As much as is known of it: its id and its time. */
const typedSnapshot = ({ scope }: RestoreRequest, id: string, taken: Instant): Snapshot => ({
  engine: scope.product === "cloudmc" ? "cloudstack" : "commerce-cloud",
  id,
  scope,
  kind: "snapshot",
  origin: "automatic",
  pointInTime: { from: taken, to: taken },
  createdAt: taken,
  state: "available",
  rawState: "typed by staff",
  consistency: "unknown",
  holds: [],
  encrypted: "unknown",
  locked: false,
});
