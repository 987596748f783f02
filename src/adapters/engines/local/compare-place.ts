import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { contentOf } from "./content-of.ts";
import { isMissing } from "./fs-fault.ts";
import type { Manifest } from "./manifest.ts";
import type { Local } from "./settings.ts";
import { siteOf, type Site } from "./sites.ts";

type Placed = { readonly manifest: Manifest; readonly place: string };

const MOST = 100;

/** Compares what lies at the place of a restore with its snapshot, file by file. What was added since does not count. */
export async function comparePlace(local: Local, { manifest, place }: Placed): Promise<string[]> {
  const { files, links } = await contentOf(local, manifest);
  const inPlace = place === manifest.scope.resource;
  const site = inPlace ? siteOf(local.projects, manifest.scope) : undefined;
  const at = (path: string) => (site === undefined ? join(place, path) : currentPath(site, path));
  const found: string[] = [];
  for (const [path, { sha256 }] of files) {
    if (found.length >= MOST) break;
    if ((await hashOf(at(path))) !== sha256) found.push(`${path}: missing or other content`);
  }
  for (const [path, target] of links) {
    if (found.length < MOST && (await linkAt(at(path))) !== target)
      found.push(`${path}: another link, or none`);
  }
  return found;
}

/** Where a path of the archive lies in the environment itself. */
function currentPath({ environment }: Site, path: string): string {
  const [name = "", ...rest] = path.split("/");
  const database = environment.databases.find((one) => path === `databases/${one.name}`);
  if (database !== undefined) return database.path;
  const directory = environment.directories.find((one) => one.name === name);
  return join(directory?.path ?? dirname(path), ...rest);
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
