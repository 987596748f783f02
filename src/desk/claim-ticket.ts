import { fail, ok } from "../kernel/result.ts";
import { deed } from "./deed.ts";
import type { DeskProblem, FromCard } from "./desk-problem.ts";
import { isOwnRestore, movedOn } from "./standing.ts";
import { card, line } from "./ticket-notices.ts";

/** Takes an open ticket. Of two who press at once the first commit wins; the other is told who has it. */
export const claimTicket = deed<Omit<FromCard, "version">>(
  "desk.claim",
  { staff: true },
  (ticket, { by }) => {
    if (ticket.assignee !== undefined)
      return fail<DeskProblem>({ kind: "taken", by: ticket.assignee });
    if (isOwnRestore(ticket, by)) return fail({ kind: "same-person", as: "requester" });
    if (ticket.state !== "new" && ticket.state !== "claimed") return fail(movedOn(ticket));
    return ok({
      state: "claimed",
      assignee: by,
      audit: { action: "desk.claimed", data: { by } },
      notices: [card(ticket), line(ticket, "claimed", { by })],
    });
  },
);
