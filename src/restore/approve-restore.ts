import { deed } from "../desk/deed.ts";
import type { FromCard } from "../desk/desk-problem.ts";
import type { RightsOf } from "../desk/rights.ts";
import { card, line, told, toldStaff } from "../desk/ticket-notices.ts";
import type { Instant } from "../kernel/clock.ts";
import { digestOf } from "../kernel/digest.ts";
import type { PersonId } from "../kernel/ids.ts";
import { fail, ok } from "../kernel/result.ts";
import type { Result } from "../kernel/result.ts";
import type { RestoreCase, RestoreTicket } from "./restore-case.ts";
import type { RestoreDeedProblem } from "./restore-deed-problem.ts";
import type { RestorePlan } from "./restore-plan.ts";
import { approvalCard } from "./restore-notices.ts";
import { withoutApproval } from "./withdraw-approval.ts";

type Input = Omit<FromCard, "version"> & {
  /** Of the restore plan the approver has seen. */
  readonly digest: string;
  readonly words: string;
};

/** A second person agrees to exactly this restore plan. Requester, claimer and planner cannot. */
export const approveRestore = deed<Input, RestoreCase, RestoreDeedProblem>(
  "restore.approve",
  { approver: true, states: ["approval-wanted"] },
  (ticket, { by, digest, words }, { now }) => {
    const approvable = planToDecide(ticket, { by, digest, now: now() });
    if (!approvable.ok) return approvable;
    const reason = words.trim();
    const approval = { digest, by, at: now(), ...(reason === "" ? {} : { reason }) };
    return ok({
      state: "approved",
      case: { ...ticket.case, approval },
      audit: { action: "restore.approved", data: { by, digest, reason: digestOf(reason) } },
      notices: [
        card(ticket),
        approvalCard(ticket, digest),
        line(ticket, "approved", { by, words: reason }),
        told(ticket, "approved", { by }),
        ...(ticket.assignee === undefined
          ? []
          : [toldStaff(ticket, ticket.assignee, "approved", { by })]),
      ],
    });
  },
);

/** A second person does not agree: back to the planner, with the reason. */
export const refuseRestore = deed<Input, RestoreCase, RestoreDeedProblem>(
  "restore.refuse",
  { approver: true, states: ["approval-wanted"] },
  (ticket, { by, digest, words }, { now }) => {
    const reason = words.trim();
    if (reason === "") return fail({ kind: "words-missing" });
    const decidable = planToDecide(ticket, { by, digest, now: now() });
    if (!decidable.ok) return decidable;
    return ok({
      state: "planned",
      case: withoutApproval(ticket.case),
      audit: { action: "restore.refused", data: { by, digest, reason: digestOf(reason) } },
      notices: [
        card(ticket),
        approvalCard(ticket, digest),
        line(ticket, "refused", { by, words: reason }),
        ...(ticket.assignee === undefined
          ? []
          : [toldStaff(ticket, ticket.assignee, "refused", { by, words: reason })]),
      ],
    });
  },
);

type Decision = { readonly by: PersonId; readonly digest: string; readonly now: Instant };

function planToDecide(
  { requester, assignee, case: restore }: RestoreTicket,
  { by, digest, now }: Decision,
): Result<RestorePlan, RestoreDeedProblem> {
  const plan = restore.restorePlan;
  if (by === requester) return fail({ kind: "same-person", as: "requester" });
  if (by === assignee || by === restore.plannedBy || by === restore.approvalWantedBy) {
    return fail({ kind: "same-person", as: "claimer" });
  }
  if (plan === undefined || plan.digest !== digest) return fail({ kind: "plan-stale" });
  return plan.expiresAt <= now ? fail({ kind: "plan-stale", expiresAt: plan.expiresAt }) : ok(plan);
}

/**
 * Whether the approval still holds when it is used: given by somebody who may still approve,
 * to the plan that stands there, by a third person, before it expired.
 */
export function approvalHolds(
  ticket: RestoreTicket,
  { runBy, now, rightsOf }: { runBy: PersonId; now: Instant; rightsOf: RightsOf },
): Result<RestorePlan, RestoreDeedProblem> {
  const { approval } = ticket.case;
  if (approval === undefined) return fail({ kind: "plan-stale" });
  if (approval.by === runBy) return fail({ kind: "same-person", as: "approver" });
  const rights = rightsOf(approval.by);
  if (!rights.approver || rights.foreign) return fail({ kind: "not-allowed", needs: "approver" });
  return planToDecide(ticket, { by: approval.by, digest: approval.digest, now });
}
