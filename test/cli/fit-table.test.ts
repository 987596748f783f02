import { expect, test } from "vitest";
import { fitTable } from "../../src/cli/fit-table.ts";
import type { Table } from "../../src/cli/fit-table.ts";

const TABLE: Table = {
  header: ["Id", "Colour", "Place", "When"],
  rows: [
    ["a-very-long-id", "green", "here", "in the morning"],
    ["b", "blue", "here", "at night"],
  ],
  spare: ["Colour", "Place"],
  short: { When: (cell) => cell.replace(/^in the |^at /, "") },
};

test.each<[width: number | undefined, header: string, leftOut: readonly string[]]>([
  [undefined, "Id              Colour  Place  When", []],
  [45, "Id              Colour  Place  When", []],
  [44, "Id              Colour  Place  When", []],
  [38, "Id              Colour  Place  When", []],
  [37, "Id              Colour  When", ["Place"]],
  [31, "Id              Colour  When", ["Place"]],
  [30, "Id              When", ["Place", "Colour"]],
  [1, "Id              When", ["Place", "Colour"]],
])("fitTable() into %s columns", (width, header, leftOut) => {
  const fitted = fitTable(TABLE, width);
  expect(fitted.text.split("\n")[0]).toBe(header);
  expect(fitted.leftOut).toEqual(leftOut);
  expect(fitted.text).toContain("a-very-long-id");
});

test("fitTable() shortens only where the room is wanted", () => {
  expect(fitTable(TABLE, 45).text).toContain("in the morning");
  expect(fitTable(TABLE, 44).text).not.toContain("in the");
});

test("fitTable() of one row leaves out by importance alone", () => {
  expect(fitTable({ ...TABLE, rows: TABLE.rows.slice(0, 1) }, 37).leftOut).toEqual(["Colour"]);
});
