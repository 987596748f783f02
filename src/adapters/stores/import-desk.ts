import { sql } from "kysely";
import type { Transaction } from "kysely";
import { NO_AUDIT, verifyChain } from "../../desk/audit-chain.ts";
import { toAuditEntry } from "./audit-lines.ts";
import type { Database } from "./database.ts";
import { COUNTING, DESK_TABLES } from "./desk-tables.ts";
import { notWhole, readExport } from "./read-export.ts";
import type { ExportedRow } from "./read-export.ts";
import type { Schema } from "./schema.ts";

const AT_ONCE = 200;

type Row = ExportedRow["row"];

/**
 * Puts an export into an empty database: all of it in one commit, or nothing.
 *
 * @returns how many rows
 * @throws where the database is not empty, or the export was cut, changed or made by another version
 */
export async function importDesk(
  { kysely, kind }: Database,
  lines: AsyncIterable<string> | Iterable<string>,
): Promise<number> {
  return kysely.transaction().execute(async (t) => {
    await mustBeEmpty(t);
    const batch = batchFor(t);
    let rows = 0;
    for await (const { table, row } of readExport(lines)) {
      await batch.add(table, row);
      rows += 1;
    }
    await batch.flush();
    await mustBeChained(t);
    if (kind === "postgres") await countOn(t);
    return rows;
  });
}

async function mustBeEmpty(t: Transaction<Schema>): Promise<void> {
  for (const table of ["inbox", "ticket", "question", "draft", "audit", "outbox"] as const) {
    const [row] = await t
      .selectFrom(table)
      .select(sql`1`.as("one"))
      .limit(1)
      .execute();
    if (row !== undefined) {
      throw new Error(
        `Cannot import into this database: expected it to be empty, but it has rows in "${table}"`,
      );
    }
  }
  await t.deleteFrom("counter").execute();
  await t.deleteFrom("audit_head").execute();
}

/** Collects rows of one table after the other and inserts many at once. */
function batchFor(t: Transaction<Schema>) {
  let at = "";
  let rows: Row[] = [];
  const flush = async () => {
    if (rows.length > 0)
      await t
        .insertInto(at as "ticket")
        .values(rows as never)
        .execute();
    rows = [];
  };
  const add = async (table: string, row: Row) => {
    if (table !== at || rows.length >= AT_ONCE) await flush();
    at = table;
    rows.push(row);
  };
  return { add, flush };
}

async function mustBeChained(t: Transaction<Schema>): Promise<void> {
  let head = NO_AUDIT;
  for (;;) {
    const page = t.selectFrom("audit").selectAll().where("seq", ">", head.seq).orderBy("seq");
    const rows = await page.limit(AT_ONCE).execute();
    if (rows.length === 0) break;
    const followed = verifyChain(head, rows.map(toAuditEntry));
    if (!followed.ok) throw notWhole(`an unbroken audit trail at line ${followed.problem.seq}`);
    head = followed.value;
  }
  const kept = await t.selectFrom("audit_head").selectAll().executeTakeFirst();
  if (kept?.seq !== head.seq) throw notWhole(`an audit trail that ends at line ${kept?.seq}`);
}

/** New rows get numbers after those that were put in. */
async function countOn(t: Transaction<Schema>): Promise<void> {
  for (const table of COUNTING) {
    const key = DESK_TABLES.find(([name]) => name === table)?.[1] ?? "id";
    await sql`select setval(pg_get_serial_sequence(${table}, ${key}), greatest(1, (select coalesce(max(${sql.ref(key)}), 0) + 1 from ${sql.table(table)})), false)`.execute(
      t,
    );
  }
}
