import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { setImmediate as turn } from "node:timers/promises";
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import type { DatabaseConnection, Dialect, Kysely, SqliteDatabase, SqliteStatement } from "kysely";
import { RecentMap } from "../../kernel/recent-map.ts";

/** Called once for an error after which the file cannot be trusted. It must end the process. */
export type Broken = (cause: Error) => void;

/** How a transaction begins: one that begins as a reader is refused when it wants to write. */
type Begin = "begin immediate" | "begin";

/** Kysely over the SQLite inside Node. One connection; Kysely queues the callers. */
export class NodeSqliteDialect implements Dialect {
  readonly #db: DatabaseSync;
  readonly #broken: Broken;
  readonly #begin: Begin;

  constructor(db: DatabaseSync, broken: Broken, begin: Begin = "begin immediate") {
    this.#db = db;
    this.#broken = broken;
    this.#begin = begin;
  }

  createAdapter() {
    return new WithTransactionalDdl();
  }

  createDriver() {
    return new OneConnection(this.#db, this.#broken, this.#begin);
  }

  createQueryCompiler() {
    return new SqliteQueryCompiler();
  }

  createIntrospector(kysely: Kysely<unknown>) {
    return new SqliteIntrospector(kysely);
  }
}

class WithTransactionalDdl extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true;
  }
}

class OneConnection extends SqliteDriver {
  readonly #db: DatabaseSync;
  readonly #begin: Begin;

  constructor(db: DatabaseSync, broken: Broken, begin: Begin) {
    super({ database: adapt(db, broken) });
    this.#db = db;
    this.#begin = begin;
  }

  /** Everything below is synchronous: without a turn of the loop a burst would hold all else up. */
  override async acquireConnection() {
    await turn();
    return super.acquireConnection();
  }

  override async beginTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw(this.#begin));
  }

  /** After some errors SQLite has rolled back by itself; another rollback would hide the cause. */
  override async rollbackTransaction(connection: DatabaseConnection) {
    if (this.#db.isTransaction) await super.rollbackTransaction(connection);
  }
}

function adapt(db: DatabaseSync, broken: Broken): SqliteDatabase {
  const guard = <T>(work: () => T): T => {
    try {
      return work();
    } catch (cause) {
      if (isBroken(cause)) broken(cause);
      throw cause;
    }
  };
  const prepare = (sql: string): SqliteStatement =>
    guard(() => {
      const statement = db.prepare(sql);
      return {
        reader: statement.columns().length > 0,
        all: (values: readonly unknown[]) => guard(() => statement.all(...bound(values))),
        run: (values: readonly unknown[]) => guard(() => statement.run(...bound(values))),
        iterate: (values: readonly unknown[]) => guard(() => statement.iterate(...bound(values))),
      };
    });
  return { prepare: remembering(prepare), close: () => db.close() };
}

const STATEMENTS = 200;
const ON_ROWS = /^\s*(?:select|insert|update|delete|with|begin|commit|rollback)\b/i;

/**
 * Keeps statements for the next time: each holds memory that only a full collection gives back.
 * Whatever is no work on rows may change what they were prepared for.
 */
function remembering(prepare: SqliteDatabase["prepare"]): SqliteDatabase["prepare"] {
  const known = new RecentMap<SqliteStatement>(STATEMENTS);
  return (sql) => {
    const kept = known.get(sql);
    if (kept !== undefined) return kept;
    const fresh = prepare(sql);
    if (ON_ROWS.test(sql)) known.set(sql, fresh);
    else known.clear();
    return fresh;
  };
}

const bound = (values: readonly unknown[]) => values.map(bindable);

/** I/O error, corrupt file, not a database. */
const BROKEN = new Set([10, 11, 26]);

const isBroken = (cause: unknown): cause is Error =>
  cause instanceof Error && BROKEN.has(((cause as { errcode?: number }).errcode ?? 0) & 0xff);

/** What SQLite would silently turn into something else is refused. */
function bindable(value: unknown): SQLInputValue {
  if (value === null || typeof value === "string" || typeof value === "bigint") return value;
  if (value instanceof Uint8Array || Number.isSafeInteger(value)) return value as SQLInputValue;
  throw new TypeError(
    `Cannot store a value of type ${typeof value}: expected text, integer, bytes or null`,
  );
}
