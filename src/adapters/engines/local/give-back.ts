import { chmod, lstat, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { DAY_MS, type Instant } from "../../../kernel/clock.ts";
import { EngineError } from "../../../restore/engine-error.ts";
import type { ApprovedPlan } from "../../../restore/restore-plan.ts";
import type { Cleared } from "./check-approved.ts";
import { compare } from "./compare.ts";
import { clear, exists, renameDurably, writeDurably } from "./durable.ts";
import { folderSink } from "./folder-sink.ts";
import { needSpace } from "./free-space.ts";
import type { Work } from "./journal.ts";
import { ARCHIVE } from "./manifest.ts";
import { spaceFor } from "./preconditions.ts";
import { isInPlace, partSink, wantedRoots } from "./parts.ts";
import { readArchive } from "./read-archive.ts";
import type { Outcome, Task } from "./runner.ts";
import type { Local } from "./settings.ts";
import { snapTime } from "./snap-time.ts";
import { swapIn } from "./swap-in.ts";
import { unpack, type Unpacked } from "./unpack.ts";

/**
 * How long retrieved data stays where it was laid out.
 *
 * @see content/policy/commerce-cloud.yaml
 */
const HAND_OVER_MS = 7 * DAY_MS;

export type Giving = Cleared & { readonly plan: ApprovedPlan; readonly task: Task };

/** Where the data of a plan will be: a new folder, the hand-over, or the environment itself. */
export function placeOf(local: Local, { request }: ApprovedPlan, operation: string): string {
  if (request.mode === "retrieve") return join(local.recovery, `vol-${operation.slice(3, 20)}`);
  if (request.target.where === "in-place") return request.scope.resource;
  return join(local.restores, request.target.name);
}

/** Restores or retrieves: laid out apart, compared with the snapshot, then put in its place by a rename. */
export async function giveBack(local: Local, giving: Giving): Promise<Outcome> {
  const { plan, task, site } = giving;
  const inPlace = isInPlace(plan.request);
  const place = placeOf(local, plan, task.id);
  const [first] = wantedRoots(site.environment, plan.request.parts);
  const near = inPlace
    ? join(dirname(first?.root.path ?? place), plan.request.scope.resource.replace("/", "-"))
    : place;
  const staging = join(
    dirname(near),
    `.${near.slice(dirname(near).length + 1)}.restoring-${task.id}`,
  );
  await mkdir(dirname(staging), { recursive: true });
  await needSpace(dirname(staging), spaceFor(giving.manifest));
  await clear(staging);
  task.note({ staging });
  await mkdir(staging, { mode: 0o700 });
  try {
    const { ino, dev } = await lstat(staging);
    task.note({ inode: `${dev}:${ino}` });
    await layOut(local, giving, staging);
    if (inPlace) return await swapIn(local, giving, staging);
    return await putInPlace(local, giving, { staging, place });
  } catch (cause) {
    if (task.work().swapping !== true) await clear(staging);
    throw cause;
  }
}

async function layOut(local: Local, giving: Giving, staging: string): Promise<void> {
  const { manifest, task, site } = giving;
  const { parts } = giving.plan.request;
  const sink = folderSink(staging);
  const { bytes: total } = manifest.tree;
  let done = 0;
  let unpacked: Unpacked | undefined;
  await readArchive(local.threads, {
    file: join(local.store.snapshots, manifest.id, ARCHIVE),
    identities: local.store.keys.identities,
    expected: manifest.archive,
    signal: task.signal,
    consume: async (tar) => {
      unpacked = await unpack(tar, {
        sink: parts === undefined ? sink : partSink(sink, parts, site.environment),
        onBytes: (bytes) => task.progress((done += bytes), total),
      });
    },
  });
  task.move("verifying");
  const differences = unpacked === undefined ? ["nothing was read"] : compare(unpacked, manifest);
  if (differences.length === 0) return checkParts(staging, giving);
  const message = `Cannot restore: what was unpacked differs from the snapshot: ${differences[0]}`;
  throw new EngineError("corrupt", "no", { message });
}

/** A snapshot that does not name its parts may turn out not to hold what is wanted. */
async function checkParts(staging: string, { plan, site }: Giving): Promise<void> {
  const { parts } = plan.request;
  for (const { root, inside } of parts === undefined ? [] : wantedRoots(site.environment, parts)) {
    if (await exists(join(staging, inside))) continue;
    const message = `Cannot restore: "${root.name}" is not in the snapshot`;
    throw new EngineError("not-supported", "no", { message });
  }
}

type Putting = { readonly staging: string; readonly place: string };

async function putInPlace(
  local: Local,
  { plan, task, manifest }: Giving,
  { staging, place }: Putting,
): Promise<Outcome> {
  const retrieve = plan.request.mode === "retrieve";
  const to = plan.snapshot.pointInTime.to;
  if (retrieve) await writeDurably(join(staging, "snap.time"), `${snapTime(to)}\n`, 0o644);
  if (await exists(place)) {
    const message = "Cannot restore: something is already at the target";
    throw new EngineError("target-exists", "no", { message });
  }
  task.signal.throwIfAborted();
  await chmod(staging, 0o755);
  await renameDurably(staging, place);
  return finished(local, { retrieve, place, snapshotId: manifest.id });
}

/** How a restore or a retrieve ends once its data is in place. */
export function finished(
  local: Pick<Local, "now">,
  { retrieve, place, snapshotId }: { retrieve: boolean; place: string; snapshotId: string },
): Outcome & { readonly work: Work } {
  const keptUntil = (local.now() + HAND_OVER_MS) as Instant;
  return retrieve
    ? { state: "awaiting-customer", place, snapshotId, work: { keptUntil } }
    : { state: "succeeded", place, snapshotId, work: {} };
}
