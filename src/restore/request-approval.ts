import { deed } from "../desk/deed.ts";
import type { FromCard } from "../desk/desk-problem.ts";
import { card, line } from "../desk/ticket-notices.ts";
import { fail, ok } from "../kernel/result.ts";
import type { RestoreCase } from "./restore-case.ts";
import type { RestoreDeedProblem } from "./restore-deed-problem.ts";
import { approvalCard } from "./restore-notices.ts";

type Input = Omit<FromCard, "version"> & { readonly digest: string };

/** Puts the frozen restore plan before a second person. It waits until the plan expires, no longer. */
export const requestApproval = deed<Input, RestoreCase, RestoreDeedProblem>(
  "restore.request-approval",
  { staff: true, claimer: true, states: ["planned"] },
  (ticket, { by, digest }, { now }) => {
    const plan = ticket.case.restorePlan;
    if (plan === undefined || plan.digest !== digest) return fail({ kind: "plan-stale" });
    if (plan.expiresAt <= now()) return fail({ kind: "plan-stale", expiresAt: plan.expiresAt });
    const failed = plan.preconditions.filter((check) => !check.ok);
    if (failed.length > 0) return fail({ kind: "precondition-failed", failed });
    const key = `approval:${ticket.id}:${ticket.version + 1}`;
    return ok({
      state: "approval-wanted",
      case: { ...ticket.case, approvalWantedBy: by },
      audit: { action: "restore.approval-wanted", data: { by, digest } },
      notices: [
        card(ticket),
        approvalCard(ticket, digest),
        line(ticket, "approval-wanted", { by, digest }),
      ],
      timers: [
        {
          key,
          dueAt: plan.expiresAt,
          job: { kind: "restore.plan-expired", idem: key, ticket: ticket.id, data: { digest } },
        },
      ],
    });
  },
);
