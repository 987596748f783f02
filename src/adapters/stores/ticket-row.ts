import type { Insertable, Selectable } from "kysely";
import type { Ticket } from "../../desk/ticket.ts";
import type { Instant } from "../../kernel/clock.ts";
import type { PersonId, TicketId } from "../../kernel/ids.ts";
import type { Locale } from "../../kernel/locale.ts";
import { fromJsonText, storable, toJsonText } from "./json-text.ts";
import { toPlace } from "./place-row.ts";
import type { TicketTable } from "./schema.ts";

/** A ticket as it is kept. */
export const toTicketRow = (ticket: Ticket): Omit<Insertable<TicketTable>, "intake_key"> => ({
  id: ticket.id,
  kind: ticket.kind,
  state: ticket.state,
  version: ticket.version,
  requester: ticket.requester,
  locale: ticket.locale,
  assignee: ticket.assignee ?? null,
  waiting_since: ticket.waitingSince ?? null,
  created_at: ticket.createdAt,
  updated_at: ticket.updatedAt,
  channel: ticket.origin.channel,
  thread: ticket.origin.thread ?? null,
  words: storable(ticket.words),
  data: toJsonText(ticket.case),
});

/** A ticket as it was kept. */
export const toTicket = <Case>(row: Selectable<TicketTable>): Ticket<Case> => ({
  id: row.id as TicketId,
  kind: row.kind,
  state: row.state,
  version: row.version,
  requester: row.requester as PersonId,
  locale: row.locale as Locale,
  ...(row.assignee === null ? {} : { assignee: row.assignee as PersonId }),
  ...(row.waiting_since === null ? {} : { waitingSince: row.waiting_since as Instant }),
  createdAt: row.created_at as Instant,
  updatedAt: row.updated_at as Instant,
  origin: toPlace(row),
  words: row.words,
  case: fromJsonText(row.data) as Case,
});
