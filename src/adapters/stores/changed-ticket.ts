import type { Change } from "../../desk/ports.ts";
import type { Ticket } from "../../desk/ticket.ts";
import type { Instant } from "../../kernel/clock.ts";

type Fields<Case> = Omit<Change<Case>, "audit">;

/** The ticket after a change: its next version. */
export function changedTicket<Case>(
  ticket: Ticket<Case>,
  change: Fields<Case>,
  at: Instant,
): Ticket<Case> {
  return { ...withFields(ticket, change), version: ticket.version + 1, updatedAt: at };
}

/** The ticket with a change's fields, at the same version. */
export function withFields<Case>(ticket: Ticket<Case>, change: Fields<Case>): Ticket<Case> {
  const { assignee, waitingSince, ...rest } = ticket;
  const held = change.assignee === undefined ? assignee : change.assignee;
  const waits = change.waitingSince === undefined ? waitingSince : change.waitingSince;
  return {
    ...rest,
    state: change.state ?? ticket.state,
    locale: change.locale ?? ticket.locale,
    case: change.case === undefined ? ticket.case : change.case,
    ...(held === undefined || held === null ? {} : { assignee: held }),
    ...(waits === undefined || waits === null ? {} : { waitingSince: waits }),
  };
}
