import type { Dirent } from "node:fs";
import { open, readdir, realpath } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { SourceFile } from "../../knowledge/article.ts";
import { MAX_ARTICLE_BYTES } from "../../knowledge/corpus/source-lines.ts";
import type { Fault } from "../../knowledge/fault.ts";

export type ContentRead = {
  readonly files: readonly SourceFile[];
  readonly faults: readonly Fault[];
};

const MAX_FILES = 100_000;
const READ = /\.(?:md|ya?ml)$/;
const AT_ONCE = 16;

/**
 * Reads a corpus from a folder: markdown and yaml, in a stable order. Nothing outside the folder is
 * ever read: links to files and folders are refused, hidden ones passed over, large ones told.
 *
 * @throws where the folder itself cannot be read
 */
export async function readContent(folder: string): Promise<ContentRead> {
  const root = await realpath(folder);
  const faults: Fault[] = [];
  const paths = await pathsBelow(root, root, faults);
  const files: SourceFile[] = [];
  for (let at = 0; at < paths.length; at += AT_ONCE) {
    const some = paths.slice(at, at + AT_ONCE);
    const read = await Promise.all(some.map(async (path) => readOne(root, path, faults)));
    files.push(...read.flatMap((file) => file ?? []));
  }
  return { files, faults };
}

async function pathsBelow(folder: string, root: string, faults: Fault[]): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const paths: string[] = [];
  for (const entry of entries.toSorted(byName)) {
    if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
    const path = join(folder, entry.name);
    if (entry.isSymbolicLink()) {
      faults.push(
        fault(relativeTo(root, path), "outside-corpus", "a symbolic link is not followed"),
      );
    } else if (entry.isDirectory()) paths.push(...(await pathsBelow(path, root, faults)));
    else if (entry.isFile() && READ.test(entry.name)) paths.push(path);
    if (paths.length > MAX_FILES)
      throw new Error(`Cannot read "${root}": more than ${MAX_FILES} files`);
  }
  return paths;
}

const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : 1);

const relativeTo = (root: string, path: string): string =>
  relative(root, path).split(sep).join("/");

async function readOne(
  root: string,
  path: string,
  faults: Fault[],
): Promise<SourceFile | undefined> {
  const name = relativeTo(root, path);
  try {
    const handle = await open(path, "r");
    try {
      const { size } = await handle.stat();
      if (size > MAX_ARTICLE_BYTES) {
        faults.push(fault(name, "too-large", `larger than ${MAX_ARTICLE_BYTES} bytes`));
        return undefined;
      }
      return { path: name, bytes: new Uint8Array(await handle.readFile()) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    faults.push(fault(name, "unreadable", error instanceof Error ? error.message : String(error)));
    return undefined;
  }
}

const fault = (file: string, rule: string, reason: string): Fault => ({
  file,
  line: 1,
  rule,
  severity: "error",
  confidence: 1,
  reason,
  excerpt: "",
});
