import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomUUID } from "node:crypto";
import { Client } from "pg";
import type { Database, StoreOptions } from "../../../src/adapters/stores/database.ts";
import { openPostgres } from "../../../src/adapters/stores/open-postgres.ts";
import { openSqlite } from "../../../src/adapters/stores/open-sqlite.ts";
import { openStores } from "../../../src/adapters/stores/open-stores.ts";
import type { Stores } from "../../../src/adapters/stores/open-stores.ts";

/** Stores on an empty database of their own. */
export type TestStores = {
  readonly stores: Stores;
  /** A second holder of the same database: another process, where the database allows one. */
  readonly other: Stores;
  readonly database: Database;
  close(): Promise<void>;
};

export type OpenTestStores = (options?: StoreOptions) => Promise<TestStores>;

export const POSTGRES_URL =
  process.env["TEST_POSTGRES_URL"] ?? "postgres://postgres@127.0.0.1:5432/postgres";

export const openTestSqlite: OpenTestStores = async (options) => {
  const folder = mkdtempSync(join(tmpdir(), "desk-"));
  const database = await openSqlite(join(folder, "desk.db"));
  const close = async () => {
    await database.close();
    rmSync(folder, { recursive: true });
  };
  const stores = openStores(database, options);
  return { stores, other: openStores(database, options), database, close };
};

export const openTestPostgres: OpenTestStores = async (options) => {
  const schema = `test_${randomUUID().replaceAll("-", "")}`;
  const database = await openPostgres(POSTGRES_URL, { schema, connections: 6 });
  const second = await openPostgres(POSTGRES_URL, { schema, connections: 6 });
  const close = async () => {
    await Promise.all([database.close(), second.close()]);
    await dropSchema(schema);
  };
  const stores = openStores(database, options);
  return { stores, other: openStores(second, options), database, close };
};

export async function dropSchema(schema: string): Promise<void> {
  const client = new Client({ connectionString: POSTGRES_URL });
  await client.connect();
  await client.query(`drop schema if exists "${schema}" cascade`);
  await client.end();
}

/** Whether a server answers. In CI its absence is a failure, not a reason to skip. */
export async function postgresAnswers(): Promise<boolean> {
  const client = new Client({ connectionString: POSTGRES_URL, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch (cause) {
    if (process.env["CI"] === "true") throw cause;
    console.warn(`NOT TESTED: no PostgreSQL answers at ${POSTGRES_URL}`);
    return false;
  }
}
