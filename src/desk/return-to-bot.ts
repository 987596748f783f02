import { fail, ok } from "../kernel/result.ts";
import type { Result } from "../kernel/result.ts";
import { deed } from "./deed.ts";
import type { DeedNeeds } from "./deed.ts";
import type { DeskProblem, FromCard } from "./desk-problem.ts";
import type { QuestionStore } from "./ports.ts";
import { movedOn } from "./standing.ts";
import { card, line } from "./ticket-notices.ts";
import type { Ticket } from "./ticket.ts";

type Input = Omit<FromCard, "version">;

const returned = deed<Input>("desk.return", { staff: true }, (ticket, { by }) => {
  if (ticket.kind !== "question") return fail(movedOn(ticket));
  return ok({
    audit: { action: "desk.returned", data: { by } },
    notices: [card(ticket), line(ticket, "returned", { by })],
  });
});

/** The bot may speak in the requester's thread again. */
export function returnToBot(
  needs: DeedNeeds & { readonly questions: Pick<QuestionStore, "setVoice"> },
): (input: Input) => Promise<Result<Ticket, DeskProblem>> {
  return async (input) => {
    const done = await returned(needs)(input);
    if (done.ok) await needs.questions.setVoice(done.value.origin, "bot");
    return done;
  };
}
