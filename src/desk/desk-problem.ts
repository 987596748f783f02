import type { PersonId, TicketId } from "../kernel/ids.ts";
import type { ChangeProblem } from "./ports.ts";
import type { TicketState } from "./ticket.ts";

/** Why a deed at the desk was not done. Each becomes one clear sentence to the person who clicked. */
export type DeskProblem =
  | ChangeProblem
  | {
      readonly kind: "not-allowed";
      readonly needs: "staff" | "approver" | "requester" | "member" | "writer";
    }
  /** Somebody else was first, or has it. */
  | { readonly kind: "taken"; readonly by: PersonId }
  /** Requester, claimer and approver are three people. */
  | { readonly kind: "same-person"; readonly as: "requester" | "claimer" | "approver" }
  /** Nobody has claimed it yet. */
  | { readonly kind: "not-claimed"; readonly id: TicketId }
  /** The card is old: the ticket is in another state, or has changed since. */
  | { readonly kind: "moved-on"; readonly state: TicketState; readonly version: number }
  /** How it was is kept already. */
  | { readonly kind: "already-rated" }
  /** Words are needed: a reason, a question, a reply. */
  | { readonly kind: "words-missing" };

/** A deed done from a card: who, on which ticket, and the version the card showed. */
export type FromCard = {
  readonly id: TicketId;
  readonly by: PersonId;
  /** Absent where the deed does not come from a card. */
  readonly version?: number;
};
