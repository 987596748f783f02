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

/** What a folder holds; the stats are missing where it is gone by now. */
type Seen = Place & { readonly stats: Stats | undefined };

const AT_ONCE = 32;

const SLASH = Buffer.from("/");

const ODD = { kind: "skipped", why: "name-not-utf8" } as const;

/** Walks a folder, parents first, names in the order of their bytes. */
export async function* walk(root: Root): AsyncGenerator<Found> {
  const at = await realpath(root.path, "buffer");
  const first = await look({ at, path: root.name, stats: await lstat(at) });
  yield first;
  const open = first.kind === "directory" ? [children(first)] : [];
  for (let inside = open.at(-1); inside !== undefined; inside = open.at(-1)) {
    const next = await inside.next();
    if (next.done === true) open.pop();
    else {
      const found = "kind" in next.value ? next.value : await look(next.value);
      yield found;
      if (found.kind === "directory") open.push(children(found));
    }
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

async function look({ at, path, stats }: Seen): Promise<Found> {
  if (stats === undefined) return { kind: "skipped", why: "vanished" };
  const { mode, mtimeMs } = stats;
  if (stats.isDirectory()) return { kind: "directory", path, at, mode: mode & 0o777, mtimeMs };
  if (stats.isFile()) return { kind: "file", path, at, size: stats.size };
  if (stats.isSymbolicLink()) return link({ at, path }, mtimeMs);
  return { kind: "skipped", why: "special-file" };
}

/**
 * Names are read as bytes, one character each: as text, a name that is not UTF-8 would become
 * another one and its file would seem to vanish; as buffers, many would take much memory.
 */
async function* children({ at, path }: Place): AsyncGenerator<Seen | typeof ODD> {
  const names = (await readdir(at, "latin1")).toSorted(byBytes);
  for (let from = 0; from < names.length; from += AT_ONCE) {
    const slice = names.slice(from, from + AT_ONCE).map(async (text) => {
      const name = Buffer.from(text, "latin1");
      if (!isUtf8(name)) return ODD;
      const child = Buffer.concat([at, SLASH, name]);
      return { at: child, path: `${path}/${name.toString()}`, stats: await statsOf(child) };
    });
    yield* await Promise.all(slice);
  }
}

const byBytes = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

async function link({ at, path }: Place, mtimeMs: number): Promise<Found> {
  const bytes = await readlink(at, { encoding: "buffer" });
  if (!isUtf8(bytes)) return { kind: "skipped", why: "name-not-utf8" };
  const target = bytes.toString();
  if (!staysInside(path, target)) return { kind: "skipped", why: "link-outside" };
  return { kind: "link", path, target, mtimeMs };
}
