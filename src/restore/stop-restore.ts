import { deed } from "../desk/deed.ts";
import type { FromCard } from "../desk/desk-problem.ts";
import { card, line } from "../desk/ticket-notices.ts";
import { fail, ok } from "../kernel/result.ts";
import type { RestoreCase } from "./restore-case.ts";
import type { RestoreDeedProblem } from "./restore-deed-problem.ts";

/** Asks a run to stop. The job passes it on to the engine; it may still succeed. */
export const stopRestore = deed<Omit<FromCard, "version">, RestoreCase, RestoreDeedProblem>(
  "restore.stop",
  { staff: true, states: ["running"] },
  (ticket, { by }) => {
    const { run } = ticket.case;
    if (run === undefined) return fail({ kind: "cannot-stop" });
    return ok({
      case: { ...ticket.case, run: { ...run, stopWantedBy: by } },
      audit: { action: "restore.stop-wanted", data: { by } },
      notices: [card(ticket), line(ticket, "stop-wanted", { by })],
    });
  },
);
