import { deed } from "../desk/deed.ts";
import type { FromCard } from "../desk/desk-problem.ts";
import { line } from "../desk/ticket-notices.ts";
import { fail, ok } from "../kernel/result.ts";
import type { RestoreCase } from "./restore-case.ts";
import type { RestoreDeedProblem } from "./restore-deed-problem.ts";

/** Asks the engine now what became of a run whose answer was lost. It never runs it again. */
export const askEngine = deed<Omit<FromCard, "version">, RestoreCase, RestoreDeedProblem>(
  "restore.ask-engine",
  { staff: true, states: ["unknown"] },
  (ticket, { by }) => {
    const key = ticket.case.run?.key;
    if (key === undefined) return fail({ kind: "plan-stale" });
    return ok({
      audit: { action: "restore.engine-asked", data: { by, key } },
      notices: [line(ticket, "engine-asked", { by })],
      jobs: [
        {
          kind: "restore.run",
          idem: `${key}:asked:${ticket.version}`,
          ticket: ticket.id,
          data: { key },
        },
      ],
    });
  },
);
