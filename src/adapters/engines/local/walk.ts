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
  | { readonly kind: "file"; readonly path: string; readonly at: Buffer }
  | {
      readonly kind: "link";
      readonly path: string;
      readonly target: string;
      readonly mtimeMs: number;
    }
  | { readonly kind: "skipped"; readonly why: Skipped };

export type Skipped = "special-file" | "name-not-utf8" | "link-outside" | "vanished";

type Place = { readonly at: Buffer; readonly path: string };

const SLASH = Buffer.from("/");

/**
 * Walks a folder, parents first, names in the order of their bytes. Names are read as bytes: as
 * text, a name that is not UTF-8 would become another one and its file would seem to vanish.
 */
export async function* walk(root: Root): AsyncGenerator<Found> {
  const stack: Place[] = [{ at: await realpath(root.path, "buffer"), path: root.name }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const stats = await statsOf(next.at, next.path === root.name);
    const found = await look(next, stats);
    yield found;
    if (found.kind !== "directory") continue;
    const { inside, odd } = await children(found);
    for (let left = odd; left > 0; left -= 1) yield { kind: "skipped", why: "name-not-utf8" };
    stack.push(...inside.toReversed());
  }
}

/** A file may go while its folder is being walked; the root itself must be there. */
async function statsOf(at: Buffer, isRoot: boolean): Promise<Stats | undefined> {
  try {
    return await lstat(at);
  } catch (cause) {
    if (!isRoot && isMissing(cause)) return undefined;
    throw cause;
  }
}

async function look({ at, path }: Place, stats: Stats | undefined): Promise<Found> {
  if (stats === undefined) return { kind: "skipped", why: "vanished" };
  const { mode, mtimeMs } = stats;
  if (stats.isDirectory()) return { kind: "directory", path, at, mode: mode & 0o777, mtimeMs };
  if (stats.isFile()) return { kind: "file", path, at };
  if (stats.isSymbolicLink()) return link({ at, path }, mtimeMs);
  return { kind: "skipped", why: "special-file" };
}

async function children({ at, path }: Place): Promise<{ inside: Place[]; odd: number }> {
  const names = (await readdir(at, { encoding: "buffer" })).toSorted((a, b) =>
    Buffer.compare(a, b),
  );
  const inside = names
    .filter((name) => isUtf8(name))
    .map((name) => ({ at: Buffer.concat([at, SLASH, name]), path: `${path}/${name.toString()}` }));
  return { inside, odd: names.length - inside.length };
}

async function link({ at, path }: Place, mtimeMs: number): Promise<Found> {
  const bytes = await readlink(at, { encoding: "buffer" });
  if (!isUtf8(bytes)) return { kind: "skipped", why: "name-not-utf8" };
  const target = bytes.toString();
  if (!staysInside(path, target)) return { kind: "skipped", why: "link-outside" };
  return { kind: "link", path, target, mtimeMs };
}
