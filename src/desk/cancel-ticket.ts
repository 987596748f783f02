import { fail, ok } from "../kernel/result.ts";
import { deed } from "./deed.ts";
import type { FromCard } from "./desk-problem.ts";
import { mayMove } from "./lifecycle.ts";
import { movedOn } from "./standing.ts";
import { card, line, told } from "./ticket-notices.ts";

/** Calls it off before anything runs; the requester or staff may. */
export const cancelTicket = deed<FromCard>("desk.cancel", {}, (ticket, { by }, { rightsOf }) => {
  if (ticket.requester !== by && !rightsOf(by).staff) {
    return fail({ kind: "not-allowed", needs: "requester" });
  }
  if (ticket.state === "running" || !mayMove(ticket.kind, ticket.state, "cancelled")) {
    return fail(movedOn(ticket));
  }
  return ok({
    state: "cancelled",
    waitingSince: null,
    audit: { action: "desk.cancelled", data: { by } },
    notices: [card(ticket), line(ticket, "cancelled", { by }), told(ticket, "cancelled", { by })],
  });
});
