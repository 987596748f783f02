import { expect, test } from "vitest";
import { toCsv } from "../../src/desk/csv.ts";

test.each<[what: string, cell: string, written: string]>([
  ["plain text", "shop-eu", "shop-eu"],
  ["a comma", "a, b", '"a, b"'],
  ["quotes", 'say "yes"', '"say ""yes"""'],
  ["a line break", "one\ntwo", '"one\ntwo"'],
  ["a formula", '=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
  ["a plus", "+1", "'+1"],
  ["a minus", "-1", "'-1"],
  ["a mention", "@SUM(A1)", "'@SUM(A1)"],
])("toCsv() writes %s so that no spreadsheet runs it", (_what, cell, written) => {
  expect(toCsv(["a"], [[cell]])).toBe(`a\r\n${written}\r\n`);
});
