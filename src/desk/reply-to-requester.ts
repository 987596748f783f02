import { digestOf } from "../kernel/digest.ts";
import { fail, ok } from "../kernel/result.ts";
import { deed } from "./deed.ts";
import type { FromCard } from "./desk-problem.ts";
import { isFinal } from "./lifecycle.ts";
import { isOwnRestore, movedOn } from "./standing.ts";
import { card, line, told } from "./ticket-notices.ts";

type Input = Omit<FromCard, "version"> & { readonly words: string };

/** The one way by which words of staff reach the requester from a card: seen in a preview first. */
export const replyToRequester = deed<Input>("desk.reply", { staff: true }, (ticket, input) => {
  const words = input.words.trim();
  if (words === "") return fail({ kind: "words-missing" });
  if (isFinal(ticket.kind, ticket.state)) return fail(movedOn(ticket));
  const { by } = input;
  if (isOwnRestore(ticket, by)) return fail({ kind: "same-person", as: "requester" });
  return ok({
    ...(ticket.state === "new" ? { state: "claimed" as const, assignee: by } : {}),
    audit: { action: "desk.replied", data: { by, words: digestOf(words) } },
    notices: [
      card(ticket),
      line(ticket, "replied", { by, words }),
      told(ticket, "reply", { by, words }),
    ],
  });
});
