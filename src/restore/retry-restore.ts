import { deed } from "../desk/deed.ts";
import type { FromCard } from "../desk/desk-problem.ts";
import { card, line } from "../desk/ticket-notices.ts";
import { fail, ok } from "../kernel/result.ts";
import { approvalHolds } from "./approve-restore.ts";
import type { RestoreCase } from "./restore-case.ts";
import type { RestoreDeedProblem } from "./restore-deed-problem.ts";

/**
 * After a run that is known to have failed: the same restore plan under the same approval may be run once more,
 * while both still hold. Another snapshot needs another plan and another approval.
 */
export const retryRestore = deed<Omit<FromCard, "version">, RestoreCase, RestoreDeedProblem>(
  "restore.retry",
  { staff: true, claimer: true, states: ["failed"] },
  (ticket, { by }, { now, rightsOf }) => {
    const held = approvalHolds(ticket, { runBy: by, now: now(), rightsOf });
    if (!held.ok) return fail(held.problem);
    const { failure: _failure, outcomeClaim: _claim, ...restore } = ticket.case;
    return ok({
      state: "approved",
      case: restore,
      audit: { action: "restore.retry", data: { by, digest: held.value.digest } },
      notices: [card(ticket), line(ticket, "retry", { by })],
    });
  },
);
