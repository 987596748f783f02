import type { Clock } from "../kernel/clock.ts";
import { digestOf } from "../kernel/digest.ts";
import type { PersonId } from "../kernel/ids.ts";
import type { Locale } from "../kernel/locale.ts";
import { fail, ok } from "../kernel/result.ts";
import type { Result } from "../kernel/result.ts";
import type { QuestionId } from "./asked-question.ts";
import { answerDueAt, RESPONSE_MS } from "./business-hours.ts";
import type { BusinessHours } from "./business-hours.ts";
import type { DeskProblem } from "./desk-problem.ts";
import type { TicketStore } from "./ports.ts";
import type { QuestionCase } from "./question-case.ts";
import type { RightsOf } from "./rights.ts";
import { card, told, unborn } from "./ticket-notices.ts";
import type { Place, Ticket } from "./ticket.ts";

type Needs = {
  readonly tickets: Pick<TicketStore<QuestionCase>, "open">;
  readonly rightsOf: RightsOf;
  readonly now: Clock;
  readonly hours: BusinessHours;
};

type Input = {
  /** The same key again gives the first ticket: one click, one ticket. */
  readonly intakeKey: string;
  readonly by: PersonId;
  readonly locale: Locale;
  readonly origin: Place;
  readonly words: string;
  readonly question?: QuestionId;
};

export type OpenedQuestion = { readonly ticket: Ticket<QuestionCase>; readonly first: boolean };

/** Hands a question to a person: the ticket, its card and the message that says so are one commit. */
export function openQuestionTicket({ tickets, rightsOf, now, hours }: Needs) {
  return async (input: Input): Promise<Result<OpenedQuestion, DeskProblem>> => {
    const words = input.words.trim();
    if (words === "") return fail({ kind: "words-missing" });
    if (rightsOf(input.by).foreign) return fail({ kind: "not-allowed", needs: "member" });
    const dueAt = answerDueAt(hours, now(), RESPONSE_MS);
    const { by, locale, origin, question } = input;
    const draft = {
      kind: "question" as const,
      requester: by,
      locale,
      origin,
      words,
      case: { answerDueAt: dueAt, ...(question === undefined ? {} : { question }) },
      ...(question === undefined ? {} : { id: question }),
    };
    const opened = await tickets.open(input.intakeKey, draft, (ticket) => ({
      audit: { action: "desk.opened", data: { by, question, words: digestOf(words) } },
      notices: [card(unborn(ticket)), told(unborn(ticket), "ticket-opened", { dueAt })],
    }));
    return ok(opened);
  };
}
