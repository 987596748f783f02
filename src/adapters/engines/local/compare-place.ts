import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readlink } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Progress } from "../../../restore/operation.ts";
import { compare } from "./compare.ts";
import { contentOf } from "./content-of.ts";
import { isMissing } from "./fs-fault.ts";
import type { IndexedItem } from "./index-lines.ts";
import type { Manifest } from "./manifest.ts";
import { currentPath, isWanted } from "./parts.ts";
import type { Local } from "./settings.ts";
import { siteOf } from "./sites.ts";

type Placed = {
  readonly manifest: Manifest;
  readonly place: string;
  /** Names of what was wanted back; everything where none are named. */
  readonly parts?: readonly string[];
  readonly onProgress?: ((progress: Progress) => void) | undefined;
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
  const { manifest, place, parts, onProgress } = placed;
  const inPlace = place === manifest.scope.resource;
  const site = inPlace ? siteOf(local.projects, manifest.scope) : undefined;
  const at = (path: string) =>
    site === undefined ? join(place, path) : currentPath(site.environment, path);
  const found: string[] = [];
  let [files, bytes] = [0, 0];
  const onLine = async (item: IndexedItem): Promise<void> => {
    if (!isWanted(item.path, parts)) return;
    if ("sha256" in item) {
      files += 1;
      bytes += item.size;
    }
    const wrong = found.length < MOST ? await differs(item, at(item.path)) : undefined;
    if (wrong !== undefined) found.push(`${item.path}: ${wrong}`);
  };
  const unpacked = await contentOf(local, manifest, { onLine, onProgress });
  return { files, bytes, differences: [...compare(unpacked, manifest), ...found] };
}

async function differs(item: IndexedItem, at: string): Promise<string | undefined> {
  if ("link" in item) {
    return (await linkAt(at)) === item.link ? undefined : "another link, or none";
  }
  return (await hashOf(at)) === item.sha256 ? undefined : "missing or other content";
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
