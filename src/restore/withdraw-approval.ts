import { deed } from "../desk/deed.ts";
import type { FromCard } from "../desk/desk-problem.ts";
import { card, line } from "../desk/ticket-notices.ts";
import { ok } from "../kernel/result.ts";
import type { RestoreCase } from "./restore-case.ts";
import type { RestoreDeedProblem } from "./restore-deed-problem.ts";
import { approvalCard } from "./restore-notices.ts";

/** Takes the request for approval, or the approval, back. The restore plan stays. */
export const withdrawApproval = deed<Omit<FromCard, "version">, RestoreCase, RestoreDeedProblem>(
  "restore.withdraw",
  { staff: true, claimer: true, states: ["approval-wanted", "approved"] },
  (ticket, { by }) => {
    const { restorePlan } = ticket.case;
    return ok({
      state: "planned",
      case: withoutApproval(ticket.case),
      audit: { action: "restore.approval-withdrawn", data: { by, digest: restorePlan?.digest } },
      notices: [
        card(ticket),
        line(ticket, "approval-withdrawn", { by }),
        ...(restorePlan === undefined ? [] : [approvalCard(ticket, restorePlan.digest)]),
      ],
    });
  },
);

export function withoutApproval(old: RestoreCase): RestoreCase {
  const { approval: _approval, approvalWantedBy: _wanted, ...rest } = old;
  return rest;
}
