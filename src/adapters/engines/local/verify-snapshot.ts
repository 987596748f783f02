import { EngineError } from "../../../restore/engine-error.ts";
import type { VerifyReport } from "../../../restore/operation.ts";
import type { SnapshotRef } from "../../../restore/snapshot.ts";
import { compare } from "./compare.ts";
import { comparePlace } from "./compare-place.ts";
import { getOne } from "./listing.ts";
import { contentOf } from "./content-of.ts";
import type { Manifest } from "./manifest.ts";
import type { Local } from "./settings.ts";

type Subject = { readonly operationId: string } | SnapshotRef;
type Depth = VerifyReport["depth"];

/**
 * Compares a snapshot with what was signed for it, or the place of a restore with its snapshot.
 * `metadata` checks signature and sizes; `content` reads every byte.
 */
export function verifySubject(local: Local) {
  return async (subject: Subject, depth: Depth): Promise<VerifyReport> => {
    const at = local.now();
    const { id, place } = subjectOf(local, subject);
    const { snapshot, manifest } = await getOne(local.store, id);
    if (manifest === undefined || snapshot.state === "error") {
      return { depth, state: "differs", files: 0, bytes: 0, differences: [snapshot.rawState], at };
    }
    const { files, bytes } = manifest.tree;
    const differences = depth === "metadata" ? [] : await differencesOf(local, manifest, place);
    if (depth === "content" && differences.length === 0 && place === undefined) {
      local.journal.markVerified(id, at);
    }
    const state = differences.length === 0 ? "matches" : "differs";
    return { depth, state, files, bytes, differences, at };
  };
}

/** The snapshot to compare, and where it was put if a restore is meant. */
function subjectOf(local: Local, subject: Subject): { id: string; place?: string } {
  if (!("operationId" in subject)) return { id: subject.id };
  const operation = local.runner.entry(subject.operationId)?.operation;
  if (operation?.snapshotId === undefined) throw unknownOperation();
  const { snapshotId: id, place } = operation;
  return place === undefined ? { id } : { id, place };
}

const differencesOf = (local: Local, manifest: Manifest, place: string | undefined) =>
  place === undefined ? readThrough(local, manifest) : comparePlace(local, { manifest, place });

async function readThrough(local: Local, manifest: Manifest): Promise<string[]> {
  try {
    return compare(await contentOf(local, manifest), manifest);
  } catch (cause) {
    if (cause instanceof EngineError && cause.kind === "corrupt") return [cause.message];
    throw cause;
  }
}

const unknownOperation = (): EngineError =>
  new EngineError("not-found", "no", {
    message: "Cannot verify the operation: it is not known or has no snapshot",
  });
