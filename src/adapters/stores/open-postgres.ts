import { Kysely, PostgresDialect, sql } from "kysely";
import { Pool, types } from "pg";
import type { Database } from "./database.ts";
import { mendSinceLastTime } from "./clock-watch.ts";
import { databaseClock } from "./database-clock.ts";
import { migrate, waitForOtherStarts } from "./migrate.ts";
import { checkPostgres } from "./postgres-checks.ts";
import type { Schema } from "./schema.ts";

type Options = {
  /** The schema our tables live in, made where it is missing; default `public`. */
  readonly schema?: string;
  /** Connections of this process at most, default 8. */
  readonly connections?: number;
  /** Told when a connection is lost while nobody uses it, and what an operator should know. */
  readonly onTrouble?: (what: string) => void;
};

const INT8 = 20;
/** Slack waits three seconds: by then a person must have been told that it was not kept. */
const CONNECT_MS = 2_500;
const QUERY_MS = 5_000;

/**
 * Opens the desk's PostgreSQL database, checks that it keeps what it acknowledges, and brings its
 * schema up to date. Any number of processes may.
 *
 * @throws {NewerSchemaError} where a newer version has written it
 */
export async function openPostgres(url: string, options: Options = {}): Promise<Database> {
  const { onTrouble = () => {} } = options;
  const ownClock = databaseClock();
  const pool = openPool(url, options);
  const kysely = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  try {
    for (const advice of await checkPostgres(kysely)) onTrouble(advice);
    if (options.schema !== undefined) await makeSchema(kysely, options.schema);
    await migrate(kysely, "postgres");
    await mendSinceLastTime(kysely, ownClock);
  } catch (cause) {
    await kysely.destroy();
    throw cause;
  }
  return { kind: "postgres", kysely, ownClock, close: () => kysely.destroy() };
}

/** Two processes that start together would both find it missing, so one comes after the other. */
async function makeSchema(kysely: Kysely<Schema>, schema: string): Promise<void> {
  await kysely.transaction().execute(async (t) => {
    await waitForOtherStarts(t);
    await sql`create schema if not exists ${sql.id(schema)}`.execute(t);
  });
}

function openPool(url: string, { connections = 8, onTrouble, schema }: Options): Pool {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: QUERY_MS,
    statement_timeout: QUERY_MS,
    keepAlive: true,
    types: { getTypeParser },
    ...(schema === undefined ? {} : { options: `-c search_path="${schema}"` }),
  });
  const lost = (cause: Error) =>
    onTrouble?.(`A connection to the database was lost: ${cause.message}`);
  pool.on("error", lost);
  // Without a listener of its own a cut connection ends the process.
  pool.on("connect", (client) => client.on("error", lost));
  return pool;
}

const getTypeParser: typeof types.getTypeParser = (id: number, format?: "text" | "binary") =>
  id === INT8 ? safeInteger : (types.getTypeParser(id, format) as never);

/** Arrives as text, for it may be larger than a number can hold; ours never is. */
function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`Cannot hold "${text}" in a number`);
  return value;
}
