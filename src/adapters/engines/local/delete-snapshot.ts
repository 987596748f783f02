import { EngineError } from "../../../restore/engine-error.ts";
import type { Operation } from "../../../restore/operation.ts";
import type { Run } from "../../../restore/ports.ts";
import type { Snapshot, SnapshotRef } from "../../../restore/snapshot.ts";
import { getOne } from "./listing.ts";
import { capabilitiesOf } from "./policy.ts";
import { probed } from "./recover.ts";
import { removeSnapshot } from "./remove-snapshot.ts";
import type { Local } from "./settings.ts";

/** Deletes one snapshot, where the rules allow it and nothing reads it. */
export function deleteSnapshot(local: Local) {
  return async (ref: SnapshotRef, run: Run): Promise<Operation> => {
    const request = { delete: ref.id };
    const found = local.runner.known({ run, request });
    if (found !== undefined) return probed(local, found);
    const { snapshot } = await getOne(local.store, ref.id);
    checkDeletable(local, snapshot);
    const begin = { kind: "delete" as const, run, request, work: {}, snapshotId: ref.id };
    return local.runner.start(begin, async () => {
      await removeSnapshot(local.store, ref.id);
      return { state: "succeeded" };
    });
  };
}

function checkDeletable(local: Local, { id, scope, state }: Snapshot): void {
  if (state !== "error" && !capabilitiesOf(scope).delete) {
    throw refused("not-supported", "no", "the plan does not allow it for this environment");
  }
  const busy = local.journal.unfinished().some(({ operation }) => operation.snapshotId === id);
  if (busy) throw refused("busy", "later", "it is being restored");
}

const refused = (kind: "not-supported" | "busy", retry: "no" | "later", why: string) =>
  new EngineError(kind, retry, { message: `Cannot delete the snapshot: ${why}` });
