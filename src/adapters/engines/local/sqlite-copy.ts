import { open } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { backup, DatabaseSync } from "node:sqlite";
import { EngineError } from "../../../restore/engine-error.ts";

const MAGIC = Buffer.from("SQLite format 3\0", "latin1");
const TRIES = 5;
const WAIT_MS = 200;
const NOT_A_DATABASE = 26;

/** Makes a copy one file and checks it: as long work as the database is large. */
export type Settle = (copy: string) => Promise<void>;

/** Whether a file begins as SQLite databases do; its name says nothing. */
export async function isSqlite(path: Buffer | string): Promise<boolean> {
  const handle = await open(path, "r");
  try {
    const head = Buffer.alloc(MAGIC.length);
    await handle.read(head, 0, head.length, 0);
    return isSqliteHead(head);
  } finally {
    await handle.close();
  }
}

export const isSqliteHead = (head: Buffer): boolean => head.subarray(0, MAGIC.length).equals(MAGIC);

/**
 * Copies a database that others are writing to, as it was at one instant, in one step: a stepwise
 * copy starts again with every commit and may never end.
 *
 * @returns false where the file only looks like a database
 * @throws EngineError `busy` where somebody keeps it locked
 */
export async function copySqlite(path: string, copy: string, settle: Settle): Promise<boolean> {
  for (let tried = 1; ; tried += 1) {
    try {
      await copyOnce(path, copy);
      await settle(copy);
      return true;
    } catch (cause) {
      if (errcodeOf(cause) === NOT_A_DATABASE) return false;
      if (cause instanceof Error && cause.name === "AbortError") throw cause;
      if (tried === TRIES) throw busy(cause);
      await sleep(WAIT_MS);
    }
  }
}

async function copyOnce(path: string, copy: string): Promise<void> {
  const source = new DatabaseSync(path, { readOnly: true, timeout: 5000 });
  try {
    await backup(source, copy, { rate: 1_000_000_000 });
  } finally {
    source.close();
  }
}

const errcodeOf = (cause: unknown): unknown =>
  cause instanceof Error && "errcode" in cause ? cause.errcode : undefined;

const busy = (cause: unknown): EngineError =>
  new EngineError("busy", "later", {
    message: "Cannot copy a database: somebody keeps it locked, or it is damaged",
    cause,
  });
