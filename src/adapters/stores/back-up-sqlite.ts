import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { basename, join } from "node:path";
import { DatabaseSync, backup } from "node:sqlite";
import type { AuditHead } from "../../desk/audit-chain.ts";
import type { Clock } from "../../kernel/clock.ts";
import { auditStore } from "./audit-store.ts";
import { countRows } from "./count-rows.ts";
import type { Counts } from "./count-rows.ts";
import { layGround } from "./ground.ts";
import { readSqlite } from "./open-sqlite.ts";
import { verifyAudit } from "./verify-audit.ts";

type Needs = {
  readonly path: string;
  readonly folder: string;
  /** How many copies are kept, the newest. */
  readonly keep: number;
  readonly clock: Clock;
};

/** One step takes it all: in small steps every commit of the desk would start it anew. */
const ALL_AT_ONCE = 2 ** 31 - 1;

/**
 * Copies the database while the desk goes on writing it. The copy is checked before it gets its name.
 *
 * @returns the copy's path
 */
export async function backUpSqlite({ path, folder, keep, clock }: Needs): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const stamp = new Date(clock()).toISOString().replaceAll(/[:.]/g, "-");
  const file = join(folder, `${basename(path)}.${stamp}.backup`);
  const unnamed = `${file}.new`;
  const reader = new DatabaseSync(path, { readOnly: true });
  try {
    await backup(reader, unnamed, { rate: ALL_AT_ONCE });
  } finally {
    reader.close();
  }
  await checkBackup(unnamed);
  renameSync(unnamed, file);
  syncFolder(folder);
  for (const old of copiesIn(folder, path).slice(keep)) rmSync(join(folder, old));
  return file;
}

/** Names of the copies of a database, newest first. */
export const copiesIn = (folder: string, path: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.startsWith(`${basename(path)}.`) && name.endsWith(".backup"))
    .toSorted()
    .toReversed();

/** When the newest copy was made, in milliseconds. */
export function newestBackup(folder: string, path: string): number | undefined {
  const [newest] = existsSync(folder) ? copiesIn(folder, path) : [];
  return newest === undefined ? undefined : statSync(join(folder, newest)).mtimeMs;
}

/**
 * Opens a copy as a restore would, reads it whole and follows its audit trail.
 *
 * @returns what it holds, and where its trail ends
 */
export async function checkBackup(
  file: string,
): Promise<{ readonly counts: Counts; readonly head: AuditHead }> {
  const copy = new DatabaseSync(file);
  copy.exec("pragma journal_mode=delete");
  const sound = Object.values(copy.prepare("pragma integrity_check").get() ?? {})[0];
  copy.close();
  if (sound !== "ok")
    throw new Error(`Cannot use "${file}": expected a sound copy: ${String(sound)}`);
  const database = readSqlite(file);
  try {
    const trail = await verifyAudit(auditStore(layGround(database, {})));
    if (!trail.ok) throw new Error(`Cannot use "${file}": expected an unbroken audit trail`);
    return { counts: await countRows(database.kysely), head: trail.value };
  } finally {
    await database.close();
  }
}

/** Makes the new name survive a power cut. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, "r");
  fsyncSync(handle);
  closeSync(handle);
}
