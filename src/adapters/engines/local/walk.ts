import { isUtf8 } from "node:buffer";
import { lstat, readdir, readlink } from "node:fs/promises";
import type { Root } from "../../projects/project-site.ts";
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

const SLASH = Buffer.from("/");

/**
 * Walks a folder, parents first, names in the order of their bytes. Names are read as bytes: as
 * text, a name that is not UTF-8 would become another one and its file would seem to vanish.
 */
export async function* walk(root: Root): AsyncGenerator<Found> {
  const start = Buffer.from(root.path);
  const stack: { readonly at: Buffer; readonly path: string }[] = [{ at: start, path: root.name }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { at, path } = next;
    const stats = await lstat(at);
    if (stats.isDirectory()) {
      yield { kind: "directory", path, at, mode: stats.mode & 0o777, mtimeMs: stats.mtimeMs };
      const names = (await readdir(at, { encoding: "buffer" })).toSorted(Buffer.compare);
      for (const name of names.toReversed()) {
        if (!isUtf8(name)) yield { kind: "skipped", why: "name-not-utf8" };
        else
          stack.push({ at: Buffer.concat([at, SLASH, name]), path: `${path}/${name.toString()}` });
      }
    } else if (stats.isFile()) yield { kind: "file", path, at };
    else if (stats.isSymbolicLink()) yield await link(at, path, stats.mtimeMs);
    else yield { kind: "skipped", why: "special-file" };
  }
}

async function link(at: Buffer, path: string, mtimeMs: number): Promise<Found> {
  const bytes = await readlink(at, { encoding: "buffer" });
  if (!isUtf8(bytes)) return { kind: "skipped", why: "name-not-utf8" };
  const target = bytes.toString();
  if (!staysInside(path, target)) return { kind: "skipped", why: "link-outside" };
  return { kind: "link", path, target, mtimeMs };
}
