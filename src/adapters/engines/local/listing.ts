import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { readInstant, type Instant } from "../../../kernel/clock.ts";
import { EngineError } from "../../../restore/engine-error.ts";
import type { Snapshot } from "../../../restore/snapshot.ts";
import { isMissing } from "./fs-fault.ts";
import { ARCHIVE, readManifest, type Manifest, type UnknownSigner } from "./manifest.ts";
import type { Store } from "./store.ts";

/** A snapshot of the store with its manifest; without one where it cannot be trusted. */
export type Listed = {
  readonly snapshot: Snapshot;
  readonly manifest?: Manifest;
  /** Set where the key that signed it is not here: nobody can say whose it is. */
  readonly leftOut?: UnknownSigner;
};

const ID = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-[0-9a-f]{8}$/;

/** Everything the store holds, newest first. One that fails its check is listed as `error`, never hidden. */
export async function listAll(store: Store): Promise<Listed[]> {
  await store.refreshKeys();
  const names = (await readdir(store.snapshots)).filter((name) => ID.test(name));
  const there = new Set(names);
  const listed = await Promise.all(names.map((id) => readOne(store, id, there)));
  return listed
    .filter((one) => one !== undefined)
    .toSorted(({ snapshot: a }, { snapshot: b }) => newestFirst(a, b));
}

type Placed = Pick<Snapshot, "id" | "pointInTime">;

export const newestFirst = (a: Placed, b: Placed): number =>
  b.pointInTime.to - a.pointInTime.to || (a.id === b.id ? 0 : a.id < b.id ? 1 : -1);

/** @throws EngineError `not-found` */
export async function getOne(store: Store, id: string): Promise<Listed> {
  await store.refreshKeys();
  const there = new Set(await readdir(store.snapshots));
  const listed = ID.test(id) ? await readOne(store, id, there) : undefined;
  if (listed !== undefined) return listed;
  throw new EngineError("not-found", "no", { message: `Cannot find the snapshot "${id}"` });
}

/** @param there ids of everything the store holds */
async function readOne(
  store: Store,
  id: string,
  there: ReadonlySet<string>,
): Promise<Listed | undefined> {
  const folder = join(store.snapshots, id);
  try {
    await stat(folder);
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    throw cause;
  }
  try {
    const read = await readManifest(folder, store.keys);
    if (!read.ok) return { snapshot: untrusted(id, "signer-unknown"), leftOut: read.problem };
    const manifest = read.value;
    const { size } = await stat(join(folder, ARCHIVE));
    if (manifest.id !== id) return { snapshot: untrusted(id, "another-id") };
    const whole = size === manifest.archive.bytes;
    const snapshot = toSnapshot(manifest, whole ? "available" : "error");
    const parentId = manifest.ancestors?.find((one) => there.has(one));
    return { snapshot: parentId === undefined ? snapshot : { ...snapshot, parentId }, manifest };
  } catch {
    return { snapshot: untrusted(id, "manifest-unreadable") };
  }
}

function toSnapshot(manifest: Manifest, state: "available" | "error"): Snapshot {
  const { id, scope, kind, origin, pointInTime, completedAt, expiresAt, description } = manifest;
  const to = instantOf(pointInTime.to);
  return {
    engine: "local",
    id,
    scope,
    kind,
    origin,
    pointInTime: { from: instantOf(pointInTime.from), to },
    createdAt: instantOf(pointInTime.from),
    completedAt: instantOf(completedAt),
    ...(expiresAt === undefined ? {} : { expiresAt: instantOf(expiresAt) }),
    state,
    rawState: state === "available" ? "committed" : "archive-size-differs",
    consistency: manifest.consistency,
    holds: manifest.holds,
    encrypted: true,
    locked: false,
    ...(description === undefined ? {} : { description }),
    bytes: manifest.tree.bytes,
  };
}

/** What can be told of a snapshot whose manifest cannot be trusted: its id and the time in it. */
function untrusted(id: string, rawState: string): Snapshot {
  const at = instantOf(id.replace(ID, "$1-$2-$3T$4:$5:$6Z"));
  return {
    engine: "local",
    id,
    scope: { product: "commerce-cloud", resource: "unknown" },
    kind: "snapshot",
    origin: "manual",
    pointInTime: { from: at, to: at },
    createdAt: at,
    state: "error",
    rawState,
    consistency: "unknown",
    holds: [],
    encrypted: "unknown",
    locked: false,
  };
}

function instantOf(text: string): Instant {
  const at = readInstant(text);
  if (at === undefined) throw new Error(`Cannot read instant "${text}": expected RFC 3339`);
  return at;
}
