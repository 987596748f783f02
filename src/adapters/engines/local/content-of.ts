import { join } from "node:path";
import type { Progress } from "../../../restore/operation.ts";
import { nowhere } from "./folder-sink.ts";
import type { IndexedItem } from "./index-lines.ts";
import { ARCHIVE, type Manifest } from "./manifest.ts";
import { readArchive } from "./read-archive.ts";
import type { Local } from "./settings.ts";
import { unpack, type Unpacked } from "./unpack.ts";

type Told = {
  /** Every line of the index, once everything else has been read. */
  readonly onLine?: (item: IndexedItem) => Promise<void>;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
};

/** Reads a whole archive without keeping anything of it. */
export async function contentOf(
  local: Local,
  manifest: Manifest,
  { onLine, onProgress }: Told = {},
): Promise<Unpacked> {
  const { bytes: total } = manifest.tree;
  let done = 0;
  const onBytes = (bytes: number): void => {
    done += bytes;
    onProgress?.({ done, total, unit: "bytes" });
  };
  const watching = { sink: nowhere, onBytes, ...(onLine === undefined ? {} : { onLine }) };
  let unpacked: Unpacked | undefined;
  await readArchive(local.threads, {
    file: join(local.store.snapshots, manifest.id, ARCHIVE),
    identities: local.store.keys.identities,
    expected: manifest.archive,
    signal: new AbortController().signal,
    consume: async (tar) => {
      unpacked = await unpack(tar, watching);
    },
  });
  if (unpacked === undefined) throw new Error("Cannot verify: nothing was read");
  return unpacked;
}
