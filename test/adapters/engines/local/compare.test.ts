import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { compare } from "../../../../src/adapters/engines/local/compare.ts";
import { nowhere } from "../../../../src/adapters/engines/local/folder-sink.ts";
import { padding, tarHeader } from "../../../../src/adapters/engines/local/tar-header.ts";
import { unpack } from "../../../../src/adapters/engines/local/unpack.ts";

const at = { mode: 0o644, mtimeMs: 0 };
const folder = tarHeader({ ...at, path: "m", type: "Directory", size: 0 });
const file = (path: string, text: string): Buffer => {
  const body = Buffer.from(text);
  const header = tarHeader({ ...at, path, type: "File", size: body.length });
  return Buffer.concat([header, body, padding(body.length)]);
};
const link = (path: string, linkpath: string) =>
  tarHeader({ ...at, path, type: "SymbolicLink", size: 0, linkpath });

const sha256 = createHash("sha256").update("one").digest("hex");
const LINES = [
  { path: "m/f", size: 3, sha256, mtimeNs: "0" },
  { path: "m/g", size: 3, sha256, mtimeNs: "0" },
  { path: "m/l", link: "f" },
];
const textOf = (lines: readonly object[]) =>
  lines.map((line) => `${JSON.stringify(line)}\n`).join("");
const [F, G, L] = [file("m/f", "one"), file("m/g", "one"), link("m/l", "f")];

type Case = {
  readonly parts: readonly Buffer[];
  readonly index?: string;
  readonly directories?: number;
};

/** What is found in an archive that was signed for as the index says. */
async function findings({ parts, index = textOf(LINES), directories = 1 }: Case) {
  const tar = Buffer.concat([folder, ...parts, file(".snapdesk/index.jsonl", index)]);
  const source = async function* source() {
    for (let from = 0; from < tar.length; from += 100) yield tar.subarray(from, from + 100);
    yield Buffer.alloc(1024);
  };
  const unpacked = await unpack(source(), { sink: nowhere, onBytes: () => undefined });
  const indexSha256 = createHash("sha256").update(textOf(LINES)).digest("hex");
  const tree = { files: 2, directories, links: 1, bytes: 6, databases: 0, torn: 0, skipped: {} };
  return compare(unpacked, { tree: { ...tree, indexSha256 } });
}

const swapped = textOf(LINES.toReversed());
const unsigned = "the index is not the one that was signed for";

test.each<[what: string, given: Case, found: string[]]>([
  ["nothing", { parts: [F, G, L] }, []],
  ["nothing in another order", { parts: [L, G, F] }, []],
  ["other content", { parts: [file("m/f", "two"), G, L] }, ["m/f: other content"]],
  ["another size", { parts: [file("m/f", "four"), G, L] }, ["m/f: other content"]],
  ["a missing file", { parts: [F, L] }, ["m/g: missing"]],
  ["an extra file", { parts: [F, file("m/x", "one"), G, L] }, ["not in the index: 1"]],
  ["another name", { parts: [F, file("m/x", "one"), L] }, ["m/g: missing", "not in the index: 1"]],
  ["another link", { parts: [F, G, link("m/l", "g")] }, ["m/l: another link, or none"]],
  [
    "a file in the place of a link",
    { parts: [F, G, file("m/l", "f")] },
    ["m/l: another link, or none"],
  ],
  ["an extra link", { parts: [F, G, L, link("m/k", "f")] }, ["not in the index: 1"]],
  ["a missing folder", { parts: [F, G, L], directories: 2 }, ["the number of folders differs"]],
  ["an index that is not the signed one", { parts: [F, G, L], index: swapped }, [unsigned]],
])("compare() finds %s", async (_what, given, found) => {
  expect(await findings(given)).toEqual(found);
});

test("compare() names a hundred findings at most", async () => {
  const lines = Array.from({ length: 150 }, (_, number) => ({ path: `m/${number}`, link: "f" }));
  const found = await findings({ parts: [], index: textOf(lines) });
  expect(found.filter((one) => one.endsWith(": missing"))).toHaveLength(100);
});

test.each([
  ["no JSON", "{\n"],
  ["no path", `${JSON.stringify({ size: 1 })}\n`],
])("unpack() refuses an index with a line that is %s", async (_what, index) => {
  await expect(findings({ parts: [], index })).rejects.toThrow("another form");
});
