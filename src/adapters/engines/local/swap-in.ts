import { randomUUID } from "node:crypto";
import { mkdir, rename, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { EngineError } from "../../../restore/engine-error.ts";
import type { ApprovedPlan } from "../../../restore/restore-plan.ts";
import type { Root } from "../../projects/project-site.ts";
import { newId, takeSnapshot } from "./create-snapshot.ts";
import { clear, exists, syncFolder } from "./durable.ts";
import type { Cleared } from "./check-approved.ts";
import { rootsOf, wantedRoots } from "./parts.ts";
import { lineOf, presentLine } from "./recovery-points.ts";
import type { Outcome, Task } from "./runner.ts";
import { asideWork } from "./set-aside.ts";
import type { Local } from "./settings.ts";
import type { Site } from "./sites.ts";

const SIDECARS = ["-wal", "-shm", "-journal"];

type Swapping = Cleared & { readonly plan: ApprovedPlan; readonly task: Task };

type Swap = { readonly root: Root; readonly from: string; readonly aside: string };

/**
 * Puts restored data in the place of the present one: a safety snapshot first, then two renames for
 * every folder and database. Once begun it can only go forward, also after a crash.
 */
export async function swapIn(local: Local, giving: Swapping, staging: string): Promise<Outcome> {
  const { site, task, manifest, plan } = giving;
  const { parts } = plan.request;
  const swaps = swapsOf(wantedRoots(site.environment, parts), staging, task.id);
  await checkRoots(swaps);
  const id = await takeSafety(local, giving);
  task.signal.throwIfAborted();
  const head = { resource: manifest.scope.resource, line: lineOf(manifest) };
  task.note({ swapping: true, ...(manifest.kind === "recovery-point" ? { head } : {}) });
  await swapAll(swaps);
  await clear(staging);
  return {
    work: asideWork(local, await asidesOf(swaps)),
    state: "succeeded",
    place: manifest.scope.resource,
    snapshotId: manifest.id,
    providerIds: [id],
  };
}

/** Keeps what is there now, as the same kind that is put back. */
async function takeSafety(local: Local, { site, task, manifest }: Swapping): Promise<string> {
  const { scope, kind } = manifest;
  const input = { scope, kind, origin: "manual" as const, description: `before ${task.id}` };
  const id = newId(local.now(), `${task.id} ${randomUUID()}`);
  const { signal } = task;
  const taking = { site, input, id, task: { id: task.id, signal, progress: () => undefined } };
  const point = kind === "recovery-point";
  const came = point ? { ancestors: await presentLine(local, scope.resource) } : {};
  await takeSnapshot(local, { ...taking, ...came });
  return id;
}

/**
 * Finishes a swap that a crash interrupted.
 *
 * @returns what it has set aside
 */
export async function swapOn(site: Site, staging: string, operation: string): Promise<string[]> {
  const swaps = swapsOf(rootsOf(site.environment), staging, operation);
  await swapAll(swaps);
  await clear(staging);
  return asidesOf(swaps);
}

/** What was there before, with what belongs to a database. */
async function asidesOf(swaps: readonly Swap[]): Promise<string[]> {
  const places = swaps.flatMap(({ aside }) => ["", ...SIDECARS].map((ending) => aside + ending));
  const there = await Promise.all(places.map((place) => exists(place)));
  return places.filter((_place, at) => there[at]);
}

function swapsOf(roots: ReturnType<typeof rootsOf>, staging: string, operation: string): Swap[] {
  return roots.map(({ root, inside }) => ({
    root,
    from: join(staging, inside),
    aside: `${root.path}.before-${operation}`,
  }));
}

/** Everything that is wanted is in the snapshot, and on one file system: a rename must reach it. */
async function checkRoots(swaps: readonly Swap[]): Promise<void> {
  for (const { root, from } of swaps) {
    const there = await exists(from);
    const near = there && (await stat(from)).dev === (await stat(dirname(root.path))).dev;
    if (near) continue;
    const why = there ? "lies on another disk" : "is not in the snapshot";
    const message = `Cannot restore in place: "${root.name}" ${why}`;
    throw new EngineError("not-supported", "no", { message });
  }
}

async function swapAll(swaps: readonly Swap[]): Promise<void> {
  for (const { root, from, aside } of swaps) {
    if (!(await exists(from))) continue;
    await mkdir(dirname(root.path), { recursive: true });
    if ((await exists(root.path)) && !(await exists(aside))) await rename(root.path, aside);
    for (const ending of SIDECARS) {
      if (await exists(root.path + ending)) await rename(root.path + ending, aside + ending);
    }
    await rename(from, root.path);
    await syncFolder(dirname(root.path));
  }
}
