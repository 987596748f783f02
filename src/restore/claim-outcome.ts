import { deed } from "../desk/deed.ts";
import type { FromCard } from "../desk/desk-problem.ts";
import { isOwnRestore } from "../desk/standing.ts";
import { card, line } from "../desk/ticket-notices.ts";
import { digestOf } from "../kernel/digest.ts";
import { fail, ok } from "../kernel/result.ts";
import type { RestoreCase } from "./restore-case.ts";
import type { RestoreDeedProblem } from "./restore-deed-problem.ts";

type Input = Omit<FromCard, "version"> & {
  readonly happened: boolean;
  /** What was looked at, and what it showed. */
  readonly words: string;
};

/**
 * Nobody can be asked what became of a run, so a member of staff has looked: it happened, or it did not.
 * It counts once a second member of staff has confirmed it.
 */
export const claimOutcome = deed<Input, RestoreCase, RestoreDeedProblem>(
  "restore.claim-outcome",
  { staff: true, states: ["unknown"] },
  (ticket, { by, happened, words }, { now }) => {
    const evidence = words.trim();
    if (evidence === "") return fail({ kind: "words-missing" });
    if (isOwnRestore(ticket, by)) return fail({ kind: "same-person", as: "requester" });
    const what = happened ? "outcome-happened" : "outcome-did-not";
    return ok({
      case: { ...ticket.case, outcomeClaim: { happened, evidence, by, at: now() } },
      audit: {
        action: "restore.outcome-claimed",
        data: { by, happened: String(happened), evidence: digestOf(evidence) },
      },
      notices: [card(ticket), line(ticket, what, { by, words: evidence })],
    });
  },
);
