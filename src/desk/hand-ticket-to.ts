import type { PersonId } from "../kernel/ids.ts";
import { fail, ok } from "../kernel/result.ts";
import { deed } from "./deed.ts";
import type { FromCard } from "./desk-problem.ts";
import { isFinal } from "./lifecycle.ts";
import { isOwnRestore, movedOn } from "./standing.ts";
import { card, line, toldStaff } from "./ticket-notices.ts";

type Input = FromCard & { readonly to: PersonId; readonly words?: string };

/** Gives a ticket to a colleague, who is told. An approval stays what it was: bound to the restore plan, not to the claimer. */
export const handTicketTo = deed<Input>(
  "desk.hand",
  { staff: true },
  (ticket, { by, to, words }, { rightsOf }) => {
    if (!rightsOf(to).staff) return fail({ kind: "not-allowed", needs: "staff" });
    if (isOwnRestore(ticket, to)) return fail({ kind: "same-person", as: "requester" });
    if (isFinal(ticket.kind, ticket.state)) return fail(movedOn(ticket));
    return ok({
      ...(ticket.state === "new" ? { state: "claimed" as const } : {}),
      assignee: to,
      audit: { action: "desk.handed", data: { by, to, from: ticket.assignee } },
      notices: [
        card(ticket),
        line(ticket, "handed", { by, to, words }),
        toldStaff(ticket, to, "handed", { by, words }),
      ],
    });
  },
);
