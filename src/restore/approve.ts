import type { Instant } from "../kernel/clock.ts";
import type { PersonId } from "../kernel/ids.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { planDigest } from "./plan-digest.ts";
import type { ApprovedPlan, RestorePlan } from "./restore-plan.ts";

export type ApprovalProblem =
  /** The approver asked for it, claimed the ticket, or made the plan. */
  | { readonly kind: "not-a-second-person"; readonly as: "requester" | "claimant" | "planner" }
  /** What the approver saw is not this plan. */
  | { readonly kind: "digest-differs" }
  | { readonly kind: "plan-expired"; readonly at: Instant }
  | { readonly kind: "precondition-failed"; readonly codes: readonly string[] };

type Approving = {
  readonly by: PersonId;
  readonly at: Instant;
  /** The digest on the card the approver clicked. */
  readonly seenDigest: string;
  readonly plannedBy?: string;
  readonly claimedBy?: string;
};

/** Approves a restore plan: by a second person, as it was seen, before it expires, with every precondition met. */
export function approve(
  plan: RestorePlan,
  approving: Approving,
): Result<ApprovedPlan, ApprovalProblem> {
  const { by, at, seenDigest } = approving;
  const as = roleIn(plan, approving);
  if (as !== undefined) return fail({ kind: "not-a-second-person", as });
  if (seenDigest !== plan.digest || planDigest(plan) !== plan.digest) {
    return fail({ kind: "digest-differs" });
  }
  if (at >= plan.expiresAt) return fail({ kind: "plan-expired", at: plan.expiresAt });
  const codes = plan.preconditions.filter((one) => !one.ok).map(({ code }) => code);
  if (codes.length > 0) return fail({ kind: "precondition-failed", codes });
  return ok({ ...plan, approval: { digest: plan.digest, by, at } });
}

function roleIn(plan: RestorePlan, { by, plannedBy, claimedBy }: Approving) {
  if (by === plan.request.requestedBy) return "requester";
  if (by === claimedBy) return "claimant";
  return by === plannedBy ? "planner" : undefined;
}
