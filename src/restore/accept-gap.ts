import { deed } from "../desk/deed.ts";
import type { FromCard } from "../desk/desk-problem.ts";
import { card, line } from "../desk/ticket-notices.ts";
import { ok } from "../kernel/result.ts";
import type { RestoreCase } from "./restore-case.ts";
import type { RestoreDeedProblem } from "./restore-deed-problem.ts";

type Input = Omit<FromCard, "version"> & { readonly gapMs: number };

/** The requester agrees to lose what happened in the gap between snapshot and moment. */
export const acceptGap = deed<Input, RestoreCase, RestoreDeedProblem>(
  "restore.accept-gap",
  { requester: true, states: ["new", "claimed", "planned", "verified"] },
  (ticket, { by, gapMs }, { now }) =>
    ok({
      case: { ...ticket.case, gapAccepted: { gapMs, by, at: now() } },
      audit: { action: "restore.gap-accepted", data: { by, gapMs } },
      notices: [card(ticket), line(ticket, "gap-accepted", { by, gapMs })],
    }),
);
