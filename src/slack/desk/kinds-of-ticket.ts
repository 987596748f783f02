import type { QuestionTicket } from "../../desk/question-case.ts";
import type { Ticket } from "../../desk/ticket.ts";
import type { RestoreTicket } from "../../restore/restore-case.ts";

/** The stores keep every kind; its name says what the case holds. */
export const isRestore = (ticket: Ticket): ticket is RestoreTicket => ticket.kind === "restore";

export const isQuestion = (ticket: Ticket): ticket is QuestionTicket => ticket.kind === "question";
