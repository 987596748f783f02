import { statfsSync } from "node:fs";
import { dirname } from "node:path";
import type { Database } from "./database.ts";
import { missingSteps } from "./migrate.ts";
import { holdsStore } from "./process-lock.ts";

/** One thing that must hold for the desk to take requests. */
export type HealthCheck = { readonly name: string; readonly ok: boolean; readonly detail?: string };

type Options = { readonly minFreeBytes?: number };

/** Below this the desk says that it takes nothing more. */
const MIN_FREE_BYTES = 256 * 1024 * 1024;

/** Looks whether the stores can keep what they take: by writing, not by guessing. Never throws. */
export async function storesHealth(
  database: Database,
  { minFreeBytes = MIN_FREE_BYTES }: Options = {},
): Promise<readonly HealthCheck[]> {
  const checks = [
    await checked("database-write", () => writeBeat(database)),
    await checked("schema-current", () => schemaIsCurrent(database)),
  ];
  const { path } = database;
  if (path === undefined) return checks;
  const disk = await checked("disk-space", async () => hasRoom(path, minFreeBytes));
  return [...checks, disk, { name: "only-process", ok: holdsStore(path) }];
}

async function checked(name: string, work: () => Promise<void>): Promise<HealthCheck> {
  try {
    await work();
    return { name, ok: true };
  } catch (cause) {
    return { name, ok: false, detail: cause instanceof Error ? cause.message : String(cause) };
  }
}

async function writeBeat({ kysely }: Database): Promise<void> {
  await kysely
    .insertInto("beat")
    .values({ name: "health", at: Date.now() })
    .onConflict((known) => known.column("name").doUpdateSet({ at: Date.now() }))
    .execute();
}

async function schemaIsCurrent({ kysely }: Database): Promise<void> {
  const missing = await missingSteps(kysely);
  if (missing.length > 0) throw new Error(`${missing.length} steps of the schema are missing`);
}

function hasRoom(path: string, minFreeBytes: number): void {
  const { bavail, bsize } = statfsSync(dirname(path));
  const free = bavail * bsize;
  if (free < minFreeBytes) throw new Error(`only ${Math.floor(free / 1024 / 1024)} MB are free`);
}
