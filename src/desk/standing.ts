import type { PersonId } from "../kernel/ids.ts";
import { fail, ok } from "../kernel/result.ts";
import type { Result } from "../kernel/result.ts";
import type { AuditNote } from "./audit-entry.ts";
import type { DeskProblem, FromCard } from "./desk-problem.ts";
import type { RightsOf } from "./rights.ts";
import type { Ticket, TicketState } from "./ticket.ts";

/** Checks made on the ticket as it is inside the commit, in the order they are named. */
export type Standing = {
  readonly staff?: boolean;
  readonly approver?: boolean;
  readonly requester?: boolean;
  /** The claimer alone may do it. */
  readonly claimer?: boolean;
  readonly states?: readonly TicketState[];
};

type Needs = { readonly ticket: Ticket; readonly card: FromCard; readonly rightsOf: RightsOf };

/** Whether the person may do this to the ticket, as both are at this moment. */
export function standing(needs: Needs, wanted: Standing): Result<undefined, DeskProblem> {
  const missing = missingRight(needs, wanted);
  if (missing !== undefined) return fail({ kind: "not-allowed", needs: missing });
  const { ticket, card } = needs;
  if (wanted.states?.includes(ticket.state) === false) return fail(movedOn(ticket));
  if (card.version !== undefined && card.version !== ticket.version) return fail(movedOn(ticket));
  return wanted.claimer === true ? claimedBy(ticket, card.by) : ok(undefined);
}

/** Nobody fulfils their own restore, whatever their rights are. */
export const isOwnRestore = (ticket: Ticket, person: PersonId): boolean =>
  ticket.kind === "restore" && ticket.requester === person;

export const movedOn = ({ state, version }: Ticket): DeskProblem => ({
  kind: "moved-on",
  state,
  version,
});

function claimedBy(ticket: Ticket, by: PersonId): Result<undefined, DeskProblem> {
  if (ticket.assignee === undefined) return fail({ kind: "not-claimed", id: ticket.id });
  return ticket.assignee === by ? ok(undefined) : fail({ kind: "taken", by: ticket.assignee });
}

function missingRight({ ticket, card, rightsOf }: Needs, wanted: Standing) {
  const rights = rightsOf(card.by);
  if (rights.foreign) return "member";
  if (wanted.requester === true && ticket.requester !== card.by) return "requester";
  if (wanted.staff === true && !rights.staff) return "staff";
  return wanted.approver === true && !rights.approver ? "approver" : undefined;
}

/** A try that was refused for want of a right is kept in the audit trail. */
export const refusedTry =
  (deed: string) =>
  (problem: { readonly kind: string }): AuditNote | undefined =>
    problem.kind === "not-allowed" || problem.kind === "same-person"
      ? { action: `${deed}-refused`, data: { ...problem } }
      : undefined;
