import type { Ticket } from "./ticket.ts";

/** How a requester found the desk's work, best first. */
export const SATISFACTIONS = ["good", "fair", "poor"] as const;

export type Satisfaction = (typeof SATISFACTIONS)[number];

/** What a case of either kind may carry once its ticket is closed. */
export type Rated = { readonly satisfaction?: Satisfaction };

/** What the requester said, if they did. */
export const satisfactionOf = (ticket: Ticket): Satisfaction | undefined =>
  (ticket.case as Rated).satisfaction;
