import { sql } from "kysely";
import type { Kysely, Transaction } from "kysely";
import type { Database } from "./database.ts";
import { firstTables } from "./first-tables.ts";
import { knowledgeTables } from "./knowledge-tables.ts";
import type { Schema } from "./schema.ts";
import { tableWords } from "./table-words.ts";
import type { TableWords } from "./table-words.ts";

/** One step of the schema. Steps only ever go forward. */
export type Migration = {
  readonly name: string;
  readonly up: (t: Transaction<Schema>, words: TableWords) => Promise<void>;
};

export const MIGRATIONS: readonly Migration[] = [
  { name: "001-first-tables", up: firstTables },
  { name: "002-knowledge-tables", up: knowledgeTables },
];

/** The database was written by a newer version of this program. */
class NewerSchemaError extends Error {
  constructor(unknown: readonly string[]) {
    super(
      `Cannot use this database: expected steps up to "${MIGRATIONS.at(-1)?.name}", but it has "${unknown.join('", "')}" of a newer version`,
    );
    this.name = "NewerSchemaError";
  }
}

/**
 * Brings the schema up to date. All missing steps are one transaction: killed in the middle, nothing has happened.
 *
 * @returns the names of the steps that were missing
 * @throws {NewerSchemaError} where the database has steps that this program does not know
 */
export async function migrate(
  kysely: Kysely<Schema>,
  kind: Database["kind"],
  migrations = MIGRATIONS,
): Promise<readonly string[]> {
  return kysely.transaction().execute(async (t) => {
    if (kind === "postgres") await waitForOtherStarts(t);
    const words = tableWords(kind);
    await noteSteps(t, words);
    const missing = await missingSteps(t, migrations);
    for (const { name, up } of missing) {
      await up(t, words);
      await t.insertInto("schema_migration").values({ name, applied_at: Date.now() }).execute();
    }
    return missing.map((one) => one.name);
  });
}

/** The list of steps. Looked for first: a role that may make no tables is refused even where it is there. */
async function noteSteps(t: Transaction<Schema>, words: TableWords): Promise<void> {
  if (words.kind === "postgres") {
    const { rows } = await sql`select 1 where to_regclass('schema_migration') is not null`.execute(
      t,
    );
    if (rows.length > 0) return;
  }
  await sql`create table if not exists schema_migration
    (name text primary key, applied_at ${words.integer} not null)${words.end}`.execute(t);
}

/** Until the end of the transaction no other process changes the schema. PostgreSQL only. */
export async function waitForOtherStarts(t: Transaction<Schema>): Promise<void> {
  await sql`select pg_advisory_xact_lock(7262001)`.execute(t);
}

/** The steps that a database lacks; reads only. */
export async function missingSteps(
  kysely: Kysely<Schema>,
  migrations = MIGRATIONS,
): Promise<readonly Migration[]> {
  const rows = await kysely.selectFrom("schema_migration").select("name").orderBy("name").execute();
  const applied = rows.map((row) => row.name);
  const known = new Set(migrations.map((one) => one.name));
  const unknown = applied.filter((name) => !known.has(name));
  if (unknown.length > 0) throw new NewerSchemaError(unknown);
  return migrations.filter((one) => !applied.includes(one.name));
}
