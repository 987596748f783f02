import type { TicketKind, TicketState } from "./ticket.ts";

type Moves = Readonly<Partial<Record<TicketState, readonly TicketState[]>>>;

const RESTORE: Moves = {
  new: ["claimed", "rejected", "cancelled"],
  claimed: ["new", "planned", "rejected", "cancelled"],
  planned: ["claimed", "approval-wanted", "rejected", "cancelled"],
  "approval-wanted": ["planned", "claimed", "approved", "rejected", "cancelled"],
  approved: ["planned", "claimed", "running", "rejected", "cancelled"],
  running: ["verified", "planned", "failed", "unknown", "cancelled"],
  unknown: ["running", "verified", "failed", "cancelled"],
  failed: ["claimed", "planned", "approved", "rejected", "cancelled"],
  verified: ["handed-over", "claimed"],
  "handed-over": ["closed", "claimed"],
};

const QUESTION: Moves = {
  new: ["claimed", "closed", "cancelled", "rejected"],
  claimed: ["new", "handed-over", "closed", "cancelled", "rejected"],
  "handed-over": ["claimed", "closed"],
};

const MOVES: Readonly<Record<TicketKind, Moves>> = { restore: RESTORE, question: QUESTION };

/** Whether a ticket of this kind may go from one state to the other. Staying where it is needs no permission. */
export const mayMove = (kind: TicketKind, from: TicketState, to: TicketState): boolean =>
  from === to || (MOVES[kind][from]?.includes(to) ?? false);

/** Nothing follows: `closed`, `rejected`, `cancelled`. */
export const isFinal = (kind: TicketKind, state: TicketState): boolean =>
  (MOVES[kind][state] ?? []).length === 0;
