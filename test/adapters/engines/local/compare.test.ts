import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { compare } from "../../../../src/adapters/engines/local/compare.ts";
import type { Manifest } from "../../../../src/adapters/engines/local/manifest.ts";
import type { Unpacked } from "../../../../src/adapters/engines/local/unpack.ts";

const [A, B] = ["a".repeat(64), "b".repeat(64)];
const index = Buffer.from(
  `${JSON.stringify({ path: "m/f", size: 3, sha256: A, mtimeNs: "0" })}\n${JSON.stringify({ path: "m/l", link: "f" })}\n`,
);
const good: Unpacked = {
  files: new Map([["m/f", { size: 3, sha256: A }]]),
  links: new Map([["m/l", "f"]]),
  directories: 1,
  bytes: 3,
  index,
};
const indexSha256 = createHash("sha256").update(index).digest("hex");
const manifest = { tree: { directories: 1, indexSha256 } } as Manifest;

test.each<[what: string, change: Partial<Unpacked>, found: string[]]>([
  ["nothing", {}, []],
  ["other content", { files: new Map([["m/f", { size: 3, sha256: B }]]) }, ["m/f: other content"]],
  ["another size", { files: new Map([["m/f", { size: 4, sha256: A }]]) }, ["m/f: another size"]],
  ["a missing file", { files: new Map() }, ["m/f: missing"]],
  [
    "an extra file",
    { files: new Map([...good.files, ["m/x", { size: 0, sha256: B }]]) },
    ["m/x: not in the index"],
  ],
  ["another link", { links: new Map([["m/l", "g"]]) }, ["m/l: another link, or none"]],
  ["an extra link", { links: new Map([...good.links, ["m/k", "f"]]) }, ["m/k: not in the index"]],
  ["a missing folder", { directories: 0 }, ["the number of folders differs"]],
])("compare() finds %s", (_what, change, found) => {
  expect(compare({ ...good, ...change }, manifest)).toEqual(found);
});

test("compare() finds an index that is not the signed one", () => {
  const tree = { ...manifest.tree, indexSha256: B };
  expect(compare(good, { ...manifest, tree })).toEqual([
    "the index is not the one that was signed for",
  ]);
});
