import { lstat, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Operation } from "../../../restore/operation.ts";
import { isFinal } from "../../../restore/operation-moves.ts";
import type { Run } from "../../../restore/ports.ts";
import { cancelled } from "./cancelled.ts";
import { checkApproved } from "./check-approved.ts";
import { clear, exists } from "./durable.ts";
import { isMissing } from "./fs-fault.ts";
import { finished, giveBack, placeOf } from "./give-back.ts";
import { planOf, type Entry } from "./journal.ts";
import { asideWork } from "./set-aside.ts";
import type { Local } from "./settings.ts";
import { siteOf } from "./sites.ts";
import { swapOn } from "./swap-in.ts";

/** Found out about an operation whose process died. */
type Probed = "done" | "half-swapped" | "nothing-done";

/**
 * Looks whether the effect of an interrupted operation happened: a snapshot under its id, or its
 * staging folder, by inode, at its place. Changes nothing.
 */
async function probe(local: Local, { operation, work }: Entry): Promise<Probed> {
  const { kind, snapshotId = "" } = operation;
  const listed = await exists(join(local.store.snapshots, snapshotId));
  if (kind === "create") return listed ? "done" : "nothing-done";
  if (kind === "delete") return listed ? "nothing-done" : "done";
  if (work.swapping === true) return "half-swapped";
  const place = placeOf(local, planOf(work.request), operation.id);
  return (await inodeOf(place)) === work.inode && work.inode !== undefined
    ? "done"
    : "nothing-done";
}

async function inodeOf(place: string): Promise<string | undefined> {
  try {
    const { dev, ino } = await lstat(place);
    return `${dev}:${ino}`;
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    throw cause;
  }
}

/** An operation as it is now: one whose process died is `unknown` until its effect is found. */
export async function probed(local: Local, entry: Entry): Promise<Operation> {
  const { operation } = entry;
  const settled = isFinal(operation.state) || operation.state === "awaiting-customer";
  if (settled || local.runner.isOwned(entry)) return operation;
  if ((await probe(local, entry)) !== "done") return { ...operation, state: "unknown" };
  concludeDone(local, entry);
  return local.runner.entry(operation.id)?.operation ?? operation;
}

function concludeDone(local: Local, { operation, work }: Entry): void {
  const { id, kind, snapshotId = "" } = operation;
  if (kind === "create" || kind === "delete") {
    local.runner.finish(id, { state: "succeeded" });
    return;
  }
  const place = placeOf(local, planOf(work.request), id);
  const { work: more, ...outcome } = finished(local, {
    retrieve: kind === "retrieve",
    place,
    snapshotId,
  });
  local.runner.finish(id, outcome, more);
}

/**
 * Ends or goes on with every operation whose process died: restores start again under the same
 * operation unless they were stopped, swaps go forward, snapshots that were not finished have failed.
 */
export async function resumeInterrupted(local: Local): Promise<Operation[]> {
  const resumed: Operation[] = [];
  for (const entry of interrupted(local)) resumed.push(await resume(local, entry));
  return resumed;
}

/** Ends only what was stopped by hand and died before it had cleared up; nothing is begun again. */
export async function endStopped(local: Local): Promise<void> {
  for (const entry of interrupted(local)) {
    if (entry.work.stopped === true) await resume(local, entry);
  }
}

const interrupted = ({ journal, runner }: Local): Entry[] =>
  journal
    .unfinished()
    .filter((entry) => !runner.isOwned(entry) && entry.operation.state !== "awaiting-customer");

/** Goes on with one interrupted operation. */
export async function resume(local: Local, entry: Entry, run?: Run): Promise<Operation> {
  const { operation, work } = entry;
  const { id, kind } = operation;
  const state = await probe(local, entry);
  if (state === "done") concludeDone(local, entry);
  else if (state === "half-swapped") await swapForward(local, entry);
  else if (work.stopped === true && run === undefined) {
    await clearUp(local, entry);
    local.runner.finish(id, cancelled());
  } else if (kind === "restore" || kind === "retrieve") return restart(local, entry, run);
  else {
    await clearUp(local, entry);
    const message = `Cannot ${kind} the snapshot: the process ended before it was done; nothing was changed`;
    local.runner.finish(id, { state: "failed", error: { kind: "unavailable", message } });
  }
  return local.runner.entry(id)?.operation ?? operation;
}

async function swapForward(local: Local, { operation, work }: Entry): Promise<void> {
  const { id, snapshotId = "" } = operation;
  const { scope } = planOf(work.request).request;
  const aside = await swapOn(siteOf(local.projects, scope), work.staging ?? "", id);
  const end = { state: "succeeded" as const, place: scope.resource, snapshotId };
  local.runner.finish(id, end, asideWork(local, aside));
}

/** Removes what was begun and is in no place yet. */
async function clearUp({ store }: Local, { operation, work }: Entry): Promise<void> {
  const { kind, snapshotId = "" } = operation;
  if (work.staging !== undefined) await clear(work.staging);
  if (kind === "create")
    await rm(join(store.partial, snapshotId), { recursive: true, force: true });
}

/** From the start, into a fresh folder: what was laid out before the crash was never in place. */
async function restart(local: Local, entry: Entry, run?: Run): Promise<Operation> {
  const { operation, work, fence } = entry;
  const plan = planOf(work.request);
  await clearUp(local, entry);
  const signal = run?.signal ?? new AbortController().signal;
  const again: Run = run ?? {
    idempotencyKey: operation.idempotencyKey,
    actor: work.actor ?? "engine",
    signal,
    fence,
  };
  return local.runner.takeUp(entry, again, async (task) => {
    const cleared = await checkApproved(local, plan);
    return giveBack(local, { ...cleared, plan, task });
  });
}
