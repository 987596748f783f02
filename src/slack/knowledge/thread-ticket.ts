import type { AskedQuestion } from "../../desk/asked-question.ts";
import { isFinal } from "../../desk/lifecycle.ts";
import type { QuestionStore, TicketStore } from "../../desk/ports.ts";
import type { Place, Ticket } from "../../desk/ticket.ts";
import type { PersonId } from "../../kernel/ids.ts";

type Needs = {
  readonly tickets: Pick<TicketStore, "get" | "list">;
  readonly questions: Pick<QuestionStore, "inThread">;
};

const LOOKED_AT = 30;

/** The open ticket a thread belongs to: of a question asked in it, else one that was opened from it. */
export async function ticketOfThread(
  { tickets, questions }: Needs,
  place: Place,
  writer: PersonId,
): Promise<Ticket | undefined> {
  const asked: readonly AskedQuestion[] = await questions.inThread(place);
  for (const { id } of asked.toReversed()) {
    const ticket = await tickets.get(id);
    if (ticket !== undefined && isOpen(ticket)) return ticket;
  }
  for (const requester of new Set([writer, ...asked.map((one) => one.askedBy)])) {
    const theirs = await tickets.list({ requester, limit: LOOKED_AT });
    const here = theirs.find((one) => isOpen(one) && isAt(one.origin, place));
    if (here !== undefined) return here;
  }
  return undefined;
}

const isOpen = ({ kind, state }: Ticket): boolean => !isFinal(kind, state);

const isAt = (origin: Place, place: Place): boolean =>
  origin.channel === place.channel && origin.thread === place.thread;
