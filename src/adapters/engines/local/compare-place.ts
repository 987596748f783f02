import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readlink } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { contentOf } from "./content-of.ts";
import { isMissing } from "./fs-fault.ts";
import type { Manifest } from "./manifest.ts";
import { currentPath, isWanted } from "./parts.ts";
import type { Local } from "./settings.ts";
import { siteOf } from "./sites.ts";

type Placed = {
  readonly manifest: Manifest;
  readonly place: string;
  /** Names of what was wanted back; everything where none are named. */
  readonly parts?: readonly string[];
};

/** What was compared, and what differs. */
export type Compared = {
  readonly files: number;
  readonly bytes: number;
  readonly differences: readonly string[];
};

const MOST = 100;

/** Compares what lies at the place of a restore with its snapshot, file by file. What was added since does not count. */
export async function comparePlace(local: Local, placed: Placed): Promise<Compared> {
  const { manifest, place, parts } = placed;
  const content = await contentOf(local, manifest);
  const wanted = <Item>(held: ReadonlyMap<string, Item>): [string, Item][] =>
    [...held].filter(([path]) => isWanted(path, parts));
  const [files, links] = [wanted(content.files), wanted(content.links)];
  const inPlace = place === manifest.scope.resource;
  const site = inPlace ? siteOf(local.projects, manifest.scope) : undefined;
  const at = (path: string) =>
    site === undefined ? join(place, path) : currentPath(site.environment, path);
  const found: string[] = [];
  for (const [path, { sha256 }] of files) {
    if (found.length >= MOST) break;
    if ((await hashOf(at(path))) !== sha256) found.push(`${path}: missing or other content`);
  }
  for (const [path, target] of links) {
    if (found.length < MOST && (await linkAt(at(path))) !== target)
      found.push(`${path}: another link, or none`);
  }
  const bytes = files.reduce((sum, [, { size }]) => sum + size, 0);
  return { files: files.length, bytes, differences: found };
}

async function hashOf(file: string): Promise<string | undefined> {
  const hash = createHash("sha256");
  try {
    await pipeline(createReadStream(file, { highWaterMark: 512 * 1024 }), hash);
    return hash.digest("hex");
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    throw cause;
  }
}

async function linkAt(path: string): Promise<string | undefined> {
  try {
    return await readlink(path);
  } catch {
    return undefined;
  }
}
