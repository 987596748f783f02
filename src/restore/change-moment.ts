import { refusedTry, standing } from "../desk/standing.ts";
import type { FromCard } from "../desk/desk-problem.ts";
import type { TicketStore } from "../desk/ports.ts";
import type { RightsOf } from "../desk/rights.ts";
import { card, line, told } from "../desk/ticket-notices.ts";
import type { Clock } from "../kernel/clock.ts";
import { fail, ok } from "../kernel/result.ts";
import type { Result } from "../kernel/result.ts";
import { whatWasAsked } from "./file-restore.ts";
import { withoutPlan } from "./plan-ticket.ts";
import type { DraftStore } from "./ports.ts";
import type { RestoreCase, RestoreTicket } from "./restore-case.ts";
import type { RestoreDeedProblem } from "./restore-deed-problem.ts";
import type { DraftRef } from "./restore-draft.ts";
import { receipt, voidedCard } from "./restore-notices.ts";

type Needs = {
  readonly tickets: Pick<TicketStore<RestoreCase>, "change">;
  readonly drafts: Pick<DraftStore, "get">;
  readonly rightsOf: RightsOf;
  readonly now: Clock;
};

type Input = Omit<FromCard, "version"> & { readonly draft: DraftRef };

/** The requester wants another moment: a new version of the request. Restore plan and approval are void. */
export function changeMoment({ tickets, drafts, rightsOf, now }: Needs) {
  return async (input: Input): Promise<Result<RestoreTicket, RestoreDeedProblem>> => {
    const request = await drafts.get(input.draft);
    if (request === undefined) return fail({ kind: "draft-gone" });
    if (request.moment.instant > now()) return fail({ kind: "in-the-future" });
    return tickets.change<RestoreDeedProblem>(
      input.id,
      input.by,
      (ticket) => {
        const allowed = standing(
          { ticket, card: input, rightsOf },
          { requester: true, states: ["new", "claimed", "planned", "approval-wanted", "approved"] },
        );
        if (!allowed.ok) return allowed;
        if (isSameDraft(ticket.case.draft, input.draft)) return fail({ kind: "draft-gone" });
        const { gapAccepted: _accepted, ...rest } = withoutPlan(ticket.case);
        return ok({
          state: ticket.state === "new" ? "new" : "claimed",
          case: { ...rest, draft: input.draft, request },
          audit: { action: "restore.changed", data: whatWasAsked(input.draft, request) },
          notices: [
            card(ticket),
            receipt(ticket),
            line(ticket, "changed", { by: input.by }),
            told(ticket, "changed", {}),
            ...voidedCard(ticket),
          ],
        });
      },
      refusedTry("restore.change"),
    );
  };
}

const isSameDraft = (a: DraftRef, b: DraftRef): boolean =>
  a.draft === b.draft && a.version === b.version;
