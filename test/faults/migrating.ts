import { DatabaseSync } from "node:sqlite";
import { Kysely, PostgresDialect } from "kysely";
import { Pool } from "pg";
import { NodeSqliteDialect } from "../../src/adapters/stores/node-sqlite-dialect.ts";
import { migrate } from "../../src/adapters/stores/migrate.ts";
import type { Schema } from "../../src/adapters/stores/schema.ts";
import { LONG_WAY } from "./long-way.ts";
import type { Setting } from "./setting.ts";

/** Takes a database a long way forward, to be killed on it. */
const { planted, postgres, sqlite = "" } = JSON.parse(process.argv[2] ?? "{}") as Setting;

if (postgres === undefined) {
  const file = new DatabaseSync(sqlite, { timeout: 250 });
  file.exec("pragma journal_mode=wal; pragma synchronous=full");
  const kysely = new Kysely<Schema>({ dialect: new NodeSqliteDialect(file, () => {}) });
  process.send?.("begun");
  await goThere(kysely, "sqlite");
} else {
  const options = `-c search_path=${postgres.schema}`;
  const pool = new Pool({ connectionString: postgres.url, max: 1, options });
  await pool.query(`create schema if not exists ${postgres.schema}`);
  const kysely = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  process.send?.("begun");
  await goThere(kysely, "postgres");
}
process.send?.("done");
process.exit(0);

/** In one go; with the fault planted, step by step. */
async function goThere(kysely: Kysely<Schema>, kind: "sqlite" | "postgres"): Promise<void> {
  const first = planted === "each-step-alone" ? 1 : LONG_WAY.length;
  for (let n = first; n <= LONG_WAY.length; n += 1)
    await migrate(kysely, kind, LONG_WAY.slice(0, n));
}
