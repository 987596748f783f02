import type { Operation } from "../../../restore/operation.ts";
import type { Run } from "../../../restore/ports.ts";
import type { ApprovedPlan } from "../../../restore/restore-plan.ts";
import { checkApproved } from "./check-approved.ts";
import { giveBack, placeOf } from "./give-back.ts";
import { probed, resume } from "./recover.ts";
import { operationId } from "./runner.ts";
import type { Local } from "./settings.ts";

/** Starts an approved plan once. The same key again returns the first operation, and goes on with it where its process died. */
export function executePlan(local: Local) {
  return async (plan: ApprovedPlan, run: Run): Promise<Operation> => {
    const first = await firstUnder(local, plan, run);
    if (first !== undefined) return first;
    try {
      return start(local, await checkApproved(local, plan), { plan, run });
    } catch (cause) {
      const meanwhile = await firstUnder(local, plan, run);
      if (meanwhile !== undefined) return meanwhile;
      throw cause;
    }
  };
}

async function firstUnder(local: Local, plan: ApprovedPlan, run: Run) {
  const found = local.runner.known({ run, request: asJson(plan) });
  if (found === undefined) return undefined;
  const now = await probed(local, found);
  return now.state === "unknown" ? resume(local, found, run) : now;
}

type Cleared = Awaited<ReturnType<typeof checkApproved>>;

function start(local: Local, cleared: Cleared, { plan, run }: { plan: ApprovedPlan; run: Run }) {
  const begin = {
    kind: plan.request.mode,
    run,
    request: asJson(plan),
    work: { request: plan },
    target: placeOf(local, plan, operationId(run.idempotencyKey)),
    snapshotId: plan.snapshot.id,
    planDigest: plan.digest,
  };
  return local.runner.start(begin, (task) => giveBack(local, { ...cleared, plan, task }));
}

/** What tells one request from another: the digest holds the whole plan. */
const asJson = ({ digest, approval }: ApprovedPlan) => ({ digest, approval: { ...approval } });
