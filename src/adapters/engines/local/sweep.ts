import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { HOUR_MS } from "../../../kernel/clock.ts";
import { isMissing } from "./fs-fault.ts";
import { ARCHIVE } from "./manifest.ts";
import type { Local } from "./settings.ts";

const QUIET_MS = HOUR_MS;

/**
 * Removes what crashes left behind: everything being deleted, and partial snapshots that no living
 * operation owns; those of nobody only after they have not grown for an hour.
 */
export async function sweep(local: Local): Promise<{ partial: string[]; trash: string[] }> {
  const { store, journal, runner } = local;
  const trash = await readdir(store.trash);
  for (const id of trash) await rm(join(store.trash, id), { recursive: true, force: true });
  const swept: string[] = [];
  for (const id of await readdir(store.partial)) {
    const owner = journal
      .unfinished()
      .find(({ operation }) => id.endsWith(operation.id.slice(3, 11)));
    const dead = owner === undefined ? await isQuiet(local, id) : !runner.isOwned(owner);
    if (!dead) continue;
    await rm(join(store.partial, id), { recursive: true, force: true });
    swept.push(id);
  }
  return { partial: swept, trash };
}

async function isQuiet({ store, now }: Local, id: string): Promise<boolean> {
  try {
    const { mtimeMs } = await stat(join(store.partial, id, ARCHIVE));
    return now() - mtimeMs > QUIET_MS;
  } catch (cause) {
    if (!isMissing(cause)) throw cause;
    const { mtimeMs } = await stat(join(store.partial, id));
    return now() - mtimeMs > QUIET_MS;
  }
}
