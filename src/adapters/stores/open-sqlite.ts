import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import { systemClock } from "../../kernel/clock.ts";
import { mendSinceLastTime } from "./clock-watch.ts";
import type { Database } from "./database.ts";
import { migrate } from "./migrate.ts";
import { NodeSqliteDialect } from "./node-sqlite-dialect.ts";
import type { Broken } from "./node-sqlite-dialect.ts";
import { lockStore } from "./process-lock.ts";
import type { Schema } from "./schema.ts";

type Options = {
  /** What happens when the file cannot be trusted any more; by default one line, and the process ends. */
  readonly broken?: Broken;
};

/** A wait for somebody else's lock stops the event loop, so it is short. */
const BUSY_MS = 250;

const WANTED = { journal_mode: "wal", synchronous: 2, foreign_keys: 1, trusted_schema: 0 };

/**
 * Opens the desk's SQLite file, makes it where it is missing and brings its schema up to date.
 * This process is then the only one that writes it.
 *
 * @throws {StoreHeldError} at once, where another process has it
 * @throws {NewerSchemaError} where a newer version has written it
 */
export async function openSqlite(path: string, options: Options = {}): Promise<Database> {
  mkdirSync(dirname(path), { recursive: true });
  const unlock = lockStore(path);
  try {
    const file = new DatabaseSync(path, { timeout: BUSY_MS });
    prepareFile(file, path);
    const kysely = new Kysely<Schema>({
      dialect: new NodeSqliteDialect(file, options.broken ?? endProcess),
    });
    await migrate(kysely, "sqlite");
    await freeLeases(kysely);
    await mendSinceLastTime(kysely, async () => systemClock());
    const close = async () => {
      tidyUp(file);
      await kysely.destroy();
      unlock();
    };
    return { kind: "sqlite", kysely, path, close };
  } catch (cause) {
    unlock();
    throw cause;
  }
}

/** Opens the file beside the process that has it, to read only. Its schema must be current. */
export function readSqlite(path: string): Database {
  const file = new DatabaseSync(path, { readOnly: true, timeout: BUSY_MS });
  const kysely = new Kysely<Schema>({ dialect: new NodeSqliteDialect(file, () => {}, "begin") });
  return { kind: "sqlite", kysely, path, close: () => kysely.destroy() };
}

function prepareFile(file: DatabaseSync, path: string): void {
  file.exec("pragma journal_mode=wal; pragma synchronous=full; pragma foreign_keys=on");
  file.exec("pragma trusted_schema=off");
  for (const [name, wanted] of Object.entries(WANTED)) {
    const found = Object.values(file.prepare(`pragma ${name}`).get() ?? {})[0];
    if (found !== wanted) {
      throw new Error(`Cannot use "${path}": expected ${name} ${wanted}, found "${String(found)}"`);
    }
  }
  const sound = Object.values(file.prepare("pragma quick_check").get() ?? {})[0];
  if (sound !== "ok")
    throw new Error(`Cannot use "${path}": expected a sound file: ${String(sound)}`);
}

/** Nobody else can hold anything: what was in hand is free at once. */
async function freeLeases(kysely: Kysely<Schema>): Promise<void> {
  await kysely.updateTable("job").set({ lease_until: 0 }).where("state", "=", "running").execute();
  await kysely
    .updateTable("outbox")
    .set({ lease_until: 0 })
    .where("state", "=", "sending")
    .execute();
}

/** Leaves a short log behind. On a full disk it stays long, and the next start reads it. */
function tidyUp(file: DatabaseSync): void {
  try {
    file.exec("pragma wal_checkpoint(truncate)");
  } catch {
    // Everything that was acknowledged is in the log.
  }
}

function endProcess(cause: Error): void {
  process.stderr.write(`The database file cannot be trusted any more: ${cause.message}\n`);
  process.exit(1);
}
