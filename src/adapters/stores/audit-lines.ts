import type { Selectable } from "kysely";
import { NO_AUDIT, chainEntry } from "../../desk/audit-chain.ts";
import type { AuditHead } from "../../desk/audit-chain.ts";
import type { Actor, AuditEntry, AuditNote } from "../../desk/audit-entry.ts";
import type { Instant } from "../../kernel/clock.ts";
import type { TicketId } from "../../kernel/ids.ts";
import type { Commit } from "./ground.ts";
import { fromJsonText, toJsonText } from "./json-text.ts";
import type { AuditTable } from "./schema.ts";

/**
 * Chains a line to the trail within a commit. From here to the commit nobody else adds one, so it
 * comes last in every transaction.
 */
export async function addAuditLine(
  commit: Commit,
  actor: Actor,
  note: AuditNote,
  ticket?: TicketId,
): Promise<AuditEntry> {
  const { t, ground } = commit;
  const before = await headForUpdate(commit);
  const at = await ground.now(t);
  const about = ticket === undefined ? {} : { ticket };
  const data = fromJsonText(toJsonText(note.data)) as AuditNote["data"];
  const entry = chainEntry(before, { at, actor, action: note.action, data, ...about });
  await keepLine(commit, entry);
  return entry;
}

/** On PostgreSQL in one statement: all others wait until the commit, so each way to the server counts. */
async function keepLine({ t, ground }: Commit, entry: AuditEntry): Promise<void> {
  const { seq, hash } = entry;
  const row = toAuditRow(entry);
  if (ground.kind === "sqlite") await t.insertInto("audit").values(row).execute();
  const head =
    ground.kind === "sqlite" ? t : t.with("line", (q) => q.insertInto("audit").values(row));
  await head.updateTable("audit_head").set({ seq, hash }).where("id", "=", 1).execute();
}

async function headForUpdate({ t, ground }: Commit): Promise<AuditHead> {
  const query = t.selectFrom("audit_head").select(["seq", "hash"]).where("id", "=", 1);
  const row = await (ground.kind === "postgres" ? query.forUpdate() : query).executeTakeFirst();
  return row ?? NO_AUDIT;
}

const toAuditRow = (entry: AuditEntry): AuditTable => ({
  seq: entry.seq,
  at: entry.at,
  actor: entry.actor,
  action: entry.action,
  ticket_id: entry.ticket ?? null,
  data: toJsonText(entry.data),
  prev: entry.prev,
  hash: entry.hash,
});

/** A line as it was kept. */
export const toAuditEntry = (row: Selectable<AuditTable>): AuditEntry => ({
  seq: row.seq,
  at: row.at as Instant,
  actor: row.actor as Actor,
  action: row.action,
  ...(row.ticket_id === null ? {} : { ticket: row.ticket_id as TicketId }),
  data: fromJsonText(row.data) as AuditEntry["data"],
  prev: row.prev,
  hash: row.hash,
});
