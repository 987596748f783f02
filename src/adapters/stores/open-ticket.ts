import type { Insertable } from "kysely";
import type { NewTicket, Opening } from "../../desk/ports.ts";
import type { Ticket, TicketKind } from "../../desk/ticket.ts";
import type { TicketId } from "../../kernel/ids.ts";
import { withFields } from "./changed-ticket.ts";
import { nextNumber, returnNumber } from "./counters.ts";
import { commit } from "./ground.ts";
import type { Commit, Ground } from "./ground.ts";
import { keepChange } from "./keep-change.ts";
import type { TicketTable } from "./schema.ts";
import { toTicket, toTicketRow } from "./ticket-row.ts";

type Opened<Case> = { readonly ticket: Ticket<Case>; readonly first: boolean };

const PREFIX = { restore: "RST", question: "Q" } as const;

/** A new ticket with all that belongs to it in one commit, or the one its key has opened before. */
export function openTicket<Case>(
  ground: Ground,
  intakeKey: string,
  draft: NewTicket<Case>,
  opening: Opening<Case>,
): Promise<Opened<Case>> {
  const work = async (one: Commit): Promise<Opened<Case>> => {
    const bare = await bareTicket(one, draft);
    const change = opening(bare);
    const ticket = withFields(bare, change);
    if (!(await isNew(one, { intake_key: intakeKey, ...toTicketRow(ticket) }))) {
      if (draft.id === undefined) await returnNumber(one, PREFIX[draft.kind]);
      return { ticket: await openedBefore<Case>(one, intakeKey, draft.id), first: false };
    }
    await keepChange(one, { ...change, id: ticket.id, actor: ticket.requester });
    return { ticket, first: true };
  };
  return commit(ground, work, { keyed: true, numbered: PREFIX[draft.kind] });
}

/** Keeps the row, unless its key or its id is known. */
async function isNew({ t }: Commit, row: Insertable<TicketTable>): Promise<boolean> {
  const kept = t
    .insertInto("ticket")
    .values(row)
    .onConflict((known) => known.doNothing());
  return (await kept.returning("seq").executeTakeFirst()) !== undefined;
}

async function openedBefore<Case>(
  { t }: Commit,
  intakeKey: string,
  id: TicketId | undefined,
): Promise<Ticket<Case>> {
  const row = await t
    .selectFrom("ticket")
    .selectAll()
    .where((is) =>
      id === undefined
        ? is("intake_key", "=", intakeKey)
        : is.or([is("intake_key", "=", intakeKey), is("id", "=", id)]),
    )
    .executeTakeFirstOrThrow();
  return toTicket<Case>(row);
}

async function bareTicket<Case>(one: Commit, draft: NewTicket<Case>): Promise<Ticket<Case>> {
  const at = await one.ground.now(one.t);
  const { id: given, ...fields } = draft;
  const id = given ?? (await newId(one, draft.kind));
  return { ...fields, id, state: "new", version: 1, createdAt: at, updatedAt: at };
}

async function newId(one: Commit, kind: TicketKind): Promise<TicketId> {
  const prefix = PREFIX[kind];
  return `${prefix}-${await nextNumber(one, prefix)}`;
}
