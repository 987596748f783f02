import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Transaction } from "kysely";
import { NO_AUDIT, verifyChain } from "../../desk/audit-chain.ts";
import { toAuditEntry } from "./audit-lines.ts";
import type { Database } from "./database.ts";
import { COUNTING, DESK_TABLES } from "./desk-tables.ts";
import { EXPORT_FORMAT } from "./export-desk.ts";
import { MIGRATIONS } from "./migrate.ts";
import type { Schema } from "./schema.ts";

const AT_ONCE = 200;

type Row = { readonly [column: string]: string | number | null };

/** One line of an export: header, row or end. */
type Line = {
  readonly format?: string;
  readonly schema?: readonly string[];
  readonly table?: string;
  readonly row?: Row;
  readonly rows?: number;
  readonly checksum?: string;
};

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
    const hash = createHash("sha256");
    let end: Line | undefined;
    let rows = 0;
    for await (const text of lines) {
      if (text === "") continue;
      if (end !== undefined) throw notWhole("nothing after its last line");
      const line = JSON.parse(text) as Line;
      if (line.checksum !== undefined) end = line;
      else hash.update(`${text}\n`);
      if (line.format !== undefined) mustBeOurs(line);
      if (line.table !== undefined && line.row !== undefined) {
        await batch.add(line.table, line.row);
        rows += 1;
      }
    }
    await batch.flush();
    const checksum = `sha256:${hash.digest("hex")}`;
    if (end?.checksum !== checksum) throw notWhole(`the checksum "${checksum}" at its end`);
    await mustBeChained(t);
    if (kind === "postgres") await countOn(t);
    return rows;
  });
}

const notWhole = (expected: string) =>
  new Error(`Cannot import this export: expected ${expected}; it was cut or changed`);

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

function mustBeOurs({ format, schema = [] }: Line): void {
  const ours = MIGRATIONS.map((one) => one.name);
  if (format === EXPORT_FORMAT && schema.join() === ours.join()) return;
  throw new Error(
    `Cannot import "${format}" with schema "${schema.at(-1)}": expected "${EXPORT_FORMAT}" with "${ours.at(-1)}"`,
  );
}

/** Collects rows of one table after the other and inserts many at once. */
function batchFor(t: Transaction<Schema>) {
  const known = new Set<string>(DESK_TABLES.map(([table]) => table));
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
    if (!known.has(table)) throw new Error(`Cannot import table "${table}": expected one of ours`);
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
