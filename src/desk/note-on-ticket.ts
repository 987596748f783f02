import { digestOf } from "../kernel/digest.ts";
import { fail, ok } from "../kernel/result.ts";
import { deed } from "./deed.ts";
import type { FromCard } from "./desk-problem.ts";
import { line } from "./ticket-notices.ts";

type Input = Omit<FromCard, "version"> & { readonly words: string };

/** Keeps a remark for colleagues. It never reaches the requester; the audit trail holds its digest. */
export const noteOnTicket = deed<Input>("desk.note", { staff: true }, (ticket, input) => {
  const words = input.words.trim();
  if (words === "") return fail({ kind: "words-missing" });
  return ok({
    audit: { action: "desk.noted", data: { by: input.by, words: digestOf(words) } },
    notices: [line(ticket, "note", { by: input.by, words })],
  });
});
