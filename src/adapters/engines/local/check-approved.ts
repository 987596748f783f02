import { chooseSnapshot } from "../../../restore/choose-snapshot.ts";
import { EngineError } from "../../../restore/engine-error.ts";
import { planDigest } from "../../../restore/plan-digest.ts";
import type { ApprovedPlan } from "../../../restore/restore-plan.ts";
import type { Snapshot } from "../../../restore/snapshot.ts";
import { listAll } from "./listing.ts";
import type { Manifest } from "./manifest.ts";
import { kindServing } from "./policy.ts";
import { preconditions } from "./preconditions.ts";
import type { Local } from "./settings.ts";
import { fullScope, siteOf, type Site } from "./sites.ts";

export type Cleared = { readonly site: Site; readonly manifest: Manifest };

/**
 * Checks an approved plan once more, against the world as it is now.
 *
 * @throws EngineError `approval-missing` or `plan-stale`; the ticket then offers a new plan
 */
export async function checkApproved(local: Local, plan: ApprovedPlan): Promise<Cleared> {
  checkApproval(plan);
  if (local.now() >= plan.expiresAt) throw stale("it has expired");
  const { request, snapshot, gapMs } = plan;
  const site = siteOf(local.projects, request.scope);
  const { resource } = fullScope(site);
  const listed = (await listAll(local.store)).filter(
    (one) => one.snapshot.scope.resource === resource,
  );
  const found = listed.find((one) => one.snapshot.id === snapshot.id);
  if (found?.manifest === undefined || !isSame(found.snapshot, snapshot)) {
    throw stale("its snapshot is gone or has changed");
  }
  const { moment, snapshotId } = request;
  const named = snapshotId === undefined ? {} : { snapshotId };
  const again = chooseSnapshot(
    listed.map((one) => one.snapshot),
    { moment, now: local.now(), kind: kindServing(fullScope(site), request), ...named },
  );
  if (!again.ok || again.value.before.id !== snapshot.id)
    throw stale("a better snapshot has appeared");
  if (gapMs > request.gapLimitMs && request.acknowledgedGapMs !== gapMs) {
    throw stale("its gap has not been accepted");
  }
  const { manifest } = found;
  const failed = (await preconditions(local, { site, request, manifest })).find(({ ok }) => !ok);
  if (failed !== undefined) throw unmet(failed.code);
  return { site, manifest };
}

function checkApproval(plan: ApprovedPlan): void {
  const approval: ApprovedPlan["approval"] | undefined = plan.approval;
  if (approval === undefined) throw unapproved("nobody has approved it");
  if (approval.by === plan.request.requestedBy) throw unapproved("who asked cannot approve");
  const digest = planDigest(plan);
  if (plan.digest !== digest || approval.digest !== digest) {
    throw stale("it is not the plan that was approved");
  }
  if (plan.engine !== "local") throw stale("it was made by another engine");
}

const isSame = (now: Snapshot, then: Snapshot): boolean =>
  now.pointInTime.from === then.pointInTime.from &&
  now.pointInTime.to === then.pointInTime.to &&
  now.state === then.state &&
  now.bytes === then.bytes;

/** What stands in the way has a kind of its own where the desk can say more than "stale". */
function unmet(code: string): EngineError {
  const details = { message: `Cannot run the restore plan: "${code}" no longer holds` };
  if (code === "target-free") return new EngineError("target-exists", "no", details);
  if (code === "points-below-limit") return new EngineError("quota", "no", details);
  if (code === "free-space") return new EngineError("no-space", "no", details);
  if (code === "key-held") return new EngineError("key-unavailable", "no", details);
  if (code === "databases-closed") return new EngineError("busy", "later", details);
  if (code === "environment-active") return new EngineError("source-state", "no", details);
  return new EngineError("plan-stale", "no", details);
}

const stale = (why: string): EngineError =>
  new EngineError("plan-stale", "no", { message: `Cannot run the restore plan: ${why}` });

const unapproved = (why: string): EngineError =>
  new EngineError("approval-missing", "no", { message: `Cannot run the restore plan: ${why}` });
