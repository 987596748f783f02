import { EngineError } from "../../../restore/engine-error.ts";
import type { CreateInput } from "../../../restore/ports.ts";
import type { Snapshot } from "../../../restore/snapshot.ts";
import { listAll, type Listed } from "./listing.ts";
import type { Manifest } from "./manifest.ts";
import type { Local } from "./settings.ts";

/** How many recovery points an environment may have where nothing else is set: our own limit, the articles name none. */
const MOST_POINTS = 10;

/** A recovery point and what it came from, nearest first. */
export const lineOf = ({ id, ancestors = [] }: Pick<Manifest, "id" | "ancestors">): string[] => [
  id,
  ...ancestors,
];

/**
 * What a new recovery point of an environment comes from: the point that the present data was last
 * reverted to or kept in, and its own line. Only what is still there.
 */
export const presentLine = async (local: Local, resource: string): Promise<string[]> =>
  lineIn(local, await listAll(local.store), resource);

function lineIn(local: Local, listed: readonly Listed[], resource: string): string[] {
  const [newest] = pointsOf(listed, resource);
  const line = local.journal.headOf(resource) ?? (newest === undefined ? [] : lineOf(newest));
  const there = new Set(listed.map(({ snapshot }) => snapshot.id));
  return line.filter((id) => there.has(id));
}

/** Marks the recovery point that the present data of an environment comes from. */
export function withCurrent(local: Local, listed: readonly Listed[], resource: string): Snapshot[] {
  const [current] = lineIn(local, listed, resource);
  return listed.map(({ snapshot }) =>
    snapshot.id === current ? { ...snapshot, current: true } : snapshot,
  );
}

/** How many recovery points an environment has, and how many it may have. */
export async function pointCount(local: Local, resource: string) {
  const held = pointsOf(await listAll(local.store), resource).length;
  return { held, most: local.mostPoints ?? MOST_POINTS };
}

const pointsOf = (listed: readonly Listed[], resource: string): Manifest[] =>
  listed
    .flatMap(({ manifest }) => manifest ?? [])
    .filter(({ kind, scope }) => kind === "recovery-point" && scope.resource === resource);

/** @throws EngineError `not-supported` or `quota`, where no such recovery point can be made */
export async function checkPoint(local: Local, input: CreateInput, resource: string) {
  if (input.memory === true) {
    throw refused("not-supported", "folders and databases have no memory to keep");
  }
  const { held, most } = await pointCount(local, resource);
  if (held >= most) {
    throw refused(
      "quota",
      `the environment has ${held}, and ${most} is the most; delete one first`,
    );
  }
}

const refused = (kind: "not-supported" | "quota", why: string): EngineError =>
  new EngineError(kind, "no", { message: `Cannot create a recovery point: ${why}` });
