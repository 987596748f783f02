import type { Json } from "../kernel/canonical-json.ts";
import type { PersonId } from "../kernel/ids.ts";
import type { Notice } from "./notice.ts";
import type { Ticket } from "./ticket.ts";

type Data = { readonly [key: string]: Json | undefined };

/** The version the ticket will have once the change that is being decided is committed. */
const next = (ticket: Ticket): number => ticket.version + 1;

/**
 * A ticket as it was before it was opened. Its first notices are about version 1; the first change
 * makes version 2, and must not be taken for them.
 */
export const unborn = <One extends Ticket>(ticket: One): One => ({ ...ticket, version: 0 });

/** The ticket's card in the triage channel, drawn anew. */
export const card = (ticket: Ticket): Notice => ({
  idem: `card:${ticket.id}:${next(ticket)}`,
  recipient: { to: "triage" },
  kind: "card",
  slot: `card:${ticket.id}`,
  data: { ticket: ticket.id },
});

/** A line in the card's own thread. Nothing there ever reaches the requester. */
export const line = (ticket: Ticket, what: string, data: Data = {}): Notice => ({
  idem: `line.${what}:${ticket.id}:${next(ticket)}`,
  recipient: { to: "card-thread", ticket: ticket.id },
  kind: `line.${what}`,
  data: { ticket: ticket.id, ...data },
});

/** A line to the requester: in the thread they wrote in, else in their direct messages. */
export const told = (ticket: Ticket, what: string, data: Data = {}): Notice => ({
  idem: `told.${what}:${ticket.id}:${next(ticket)}`,
  recipient: requesterOf(ticket),
  kind: `told.${what}`,
  data: { ticket: ticket.id, ...data },
});

/** The end of a ticket, told where the requester spoke. Brought up to date in place once they have said how it was. */
export const closed = (ticket: Ticket): Notice => ({
  ...told(ticket, "closed"),
  slot: `closed:${ticket.id}`,
});

/** A line to one member of staff. */
export const toldStaff = (
  ticket: Ticket,
  person: PersonId,
  what: string,
  data: Data = {},
): Notice => ({
  idem: `staff.${what}:${ticket.id}:${next(ticket)}:${person}`,
  recipient: { to: "person", person },
  kind: `staff.${what}`,
  data: { ticket: ticket.id, ...data },
});

export const requesterOf = ({ origin, requester }: Ticket): Notice["recipient"] =>
  origin.thread === undefined
    ? { to: "person", person: requester }
    : { to: "place", place: origin };
