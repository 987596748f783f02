import type { TicketStore } from "../../desk/ports.ts";
import { toAuditEntry } from "./audit-lines.ts";
import { changeTicket } from "./change-ticket.ts";
import { read } from "./ground.ts";
import type { Ground } from "./ground.ts";
import { openTicket } from "./open-ticket.ts";
import { ticketsAsked } from "./tickets-asked.ts";
import { toTicket } from "./ticket-row.ts";

/** Tickets, and everything that is committed with them. */
export function ticketStore<Case>(ground: Ground): TicketStore<Case> {
  const { kysely } = ground;
  return {
    get: async (id) => {
      const query = kysely.selectFrom("ticket").selectAll().where("id", "=", id);
      const row = await read(() => query.executeTakeFirst());
      return row === undefined ? undefined : toTicket<Case>(row);
    },
    list: async (query) => {
      const rows = await read(() => ticketsAsked(kysely, query).execute());
      return rows.map((row) => toTicket<Case>(row));
    },
    countByState: async (kind) => {
      const all = kysely
        .selectFrom("ticket")
        .select(["state", kysely.fn.countAll<number>().as("n")]);
      const some = kind === undefined ? all : all.where("kind", "=", kind);
      const rows = await read(() => some.groupBy("state").execute());
      return Object.fromEntries(rows.map((row) => [row.state, row.n]));
    },
    open: (intakeKey, draft, opening) => openTicket(ground, intakeKey, draft, opening),
    change: (id, actor, decide, refusal) => changeTicket(ground, { id, actor, decide, refusal }),
    history: async (id) => {
      const query = kysely.selectFrom("audit").selectAll().where("ticket_id", "=", id);
      const rows = await read(() => query.orderBy("seq").execute());
      return rows.map(toAuditEntry);
    },
  };
}
