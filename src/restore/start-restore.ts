import { deed } from "../desk/deed.ts";
import type { FromCard } from "../desk/desk-problem.ts";
import { card, line, told } from "../desk/ticket-notices.ts";
import { fail, ok } from "../kernel/result.ts";
import { approvalHolds } from "./approve-restore.ts";
import type { RestoreCase } from "./restore-case.ts";
import type { RestoreDeedProblem } from "./restore-deed-problem.ts";
import { progress } from "./restore-notices.ts";

type Input = Omit<FromCard, "version"> & {
  readonly digest: string;
  /** The environment's name, typed by hand. */
  readonly typed: string;
};

/** Starts the approved restore plan: one durable job, or the work of people. Pressing twice starts it once. */
export const startRestore = deed<Input, RestoreCase, RestoreDeedProblem>(
  "restore.run",
  { staff: true, claimer: true, states: ["approved"] },
  (ticket, { by, digest, typed }, { now, rightsOf }) => {
    const { request, attempt = 0 } = ticket.case;
    if (typed.trim().toLowerCase() !== request.environment) {
      return fail({ kind: "name-mismatch", expected: request.environment });
    }
    const held = approvalHolds(ticket, { runBy: by, now: now(), rightsOf });
    if (!held.ok) return held;
    if (held.value.digest !== digest) return fail({ kind: "plan-stale" });
    const byHand = held.value.byHand === true;
    const key = `${ticket.id}:run:${attempt + 1}:${digest}`;
    return ok({
      state: "running",
      case: { ...ticket.case, attempt: attempt + 1, run: { key, by, at: now() } },
      audit: { action: "restore.started", data: { by, digest, key } },
      notices: [
        card(ticket),
        line(ticket, "started", { by }),
        told(ticket, "started", {}),
        ...(byHand ? [] : [progress(ticket, key, { step: "queued" })]),
      ],
      jobs: byHand ? [] : [{ kind: "restore.run", idem: key, ticket: ticket.id, data: { key } }],
    });
  },
);
