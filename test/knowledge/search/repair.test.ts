import * as fc from "fast-check";
import { expect, test } from "vitest";
import { distanceOf } from "../../../src/knowledge/search/distance-of.ts";
import { repairer } from "../../../src/knowledge/search/repair.ts";

const WORDS = ["aterstall", "snapshot", "restaurer", "restore", "jump", "dump", "acsd-48059"];

const mend = (term: string) =>
  repairer({
    knows: (one) => WORDS.includes(one),
    documentFrequency: (one) => 10 - WORDS.indexOf(one),
    terms: () => WORDS,
  }).mend(term);

test.each<[typed: string, meant: string]>([
  ["atersall", "aterstall"],
  ["snapsot", "snapshot"],
  ["restuarer", "restaurer"],
  ["restoer", "restore"],
])("mend(%s) finds %s", (typed, meant) => {
  expect(mend(typed)[0]?.[0]).toBe(meant);
});

test("mend() prefers the same first letter, then the commoner word", () => {
  expect(mend("dumpp")).toEqual([["dump", 0.8]]);
  expect(mend("djump").map(([term]) => term)).toEqual(["dump", "jump"]);
  expect(mend("lump").map(([term]) => term)).toEqual(["jump", "dump"]);
});

test.each(["acsd-48058", "12345678", "abc", "xylophones"])("mend() leaves %s alone", (term) => {
  expect(mend(term)).toEqual([]);
});

test.each<[a: string, b: string, distance: number]>([
  ["dump", "dump", 0],
  ["dump", "dmup", 1],
  ["dump", "dum", 1],
  ["dump", "drump", 1],
  ["dump", "damp", 1],
  ["restore", "resotr", 2],
  ["restore", "backup", 3],
])("distanceOf(%s, %s) is %d", (a, b, distance) => {
  expect(distanceOf(a, b, 2)).toBe(distance);
});

test("distanceOf() is the same both ways", () => {
  const word = fc.string({ maxLength: 8, unit: fc.constantFrom("a", "b", "c") });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(distanceOf(a, b, 2)).toBe(distanceOf(b, a, 2));
    }),
  );
});
