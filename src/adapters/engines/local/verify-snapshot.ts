import { EngineError } from "../../../restore/engine-error.ts";
import type { Progress, VerifyReport } from "../../../restore/operation.ts";
import type { SnapshotRef } from "../../../restore/snapshot.ts";
import { compare } from "./compare.ts";
import { comparePlace, type Compared } from "./compare-place.ts";
import { getOne } from "./listing.ts";
import { contentOf } from "./content-of.ts";
import type { Manifest } from "./manifest.ts";
import { planOf } from "./journal.ts";
import type { Local } from "./settings.ts";

type Subject = { readonly operationId: string } | SnapshotRef;
type Depth = VerifyReport["depth"];
type Watch = (progress: Progress) => void;

/**
 * Compares a snapshot with what was signed for it, or the place of a restore with its snapshot.
 * `metadata` checks signature and sizes; `content` reads every byte.
 */
export function verifySubject(local: Local) {
  return async (subject: Subject, depth: Depth, onProgress?: Watch): Promise<VerifyReport> => {
    const at = local.now();
    const { id, ...placed } = subjectOf(local, subject);
    const { snapshot, manifest } = await getOne(local.store, id);
    if (manifest === undefined || snapshot.state === "error") {
      return { depth, state: "differs", files: 0, bytes: 0, differences: [snapshot.rawState], at };
    }
    const compared = await comparedWith(local, { manifest, depth, onProgress, ...placed });
    const matches = compared.differences.length === 0;
    if (depth === "content" && matches && placed.place === undefined) {
      local.journal.markVerified(id, at);
    }
    return { depth, state: matches ? "matches" : "differs", ...compared, at };
  };
}

type Placed = { readonly place?: string; readonly parts?: readonly string[] };

/** The snapshot to compare, and what of it was put where if a restore is meant. */
function subjectOf(local: Local, subject: Subject): Placed & { readonly id: string } {
  if (!("operationId" in subject)) return { id: subject.id };
  const entry = local.runner.entry(subject.operationId);
  if (entry?.operation.snapshotId === undefined) throw unknownOperation();
  const { snapshotId: id, place } = entry.operation;
  if (place === undefined) return { id };
  const { parts } = planOf(entry.work.request).request;
  return { id, place, ...(parts === undefined ? {} : { parts }) };
}

type Comparing = Placed & {
  readonly manifest: Manifest;
  readonly depth: Depth;
  readonly onProgress: Watch | undefined;
};

async function comparedWith(local: Local, comparing: Comparing): Promise<Compared> {
  const { manifest, depth, place, parts, onProgress } = comparing;
  const { files, bytes } = manifest.tree;
  if (depth === "metadata") return { files, bytes, differences: [] };
  if (place === undefined) {
    return { files, bytes, differences: await readThrough(local, manifest, onProgress) };
  }
  return comparePlace(local, {
    manifest,
    place,
    onProgress,
    ...(parts === undefined ? {} : { parts }),
  });
}

async function readThrough(
  local: Local,
  manifest: Manifest,
  onProgress: Watch | undefined,
): Promise<string[]> {
  try {
    return compare(await contentOf(local, manifest, { onProgress }), manifest);
  } catch (cause) {
    if (cause instanceof EngineError && cause.kind === "corrupt") return [cause.message];
    throw cause;
  }
}

const unknownOperation = (): EngineError =>
  new EngineError("not-found", "no", {
    message: "Cannot verify the operation: it is not known or has no snapshot",
  });
