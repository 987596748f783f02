import { digestOf } from "../kernel/digest.ts";
import { fail, ok } from "../kernel/result.ts";
import { deed } from "./deed.ts";
import type { FromCard } from "./desk-problem.ts";
import { isFinal } from "./lifecycle.ts";
import { movedOn } from "./standing.ts";
import { card, line, told } from "./ticket-notices.ts";

type Input = Omit<FromCard, "version"> & { readonly words: string };

/** Asks the requester something; the response clock stands still until they answer. */
export const askRequester = deed<Input>("desk.ask", { staff: true }, (ticket, input, { now }) => {
  const words = input.words.trim();
  if (words === "") return fail({ kind: "words-missing" });
  if (isFinal(ticket.kind, ticket.state)) return fail(movedOn(ticket));
  return ok({
    waitingSince: now(),
    audit: { action: "desk.asked", data: { by: input.by, words: digestOf(words) } },
    notices: [
      card(ticket),
      line(ticket, "asked", { by: input.by, words }),
      told(ticket, "question", { by: input.by, words }),
    ],
  });
});
