import type { Kysely } from "kysely";
import type { TicketQuery } from "../../desk/ports.ts";
import type { Schema } from "./schema.ts";

const DEFAULT_LIMIT = 50;

/** The rows a query asks for, newest first. */
export function ticketsAsked(kysely: Kysely<Schema>, query: TicketQuery) {
  const { kind, states, requester, assignee, before, limit = DEFAULT_LIMIT } = query;
  let rows = kysely.selectFrom("ticket").selectAll().orderBy("seq", "desc").limit(limit);
  if (kind !== undefined) rows = rows.where("kind", "=", kind);
  if (states !== undefined) {
    rows = rows.where((is) => (states.length === 0 ? is.lit(false) : is("state", "in", states)));
  }
  if (requester !== undefined) rows = rows.where("requester", "=", requester);
  if (assignee !== undefined) rows = rows.where("assignee", "=", assignee);
  if (before !== undefined) {
    rows = rows.where("seq", "<", (one) =>
      one.selectFrom("ticket as older").select("older.seq").where("older.id", "=", before),
    );
  }
  return rows;
}
