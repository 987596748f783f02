import { createHash } from "node:crypto";
import { z } from "zod";
import type { Manifest } from "./manifest.ts";
import type { Unpacked } from "./unpack.ts";

const line = z.union([
  z.object({ path: z.string(), size: z.number(), sha256: z.string() }),
  z.object({ path: z.string(), link: z.string() }),
]);

const MOST = 100;

/**
 * Compares what an archive held with its own index and with the signed manifest, both ways: nothing
 * missing, nothing extra.
 *
 * @returns what differs, at most 100 findings; empty where everything matches
 */
export function compare(unpacked: Unpacked, { tree }: Manifest): string[] {
  const found: string[] = [];
  const hash = createHash("sha256").update(unpacked.index).digest("hex");
  if (hash !== tree.indexSha256) found.push("the index is not the one that was signed for");
  const seen = new Set<unknown>();
  for (const text of linesOf(unpacked.index)) {
    const read = line.parse(JSON.parse(text));
    seen.add(markOf(read.path, unpacked));
    const wrong = differs(read, unpacked);
    if (wrong !== undefined && found.length < MOST) found.push(`${read.path}: ${wrong}`);
  }
  for (const path of [...unpacked.files.keys(), ...unpacked.links.keys()]) {
    if (!seen.has(markOf(path, unpacked)) && found.length < MOST)
      found.push(`${path}: not in the index`);
  }
  if (unpacked.directories !== tree.directories) found.push("the number of folders differs");
  return found;
}

/** One line after the other: with hundreds of thousands of files the text is large, and split it would be larger. */
function* linesOf(text: Buffer): Generator<string> {
  for (let at = 0; at < text.length;) {
    const end = text.indexOf("\n", at);
    const to = end < 0 ? text.length : end;
    if (to > at) yield text.toString("utf8", at, to);
    at = to + 1;
  }
}

/** What stands for a path: of a file the entry that is held anyway, since a second copy of every name would cost as much again. */
const markOf = (path: string, { files }: Unpacked): unknown => files.get(path) ?? path;

function differs(wanted: z.infer<typeof line>, unpacked: Unpacked): string | undefined {
  if ("link" in wanted) {
    return unpacked.links.get(wanted.path) === wanted.link ? undefined : "another link, or none";
  }
  const file = unpacked.files.get(wanted.path);
  if (file === undefined) return "missing";
  if (file.size !== wanted.size) return "another size";
  return file.sha256 === wanted.sha256 ? undefined : "other content";
}
