import { expect, test } from "vitest";
import { partsWanted, type Part } from "../../src/restore/part.ts";
import type { Wanted } from "../../src/restore/restore-draft.ts";

const PARTS: readonly Part[] = [
  { name: "media", holds: "files" },
  { name: "var", holds: "files" },
  { name: "shop.sqlite", holds: "database" },
];

test.each<[what: string, wanted: Wanted[], parts: readonly Part[], names: string[] | undefined]>([
  ["the files", ["files"], PARTS, ["media", "var"]],
  ["the database", ["database"], PARTS, ["shop.sqlite"]],
  ["both", ["files", "database"], PARTS, undefined],
  ["nothing", [], PARTS, undefined],
  ["a database that no part holds", ["database"], PARTS.slice(0, 2), undefined],
  ["files where there are only files", ["files"], PARTS.slice(0, 2), undefined],
  ["files where no part is known", ["files"], [], undefined],
])("partsWanted() of %s", (_what, wanted, parts, names) => {
  expect(partsWanted(wanted, parts)).toEqual(names);
});
