import { deed } from "../desk/deed.ts";
import type { FromCard } from "../desk/desk-problem.ts";
import { card, closed, line, told } from "../desk/ticket-notices.ts";
import { digestOf } from "../kernel/digest.ts";
import { fail, ok } from "../kernel/result.ts";
import { collectTimerKeys } from "./hand-over.ts";
import type { RestoreCase } from "./restore-case.ts";
import type { RestoreDeedProblem } from "./restore-deed-problem.ts";
import { handOverPack, receipt } from "./restore-notices.ts";

type Acknowledged = Omit<FromCard, "version"> & {
  readonly how: "restored" | "copied" | "imported";
};

/** The requester has it: the ticket is closed and its receipt final. */
export const acknowledgeHandOver = deed<Acknowledged, RestoreCase, RestoreDeedProblem>(
  "restore.acknowledge",
  { requester: true, states: ["handed-over"] },
  (ticket, { by, how }, { now }) =>
    ok({
      state: "closed",
      case: { ...ticket.case, outcome: { how, by, at: now() } },
      audit: { action: "restore.acknowledged", data: { by, how } },
      notices: [
        card(ticket),
        handOverPack(ticket),
        receipt(ticket),
        line(ticket, "acknowledged", { by, how }),
        closed(ticket),
      ],
      cancelTimers: collectTimerKeys(ticket.id),
    }),
);

type Problem = Omit<FromCard, "version"> & { readonly words: string };

/** Something is wrong with what was handed over: back to the claimer. The seven days do not stop. */
export const reportProblem = deed<Problem, RestoreCase, RestoreDeedProblem>(
  "restore.problem",
  { requester: true, states: ["handed-over"] },
  (ticket, { by, words }) => {
    const said = words.trim();
    if (said === "") return fail({ kind: "words-missing" });
    return ok({
      state: "claimed",
      audit: { action: "restore.problem", data: { by, words: digestOf(said) } },
      notices: [
        card(ticket),
        handOverPack(ticket),
        line(ticket, "problem", { by, words: said }),
        told(ticket, "problem-noted", {}),
      ],
    });
  },
);
