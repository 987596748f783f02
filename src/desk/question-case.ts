import type { QuestionId } from "./asked-question.ts";
import type { Instant } from "../kernel/clock.ts";
import type { Ticket } from "./ticket.ts";

/** What a question adds to its ticket. */
export type QuestionCase = {
  /** The answer that did not settle it, where the desk had given one. */
  readonly question?: QuestionId;
  /** When an answer is promised, by business hours. */
  readonly answerDueAt: Instant;
  /** The version of the ticket with which the requester was last asked whether it is solved. */
  readonly solvedAsked?: number;
};

export type QuestionTicket = Ticket<QuestionCase>;
