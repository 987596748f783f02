import type { Json } from "../kernel/canonical-json.ts";
import type { PersonId } from "../kernel/ids.ts";
import type { Place } from "./ticket.ts";

/** Who reads it. `triage` is the staff's channel, `card-thread` the internal thread below a ticket's card. */
export type Recipient =
  | { readonly to: "place"; readonly place: Place }
  | { readonly to: "person"; readonly person: PersonId }
  | { readonly to: "triage" }
  | { readonly to: "card-thread"; readonly ticket: string };

/**
 * Something to be said, decided together with the change that says it and committed with it.
 * It holds ids and values, no wording: the words are made when it is sent, from what the database says then.
 */
export type Notice = {
  /** Unique for ever: the same again is the same message. */
  readonly idem: string;
  readonly recipient: Recipient;
  /** What is said, e.g. `card`, `approval-card`, `progress`, `hand-over`, `line.claimed`. */
  readonly kind: string;
  readonly data: { readonly [key: string]: Json | undefined };
  /**
   * The message that is kept up to date, e.g. `card:RST-1042`: the first notice with it posts,
   * later ones edit that message.
   */
  readonly slot?: string;
};
