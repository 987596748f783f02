import { digestOf } from "../kernel/digest.ts";
import { fail, ok } from "../kernel/result.ts";
import { deed } from "./deed.ts";
import type { FromCard } from "./desk-problem.ts";
import { isFinal } from "./lifecycle.ts";
import { movedOn } from "./standing.ts";
import { card, line } from "./ticket-notices.ts";

type Input = Omit<FromCard, "version"> & { readonly words: string };

/** The requester wrote in the ticket's thread: staff read it below the card, and the response clock runs again. */
export const requesterWrote = deed<Input>(
  "desk.requester-wrote",
  { requester: true },
  (ticket, { by, words }) => {
    if (isFinal(ticket.kind, ticket.state)) return fail(movedOn(ticket));
    return ok({
      waitingSince: null,
      audit: { action: "desk.requester-wrote", data: { by, words: digestOf(words) } },
      notices: [card(ticket), line(ticket, "requester-wrote", { by, words })],
    });
  },
);
