import { join } from "node:path";
import { nowhere } from "./folder-sink.ts";
import type { IndexedItem } from "./index-lines.ts";
import { ARCHIVE, type Manifest } from "./manifest.ts";
import { readArchive } from "./read-archive.ts";
import type { Local } from "./settings.ts";
import { unpack, type Unpacked } from "./unpack.ts";

/**
 * Reads a whole archive without keeping anything of it.
 *
 * @param onLine is given every line of its index
 */
export async function contentOf(
  local: Local,
  manifest: Manifest,
  onLine: (item: IndexedItem) => Promise<void> = () => Promise.resolve(),
): Promise<Unpacked> {
  let unpacked: Unpacked | undefined;
  await readArchive(local.threads, {
    file: join(local.store.snapshots, manifest.id, ARCHIVE),
    identities: local.store.keys.identities,
    expected: manifest.archive,
    signal: new AbortController().signal,
    consume: async (tar) => {
      unpacked = await unpack(tar, { sink: nowhere, onBytes: () => undefined, onLine });
    },
  });
  if (unpacked === undefined) throw new Error("Cannot verify: nothing was read");
  return unpacked;
}
