import { dirname, join } from "node:path";
import type { Check, RestoreRequest } from "../../../restore/restore-plan.ts";
import { exists } from "./durable.ts";
import { freeBytes, RESERVE_BYTES } from "./free-space.ts";
import type { Manifest } from "./manifest.ts";
import { openDatabases } from "./open-databases.ts";
import { isInPlace, partsGiven, wantedRoots } from "./parts.ts";
import { pointCount } from "./recovery-points.ts";
import type { Local } from "./settings.ts";
import type { Site } from "./sites.ts";

const BLOCK_BYTES = 4096;

/** What is to be given back, and where to. */
export type Wanting = {
  readonly site: Site;
  readonly request: RestoreRequest;
  readonly manifest: Manifest;
};

/** What must hold before anything is done; asked again when an approved plan is run. */
export async function preconditions(local: Local, wanting: Wanting): Promise<Check[]> {
  const { site, request, manifest } = wanting;
  const held = manifest.recipients.some((one) => local.store.keys.opened.includes(one));
  const missing = missingParts(manifest, partsGiven(request, site.environment, manifest));
  return [
    { code: "environment-active", ok: site.environment.state === "active" },
    await spaceCheck(local, wanting),
    { code: "key-held", ok: held },
    {
      code: "parts-held",
      ok: missing.length === 0,
      ...(missing.length === 0 ? {} : { values: { missing: missing.join(", ") } }),
    },
    ...(await targetChecks(local, wanting)),
    ...(await instanceChecks(local, wanting)),
  ];
}

async function spaceCheck(local: Local, { site, request, manifest }: Wanting): Promise<Check> {
  const base = request.mode === "retrieve" ? local.recovery : local.restores;
  const [first] = wantedRoots(site.environment, request.parts);
  const place = isInPlace(request) ? dirname(first?.root.path ?? base) : base;
  const [needed, free] = [spaceFor(manifest), await freeBytes(await firstThere(place))];
  return { code: "free-space", ok: free >= needed, values: { needed, free } };
}

async function targetChecks(local: Local, { site, request }: Wanting): Promise<Check[]> {
  if (isInPlace(request)) {
    const open = await openDatabases(site.environment, request.parts);
    return [{ code: "databases-closed", ok: open.length === 0, values: { open: open.length } }];
  }
  if (request.mode === "retrieve") return [];
  const { name } = request.target;
  const named = isTargetName(name);
  const free = named && !(await exists(join(local.restores, name)));
  return [
    { code: "target-name", ok: named },
    { code: "target-free", ok: free, values: { target: name } },
  ];
}

/** What holds for CloudMC alone: room for the safety point, and what a template or a disk can be made of. */
async function instanceChecks(local: Local, { request, manifest }: Wanting): Promise<Check[]> {
  const { target, parts } = request;
  if (manifest.kind === "recovery-point") {
    const { held, most } = await pointCount(local, manifest.scope.resource);
    return [{ code: "points-below-limit", ok: held < most, values: { held, most } }];
  }
  const given = parts ?? manifest.parts ?? [];
  if (target.as === "data-disk") return [{ code: "one-volume", ok: given.length === 1 }];
  if (target.as === "template") return [{ code: "whole-instance", ok: parts === undefined }];
  return [];
}

/** What the snapshot does not hold; nothing is known of one that does not name its parts. */
const missingParts = ({ parts }: Manifest, given: readonly string[]): string[] =>
  parts === undefined ? [] : given.filter((one) => !parts.includes(one));

/** A single name, so that no target lies anywhere else. */
const isTargetName = (name: string): boolean => /^[\w][\w.-]{0,119}$/.test(name);

export const spaceFor = ({ tree }: Manifest): number =>
  tree.bytes + BLOCK_BYTES * (tree.files + tree.directories) + RESERVE_BYTES;

async function firstThere(path: string): Promise<string> {
  return (await exists(path)) ? path : firstThere(dirname(path));
}
