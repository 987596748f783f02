import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { syncFolder } from "./durable.ts";
import type { Store } from "./store.ts";

/** Takes a snapshot out of the list by one rename, then removes its bytes. A restore that reads it keeps its open file. */
export async function removeSnapshot(store: Store, id: string): Promise<void> {
  const gone = join(store.trash, id);
  await rename(join(store.snapshots, id), gone);
  await syncFolder(store.snapshots);
  await syncFolder(store.trash);
  await rm(gone, { recursive: true, force: true });
}
