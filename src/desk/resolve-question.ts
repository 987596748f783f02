import { fail, ok } from "../kernel/result.ts";
import { deed } from "./deed.ts";
import type { FromCard } from "./desk-problem.ts";
import { movedOn } from "./standing.ts";
import { card, closed, line, told } from "./ticket-notices.ts";

type Input = Omit<FromCard, "version">;

/** Staff think it is answered: the requester is asked whether it is. */
export const resolveQuestion = deed<Input>("desk.resolve", { staff: true }, (ticket, { by }) => {
  if (ticket.kind !== "question" || ticket.state !== "claimed") return fail(movedOn(ticket));
  return ok({
    state: "handed-over",
    waitingSince: null,
    audit: { action: "desk.resolved", data: { by } },
    notices: [card(ticket), line(ticket, "resolved", { by }), told(ticket, "solved", { by })],
  });
});

/** The requester says yes. */
export const confirmSolved = deed<Input>("desk.confirm", { requester: true }, (ticket, { by }) => {
  if (ticket.kind !== "question" || ticket.state !== "handed-over") return fail(movedOn(ticket));
  return ok({
    state: "closed",
    audit: { action: "desk.closed", data: { by } },
    notices: [card(ticket), line(ticket, "closed", { by }), closed(ticket)],
  });
});

/** The requester says not yet: back to the one who has it. */
export const notYetSolved = deed<Input>("desk.not-yet", { requester: true }, (ticket, { by }) => {
  if (ticket.kind !== "question" || ticket.state !== "handed-over") return fail(movedOn(ticket));
  return ok({
    state: "claimed",
    audit: { action: "desk.reopened", data: { by } },
    notices: [card(ticket), line(ticket, "reopened", { by })],
  });
});
