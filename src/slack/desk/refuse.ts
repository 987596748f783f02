import type { AuditStore, Outbox, TicketStore } from "../../desk/ports.ts";
import { card } from "../../desk/ticket-notices.ts";
import type { TicketId } from "../../kernel/ids.ts";
import type { RestoreDeedProblem } from "../../restore/restore-deed-problem.ts";
import { noticeView } from "../app/small-views.ts";
import type { Form, Turn } from "../app/turn.ts";
import type { People } from "../identity/people.ts";
import { problemText } from "./problem-text.ts";

export type RefuseNeeds = {
  readonly tickets: Pick<TicketStore, "get">;
  readonly outbox: Pick<Outbox, "add">;
  readonly people: Pick<People, "rightsOf" | "known">;
  readonly audit: Pick<AuditStore, "append">;
};

const OLD_CARD = new Set(["moved-on", "illegal-move", "plan-stale", "taken"]);

/** Draws a ticket's card again from the database, for somebody who looked at an old one. */
export async function redrawCard(
  { tickets, outbox }: Pick<RefuseNeeds, "tickets" | "outbox">,
  id: TicketId,
): Promise<void> {
  const ticket = await tickets.get(id);
  if (ticket === undefined) return;
  await outbox.add([{ ...card(ticket), idem: `card:${id}:redrawn:${crypto.randomUUID()}` }]);
}

/** Tells the clicker why a deed was not done; whoever clicked on an old card gets the present one. */
export async function refuse(
  needs: RefuseNeeds,
  { tell, text }: Turn,
  id: TicketId,
  problem: RestoreDeedProblem,
): Promise<void> {
  if (OLD_CARD.has(problem.kind)) await redrawCard(needs, id);
  await tell(problemText(problem, text));
}

/** The same for a form: beside its first field, else in place of the form. */
export async function refuseForm(
  needs: RefuseNeeds,
  form: Form,
  { id, block }: { readonly id?: TicketId; readonly block?: string },
  problem: RestoreDeedProblem,
): Promise<void> {
  const said = problemText(problem, form.text, nameIn(needs.people));
  await (block === undefined
    ? form.ack({ response_action: "update", view: noticeView(form.text, said) })
    : form.ack({ response_action: "errors", errors: { [block]: said } }));
  if (id !== undefined && OLD_CARD.has(problem.kind)) await redrawCard(needs, id);
}

/** Names instead of mentions: errors beside a field are plain text. */
const nameIn =
  (people: Pick<People, "known">) =>
  (person: Parameters<People["known"]>[0]): string =>
    people.known(person)?.name ?? person;

/**
 * Whether a person may press a control of staff. Whoever may not is told, and the try is kept in the
 * audit trail; the deed behind the control checks again.
 */
export async function mayPress(
  { people, audit }: RefuseNeeds,
  turn: Turn,
  {
    action,
    id,
    needs: right,
  }: {
    readonly action: string;
    readonly id: TicketId;
    readonly needs: "staff" | "approver";
  },
): Promise<boolean> {
  if (people.rightsOf(turn.person)[right]) return true;
  await audit.append(turn.person, { action: `${action}-refused`, data: { needs: right } }, id);
  await turn.tell(problemText({ kind: "not-allowed", needs: right }, turn.text));
  return false;
}
