import { fail, ok } from "../kernel/result.ts";
import { deed } from "./deed.ts";
import type { FromCard } from "./desk-problem.ts";
import type { Notice } from "./notice.ts";
import type { QuestionCase, QuestionTicket } from "./question-case.ts";
import { movedOn } from "./standing.ts";
import { card, closed, line, told } from "./ticket-notices.ts";

type Input = Omit<FromCard, "version">;
type Case = QuestionCase;

/** What the requester said to whether it is solved. */
export type SolvedAnswer = "yes" | "notYet";

/** Staff think it is answered: the requester is asked whether it is. */
export const resolveQuestion = deed<Input, Case>(
  "desk.resolve",
  { staff: true },
  (ticket, { by }) => {
    if (ticket.kind !== "question" || ticket.state !== "claimed") return fail(movedOn(ticket));
    const solvedAsked = ticket.version + 1;
    return ok({
      state: "handed-over",
      case: { ...ticket.case, solvedAsked },
      waitingSince: null,
      audit: { action: "desk.resolved", data: { by } },
      notices: [
        card(ticket),
        line(ticket, "resolved", { by }),
        solved(ticket, solvedAsked, { by }),
      ],
    });
  },
);

/** The requester says yes. */
export const confirmSolved = deed<Input, Case>(
  "desk.confirm",
  { requester: true },
  (ticket, { by }) => {
    if (ticket.kind !== "question" || ticket.state !== "handed-over") return fail(movedOn(ticket));
    return ok({
      state: "closed",
      audit: { action: "desk.closed", data: { by } },
      notices: [
        card(ticket),
        line(ticket, "closed", { by }),
        ...said(ticket, "yes"),
        closed(ticket),
      ],
    });
  },
);

/** The requester says not yet: back to the one who has it. */
export const notYetSolved = deed<Input, Case>(
  "desk.not-yet",
  { requester: true },
  (ticket, { by }) => {
    if (ticket.kind !== "question" || ticket.state !== "handed-over") return fail(movedOn(ticket));
    return ok({
      state: "claimed",
      audit: { action: "desk.reopened", data: { by } },
      notices: [card(ticket), line(ticket, "reopened", { by }), ...said(ticket, "notYet")],
    });
  },
);

/** Each time it is asked is a message of its own. */
const solved = (ticket: QuestionTicket, asked: number, data: Notice["data"]): Notice => ({
  ...told(ticket, "solved", data),
  slot: `solved:${ticket.id}:${asked}`,
});

/** The message that asked shows what was said, and asks no more. */
const said = (ticket: QuestionTicket, answer: SolvedAnswer): readonly Notice[] => {
  const { solvedAsked } = ticket.case;
  return solvedAsked === undefined ? [] : [solved(ticket, solvedAsked, { answer })];
};
