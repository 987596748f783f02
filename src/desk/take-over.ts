import { fail, ok } from "../kernel/result.ts";
import { deed } from "./deed.ts";
import type { FromCard } from "./desk-problem.ts";
import { isFinal } from "./lifecycle.ts";
import { isOwnRestore, movedOn } from "./standing.ts";
import { card, line } from "./ticket-notices.ts";

/** A member of staff simply answered in the requester's thread: the ticket is theirs from now on. */
export const takeOver = deed<Omit<FromCard, "version">>(
  "desk.take-over",
  { staff: true },
  (ticket, { by }) => {
    if (isOwnRestore(ticket, by)) return fail({ kind: "same-person", as: "requester" });
    if (isFinal(ticket.kind, ticket.state)) return fail(movedOn(ticket));
    return ok({
      ...(ticket.state === "new" ? { state: "claimed" as const } : {}),
      assignee: by,
      audit: { action: "desk.taken-over", data: { by, from: ticket.assignee } },
      notices: [card(ticket), line(ticket, "taken-over", { by })],
    });
  },
);
