import type { Instant } from "../kernel/clock.ts";
import type { PersonId, TicketId } from "../kernel/ids.ts";
import type { Locale } from "../kernel/locale.ts";

export type TicketKind = "question" | "restore";

export type TicketState =
  | "new"
  | "claimed"
  | "planned"
  | "approval-wanted"
  | "approved"
  | "running"
  | "verified"
  | "handed-over"
  | "closed"
  | "rejected"
  | "cancelled"
  | "failed"
  /** The engine's answer was lost. It is asked, never told again. */
  | "unknown";

/** Where a conversation stands: a channel, or one thread of it. */
export type Place = { readonly channel: string; readonly thread?: string };

/**
 * Something a person wants from the desk, from the first word to the receipt.
 * `Case` is what its kind adds: the desk keeps it and never looks inside.
 */
export type Ticket<Case = unknown> = {
  readonly id: TicketId;
  readonly kind: TicketKind;
  readonly state: TicketState;
  /** Goes up by one with every change; a card that shows an older one is old. */
  readonly version: number;
  readonly requester: PersonId;
  /** The language the requester is spoken to in. */
  readonly locale: Locale;
  readonly assignee?: PersonId;
  /** Set while an answer of the requester is awaited: the response clock stands still. */
  readonly waitingSince?: Instant;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** Where the requester spoke, and is answered. */
  readonly origin: Place;
  /** What the requester wrote, word for word. */
  readonly words: string;
  readonly case: Case;
};
