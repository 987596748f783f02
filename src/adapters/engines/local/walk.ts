import { isUtf8 } from "node:buffer";
import type { Stats } from "node:fs";
import { lstat, readdir, readlink, realpath } from "node:fs/promises";
import type { Root } from "../../projects/project-site.ts";
import { isMissing } from "./fs-fault.ts";
import { staysInside } from "./links.ts";

export type Found =
  | {
      readonly kind: "directory";
      readonly path: string;
      readonly at: Buffer;
      readonly mode: number;
      readonly mtimeMs: number;
    }
  | { readonly kind: "file"; readonly path: string; readonly at: Buffer; readonly size: number }
  | {
      readonly kind: "link";
      readonly path: string;
      readonly target: string;
      readonly mtimeMs: number;
    }
  | { readonly kind: "skipped"; readonly why: Skipped };

export type Skipped = "special-file" | "name-not-utf8" | "link-outside" | "vanished";

type Place = { readonly at: Buffer; readonly path: string };

type Seen = Place & { readonly stats: Stats | undefined };

const AT_ONCE = 32;

const SLASH = Buffer.from("/");

/**
 * Walks a folder, parents first, names in the order of their bytes. Names are read as bytes: as
 * text, a name that is not UTF-8 would become another one and its file would seem to vanish.
 */
export async function* walk(root: Root): AsyncGenerator<Found> {
  const at = await realpath(root.path, "buffer");
  const stack: Seen[] = [{ at, path: root.name, stats: await lstat(at) }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const found = await look(next, next.stats);
    yield found;
    if (found.kind !== "directory") continue;
    const { inside, odd } = await children(found);
    for (let left = odd; left > 0; left -= 1) yield { kind: "skipped", why: "name-not-utf8" };
    stack.push(...inside.toReversed());
  }
}

/** A file may go while its folder is being walked. */
async function statsOf(at: Buffer): Promise<Stats | undefined> {
  try {
    return await lstat(at);
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    throw cause;
  }
}

async function look({ at, path }: Place, stats: Stats | undefined): Promise<Found> {
  if (stats === undefined) return { kind: "skipped", why: "vanished" };
  const { mode, mtimeMs } = stats;
  if (stats.isDirectory()) return { kind: "directory", path, at, mode: mode & 0o777, mtimeMs };
  if (stats.isFile()) return { kind: "file", path, at, size: stats.size };
  if (stats.isSymbolicLink()) return link({ at, path }, mtimeMs);
  return { kind: "skipped", why: "special-file" };
}

async function children({ at, path }: Place): Promise<{ inside: Seen[]; odd: number }> {
  const names = (await readdir(at, { encoding: "buffer" })).toSorted((a, b) =>
    Buffer.compare(a, b),
  );
  const good = names.filter((name) => isUtf8(name));
  const inside: Seen[] = [];
  for (let from = 0; from < good.length; from += AT_ONCE) {
    const slice = good.slice(from, from + AT_ONCE).map(async (name) => {
      const child = Buffer.concat([at, SLASH, name]);
      return { at: child, path: `${path}/${name.toString()}`, stats: await statsOf(child) };
    });
    inside.push(...(await Promise.all(slice)));
  }
  return { inside, odd: names.length - good.length };
}

async function link({ at, path }: Place, mtimeMs: number): Promise<Found> {
  const bytes = await readlink(at, { encoding: "buffer" });
  if (!isUtf8(bytes)) return { kind: "skipped", why: "name-not-utf8" };
  const target = bytes.toString();
  if (!staysInside(path, target)) return { kind: "skipped", why: "link-outside" };
  return { kind: "link", path, target, mtimeMs };
}
