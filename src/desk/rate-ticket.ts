import { fail, ok } from "../kernel/result.ts";
import { deed } from "./deed.ts";
import type { FromCard } from "./desk-problem.ts";
import type { Rated, Satisfaction } from "./satisfaction.ts";
import { card, closed, line } from "./ticket-notices.ts";

type Input = Omit<FromCard, "version"> & { readonly satisfaction: Satisfaction };

/** The requester says how it was: asked once when the ticket is closed, kept once, never asked for again. */
export const rateTicket = deed<Input, Rated>(
  "desk.rate",
  { requester: true, states: ["closed"] },
  (ticket, { by, satisfaction }) => {
    if (ticket.case.satisfaction !== undefined) return fail({ kind: "already-rated" });
    return ok({
      case: { ...ticket.case, satisfaction },
      audit: { action: "desk.rated", data: { by, satisfaction } },
      notices: [card(ticket), line(ticket, "rated", { by, satisfaction }), closed(ticket)],
    });
  },
);
