import { digestOf } from "../kernel/digest.ts";
import { fail, ok } from "../kernel/result.ts";
import { deed } from "./deed.ts";
import type { FromCard } from "./desk-problem.ts";
import { mayMove } from "./lifecycle.ts";
import { movedOn } from "./standing.ts";
import { card, line, told } from "./ticket-notices.ts";

type Input = FromCard & { readonly words: string };

/** Refuses what was asked. The reason is mandatory and goes to the requester. */
export const rejectTicket = deed<Input>("desk.reject", { staff: true }, (ticket, { by, words }) => {
  const reason = words.trim();
  if (reason === "") return fail({ kind: "words-missing" });
  if (!mayMove(ticket.kind, ticket.state, "rejected")) return fail(movedOn(ticket));
  return ok({
    state: "rejected",
    waitingSince: null,
    audit: { action: "desk.rejected", data: { by, reason: digestOf(reason) } },
    notices: [
      card(ticket),
      line(ticket, "rejected", { by, words: reason }),
      told(ticket, "rejected", { by, words: reason }),
    ],
  });
});
