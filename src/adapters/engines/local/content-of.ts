import { join } from "node:path";
import { nowhere } from "./folder-sink.ts";
import { ARCHIVE, type Manifest } from "./manifest.ts";
import { readArchive } from "./read-archive.ts";
import type { Local } from "./settings.ts";
import { unpack, type Unpacked } from "./unpack.ts";

/** Reads a whole archive without keeping anything of it but its index. */
export async function contentOf(local: Local, manifest: Manifest): Promise<Unpacked> {
  let unpacked: Unpacked | undefined;
  await readArchive(local.threads, {
    file: join(local.store.snapshots, manifest.id, ARCHIVE),
    identities: local.store.keys.identities,
    expected: manifest.archive,
    signal: new AbortController().signal,
    consume: async (tar) => {
      unpacked = await unpack(tar, { sink: nowhere, onBytes: () => undefined });
    },
  });
  if (unpacked === undefined) throw new Error("Cannot verify: nothing was read");
  return unpacked;
}
