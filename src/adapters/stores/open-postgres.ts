import { Kysely, PostgresDialect, sql } from "kysely";
import { Pool, types } from "pg";
import type { PoolConfig } from "pg";
import type { Database } from "./database.ts";
import { mendSinceLastTime } from "./clock-watch.ts";
import { databaseClock } from "./database-clock.ts";
import { migrate, waitForOtherStarts } from "./migrate.ts";
import { checkPostgres, checkSession } from "./postgres-checks.ts";
import { postgresSignal } from "./postgres-signal.ts";
import type { Schema } from "./schema.ts";
import { soundPool } from "./sound-pool.ts";

type Options = {
  /** The schema our tables live in, made where it is missing; default `public`. */
  readonly schema?: string;
  /** Connections of this process at most, default 8. */
  readonly connections?: number;
  /** For commands that read or write everything: nobody waits for an answer. */
  readonly unhurried?: boolean;
  /** Told when a connection is lost while nobody uses it, and what an operator should know. */
  readonly onTrouble?: (what: string) => void;
};

const INT8 = 20;
/** Slack waits three seconds: by then a person must have been told that it was not kept. */
const CONNECT_MS = 2_000;

/**
 * The server ends a statement that takes too long, e.g. behind a lock, and says so. Where it does not even
 * say that, the connection is broken, and there is time left to try another one.
 */
const HURRIED: PoolConfig = {
  statement_timeout: 2_000,
  query_timeout: 2_500,
  // What a process held that is not heard of any more: its locks must not stop the others.
  idle_in_transaction_session_timeout: 5_000,
};
const UNHURRIED: PoolConfig = { statement_timeout: 300_000, query_timeout: 310_000 };

/**
 * Opens the desk's PostgreSQL database, checks that it keeps what it acknowledges, and brings its
 * schema up to date. Any number of processes may.
 *
 * @throws {NewerSchemaError} where a newer version has written it
 */
export async function openPostgres(url: string, options: Options = {}): Promise<Database> {
  const ownClock = databaseClock();
  await prepare(url, options);
  const pool = openPool(url, options);
  const kysely = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: soundPool(pool) }) });
  try {
    await checkSession(kysely);
    await mendSinceLastTime(kysely, ownClock);
  } catch (cause) {
    await kysely.destroy();
    throw cause;
  }
  const signal = postgresSignal({
    connection: connectionTo(url, options),
    channel: `snapdesk ${options.schema ?? "public"}`,
  });
  const close = async () => {
    signal.close();
    await kysely.destroy();
  };
  return { kind: "postgres", kysely, ownClock, signal, close };
}

/** Another process may be making the tables: that may take longer than a person waits. */
async function prepare(url: string, options: Options): Promise<void> {
  const { onTrouble = () => {}, schema } = options;
  const pool = openPool(url, { ...options, connections: 1, unhurried: true });
  const kysely = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: soundPool(pool) }) });
  try {
    for (const advice of await checkPostgres(kysely)) onTrouble(advice);
    if (schema !== undefined) await makeSchema(kysely, schema);
    await migrate(kysely, "postgres");
  } finally {
    await kysely.destroy();
  }
}

/** Two processes that start together would both find it missing, so one comes after the other. */
async function makeSchema(kysely: Kysely<Schema>, schema: string): Promise<void> {
  await kysely.transaction().execute(async (t) => {
    await waitForOtherStarts(t);
    const there = await sql`select 1 from pg_namespace where nspname = ${schema}`.execute(t);
    // Asked for first: a role that may make none is refused even where it is there.
    if (there.rows.length === 0) await sql`create schema ${sql.id(schema)}`.execute(t);
  });
}

function openPool(url: string, options: Options): Pool {
  const { connections = 8, onTrouble, unhurried = false } = options;
  const pool = new Pool({
    ...connectionTo(url, options),
    ...(unhurried ? UNHURRIED : HURRIED),
    max: connections,
    types: { getTypeParser },
  });
  const lost = (cause: Error) =>
    onTrouble?.(`A connection to the database was lost: ${cause.message}`);
  pool.on("error", lost);
  // Without a listener of its own a cut connection ends the process.
  pool.on("connect", (client) => client.on("error", lost));
  return pool;
}

const connectionTo = (url: string, { schema }: Options): PoolConfig => ({
  connectionString: url,
  connectionTimeoutMillis: CONNECT_MS,
  keepAlive: true,
  ...(schema === undefined ? {} : { options: `-c search_path="${schema}"` }),
});

const getTypeParser: typeof types.getTypeParser = (id: number, format?: "text" | "binary") =>
  id === INT8 ? safeInteger : (types.getTypeParser(id, format) as never);

/** Arrives as text, for it may be larger than a number can hold; ours never is. */
function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`Cannot hold "${text}" in a number`);
  return value;
}
