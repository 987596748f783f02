import { Kysely, PostgresDialect, sql } from "kysely";
import { Pool, types } from "pg";
import type { PoolConfig } from "pg";
import type { Database } from "./database.ts";
import { mendSinceLastTime } from "./clock-watch.ts";
import { databaseClock } from "./database-clock.ts";
import { migrate, waitForOtherStarts } from "./migrate.ts";
import { checkPostgres } from "./postgres-checks.ts";
import { postgresSignal } from "./postgres-signal.ts";
import type { Schema } from "./schema.ts";
import { soundPool } from "./sound-pool.ts";

type Options = {
  /** The schema our tables live in, made where it is missing; default `public`. */
  readonly schema?: string;
  /** Connections of this process at most, default 8. */
  readonly connections?: number;
  /** Of the role that owns the tables, where it is another one: the desk's own may then only read and write rows. */
  readonly ownerUrl?: string;
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
  const { onTrouble = () => {}, ownerUrl } = options;
  await prepare(url, options);
  const database = readPostgres(url, options);
  const { kysely, ownClock } = database;
  try {
    const { advice } = await checkPostgres(kysely);
    if (ownerUrl !== undefined && advice.length > 0) throw new RightsError();
    for (const one of advice) onTrouble(one);
    await mendSinceLastTime(kysely, ownClock);
  } catch (cause) {
    await database.close();
    throw cause;
  }
  return database;
}

type Reader = Database & Required<Pick<Database, "ownClock" | "signal">>;

/** Opens it as it is: nothing is checked, nothing changed. */
export function readPostgres(url: string, options: Options = {}): Reader {
  const ownClock = databaseClock();
  const kysely = overPool(openPool(url, options));
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

/** The operator has named an owner, so the desk's own role is meant to have no rights over tables. */
class RightsError extends Error {
  constructor() {
    super(
      "Cannot use the role of DATABASE_URL: expected one that may only read and write rows, since DATABASE_OWNER_URL names the owner of the tables",
    );
    this.name = "RightsError";
  }
}

const overPool = (pool: Pool): Kysely<Schema> =>
  new Kysely<Schema>({ dialect: new PostgresDialect({ pool: soundPool(pool) }) });

/** Another process may be making the tables: that may take longer than a person waits. */
async function prepare(url: string, options: Options): Promise<void> {
  const { ownerUrl, schema } = options;
  const unhurried = { ...options, connections: 1, unhurried: true };
  const owner = overPool(openPool(ownerUrl ?? url, unhurried));
  try {
    await checkPostgres(owner);
    if (schema !== undefined) await makeSchema(owner, schema);
    await migrate(owner, "postgres");
    if (ownerUrl !== undefined) await letWriteRows(owner, await roleOf(url, unhurried));
  } finally {
    await owner.destroy();
  }
}

async function roleOf(url: string, options: Options): Promise<string> {
  const kysely = overPool(openPool(url, options));
  try {
    const { rows } = await sql<{ role: string }>`select current_user as role`.execute(kysely);
    return rows[0]?.role ?? "";
  } finally {
    await kysely.destroy();
  }
}

/** What the desk needs while it runs, and no more. */
async function letWriteRows(owner: Kysely<Schema>, role: string): Promise<void> {
  const { rows } = await sql<{ schema: string }>`select current_schema() as schema`.execute(owner);
  const [here, to] = [sql.id(rows[0]?.schema ?? "public"), sql.id(role)];
  await sql`grant usage on schema ${here} to ${to}`.execute(owner);
  await sql`grant select, insert, update, delete on all tables in schema ${here} to ${to}`.execute(
    owner,
  );
  await sql`grant usage on all sequences in schema ${here} to ${to}`.execute(owner);
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
