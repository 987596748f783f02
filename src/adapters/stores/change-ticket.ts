import type { Actor, AuditNote } from "../../desk/audit-entry.ts";
import { mayMove } from "../../desk/lifecycle.ts";
import type { Change, ChangeProblem } from "../../desk/ports.ts";
import type { Ticket } from "../../desk/ticket.ts";
import type { TicketId } from "../../kernel/ids.ts";
import { fail, ok } from "../../kernel/result.ts";
import type { Result } from "../../kernel/result.ts";
import { addAuditLine } from "./audit-lines.ts";
import { changedTicket } from "./changed-ticket.ts";
import { finishJob } from "./finish-job.ts";
import { commit } from "./ground.ts";
import type { Commit, Ground } from "./ground.ts";
import { keepChange } from "./keep-change.ts";
import { toTicket, toTicketRow } from "./ticket-row.ts";

/** What to do with the ticket as it is now, and what to note where that is refused. */
export type Decision<Case, Problem> = {
  readonly id: TicketId;
  readonly actor: Actor;
  readonly decide: (ticket: Ticket<Case>) => Result<Change<Case>, Problem>;
  readonly refusal?: ((problem: Problem) => AuditNote | undefined) | undefined;
};

type Changed<Case, Problem> = Result<Ticket<Case>, Problem | ChangeProblem>;

/** Reads, decides and writes in one transaction. */
export function changeTicket<Case, Problem>(
  ground: Ground,
  decision: Decision<Case, Problem>,
): Promise<Changed<Case, Problem>> {
  return commit<Changed<Case, Problem>>(ground, async (one) => {
    const { id, decide } = decision;
    const ticket = await ticketForUpdate<Case>(one, id);
    if (ticket === undefined) return fail({ kind: "no-ticket", id });
    const decided = decide(ticket);
    if (!decided.ok) {
      await noteRefusal(one, decision, decided.problem);
      return decided;
    }
    return keep(one, decision.actor, ticket, decided.value);
  });
}

async function ticketForUpdate<Case>(
  { t, ground }: Commit,
  id: TicketId,
): Promise<Ticket<Case> | undefined> {
  const query = t.selectFrom("ticket").selectAll().where("id", "=", id);
  const row = await (ground.kind === "postgres" ? query.forUpdate() : query).executeTakeFirst();
  return row === undefined ? undefined : toTicket<Case>(row);
}

async function noteRefusal<Case, Problem>(
  one: Commit,
  { id, actor, refusal }: Decision<Case, Problem>,
  problem: Problem,
): Promise<void> {
  const note = refusal?.(problem);
  if (note !== undefined) await addAuditLine(one, actor, note, id);
}

async function keep<Case>(
  one: Commit,
  actor: Actor,
  ticket: Ticket<Case>,
  change: Change<Case>,
): Promise<Result<Ticket<Case>, ChangeProblem>> {
  const to = change.state ?? ticket.state;
  if (!mayMove(ticket.kind, ticket.state, to)) {
    return fail({ kind: "illegal-move", from: ticket.state, to });
  }
  const { t, ground } = one;
  if (change.finishes !== undefined && !(await finishJob(t, change.finishes))) {
    return fail({ kind: "lease-lost" });
  }
  const next = changedTicket(ticket, change, await ground.now(t));
  await t
    .updateTable("ticket")
    .set(toTicketRow(next))
    .where("id", "=", ticket.id)
    .where("version", "=", ticket.version)
    .execute();
  await keepChange(one, { ...change, id: ticket.id, actor });
  return ok(next);
}
