import { setTimeout as sleep } from "node:timers/promises";
import type { Operation, Progress } from "../restore/operation.ts";
import type { SnapshotEngine } from "../restore/ports.ts";
import { complain, print, printJson } from "./output.ts";
import { progressBar } from "./progress-bar.ts";
import { waitFor } from "./snapshots.ts";

const POLL_MS = 100;

/** Waits with a progress bar on a terminal, and tells how it ended. */
export async function follow(
  engine: Pick<SnapshotEngine, "operation">,
  started: Operation,
  { json, point }: { readonly json?: true; readonly point?: boolean },
): Promise<void> {
  const bar = progressBar();
  const onProgress = ({ done, total }: Progress) => bar?.show(done, total);
  const operation = await waitFor(engine, started, { pollMs: POLL_MS, onProgress, sleep }).finally(
    () => bar?.stop(),
  );
  if (json === true) printJson(operation);
  else if (operation.error === undefined)
    print(endOf(operation, point === true ? "recovery point" : "snapshot"));
  if (operation.error !== undefined) complain(operation.error.message);
}

/** Waits in silence: work of this process would end with it. Only what went wrong is told. */
export async function letEnd(
  engine: Pick<SnapshotEngine, "operation">,
  started: Operation,
): Promise<void> {
  const watching = { pollMs: POLL_MS, onProgress: inSilence, sleep };
  const { error } = await waitFor(engine, started, watching);
  if (error !== undefined) complain(error.message);
}

const inSilence = (): void => undefined;

function endOf(operation: Operation, what: "snapshot" | "recovery point"): string {
  const { kind, state, snapshotId, place, providerIds } = operation;
  if (kind === "create") {
    return what === "snapshot" ? `Snapshot name: ${snapshotId}` : `Recovery point: ${snapshotId}`;
  }
  if (kind === "delete") return `Deleted ${snapshotId}`;
  if (place === undefined) return `The ${kind} has ${state}`;
  const [safety] = providerIds;
  if (kind === "retrieve") {
    return `Retrieved ${snapshotId}, compared file by file: ${place}\nIt is kept for seven days; "snapdesk snapshots kept" tells until when.`;
  }
  const before =
    safety === undefined
      ? ""
      : `\nSafety ${what} of what was there: ${safety}\nWhat was there lies beside it for seven days: "snapdesk snapshots kept"`;
  return `Restored ${snapshotId}, compared file by file: ${place}${before}`;
}
