import { join } from "node:path";
import { EngineError } from "../../../restore/engine-error.ts";
import type { VerifyReport } from "../../../restore/operation.ts";
import type { SnapshotRef } from "../../../restore/snapshot.ts";
import { compare } from "./compare.ts";
import { comparePlace } from "./compare-place.ts";
import { nowhere } from "./folder-sink.ts";
import { getOne } from "./listing.ts";
import { ARCHIVE, type Manifest } from "./manifest.ts";
import { readArchive } from "./read-archive.ts";
import type { Local } from "./settings.ts";
import { unpack, type Unpacked } from "./unpack.ts";

type Subject = { readonly operationId: string } | SnapshotRef;
type Depth = VerifyReport["depth"];

/**
 * Compares a snapshot with what was signed for it, or the place of a restore with its snapshot.
 * `metadata` checks signature and sizes; `content` reads every byte.
 */
export function verifySubject(local: Local) {
  return async (subject: Subject, depth: Depth): Promise<VerifyReport> => {
    const at = local.now();
    const operation =
      "operationId" in subject ? local.runner.entry(subject.operationId) : undefined;
    const id = "operationId" in subject ? operation?.operation.snapshotId : subject.id;
    if (id === undefined) throw unknownOperation();
    const { snapshot, manifest } = await getOne(local.store, id);
    const place = operation?.operation.place;
    const gave =
      operation?.operation.kind === "restore" || operation?.operation.kind === "retrieve";
    if (manifest === undefined || snapshot.state === "error") {
      return { depth, state: "differs", files: 0, bytes: 0, differences: [snapshot.rawState], at };
    }
    const { files, bytes } = manifest.tree;
    if (depth === "metadata") return { depth, state: "matches", files, bytes, differences: [], at };
    const found =
      gave && place !== undefined
        ? await comparePlace(local, { manifest, place })
        : await readThrough(local, manifest);
    if (found.length === 0 && !gave) local.journal.markVerified(id, at);
    const state = found.length === 0 ? ("matches" as const) : ("differs" as const);
    return { depth, state, files, bytes, differences: found, at };
  };
}

async function readThrough(local: Local, manifest: Manifest): Promise<string[]> {
  try {
    return compare(await contentOf(local, manifest), manifest);
  } catch (cause) {
    if (cause instanceof EngineError && cause.kind === "corrupt") return [cause.message];
    throw cause;
  }
}

/** Reads a whole archive without keeping anything of it but its index. */
export async function contentOf(local: Local, manifest: Manifest): Promise<Unpacked> {
  let unpacked: Unpacked | undefined;
  await readArchive({
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

const unknownOperation = (): EngineError =>
  new EngineError("not-found", "no", {
    message: "Cannot verify the operation: it is not known or has no snapshot",
  });
