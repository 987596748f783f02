import { deed } from "../desk/deed.ts";
import type { FromCard } from "../desk/desk-problem.ts";
import { isOwnRestore, movedOn } from "../desk/standing.ts";
import { card, line, told } from "../desk/ticket-notices.ts";
import { digestOf } from "../kernel/digest.ts";
import { fail, ok } from "../kernel/result.ts";
import type { RestoreCase } from "./restore-case.ts";
import type { RestoreDeedProblem } from "./restore-deed-problem.ts";

type Input = Omit<FromCard, "version"> & { readonly words: string };

/**
 * The copy that people were to lay out will not come. The requester reads the reason; the ticket has failed
 * and not ended, so another snapshot may be planned, the same plan tried again, or the request rejected.
 */
export const stopByHand = deed<Input, RestoreCase, RestoreDeedProblem>(
  "restore.stop-by-hand",
  { staff: true, states: ["running"] },
  (ticket, { by, words }) => {
    if (ticket.case.restorePlan?.byHand !== true) return fail(movedOn(ticket));
    if (isOwnRestore(ticket, by)) return fail({ kind: "same-person", as: "requester" });
    const reason = words.trim();
    if (reason === "") return fail({ kind: "words-missing" });
    return ok({
      state: "failed",
      case: { ...ticket.case, failure: { kind: "stopped-by-hand", message: reason } },
      audit: { action: "restore.stopped-by-hand", data: { by, reason: digestOf(reason) } },
      notices: [
        card(ticket),
        line(ticket, "stopped-by-hand", { by, words: reason }),
        told(ticket, "stopped-by-hand", { by, words: reason }),
      ],
    });
  },
);
