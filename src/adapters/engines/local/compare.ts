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
  const seen = new Set<string>();
  for (const text of unpacked.index.toString("utf8").split("\n")) {
    if (text === "") continue;
    const read = line.parse(JSON.parse(text));
    seen.add(read.path);
    const wrong = differs(read, unpacked);
    if (wrong !== undefined && found.length < MOST) found.push(`${read.path}: ${wrong}`);
  }
  for (const path of [...unpacked.files.keys(), ...unpacked.links.keys()]) {
    if (!seen.has(path) && found.length < MOST) found.push(`${path}: not in the index`);
  }
  if (unpacked.directories !== tree.directories) found.push("the number of folders differs");
  return found;
}

function differs(wanted: z.infer<typeof line>, unpacked: Unpacked): string | undefined {
  if ("link" in wanted) {
    return unpacked.links.get(wanted.path) === wanted.link ? undefined : "another link, or none";
  }
  const file = unpacked.files.get(wanted.path);
  if (file === undefined) return "missing";
  if (file.size !== wanted.size) return "another size";
  return file.sha256 === wanted.sha256 ? undefined : "other content";
}
