import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { flexsearchPostings } from "../../../src/adapters/flexsearch/flexsearch-postings.ts";
import { LEVELS } from "../../../src/knowledge/search/levels.ts";
import { packPostings, packedPostings } from "../../../src/knowledge/search/packed-postings.ts";
import type { OpenPostings, Postings } from "../../../src/knowledge/search/postings.ts";
import {
  frequencyOf,
  placeOfUnit,
  postingOf,
  unitOf,
} from "../../../src/knowledge/search/postings.ts";

const OPEN: readonly (readonly [name: string, open: OpenPostings])[] = [
  ["flexsearchPostings", flexsearchPostings],
  ["packedPostings", () => packedPostings(flexsearchPostings)],
];

const held = (postings: Postings, term: string): [unit: number, frequency: number][] =>
  postings
    .of(term)
    .flatMap((part) =>
      Array.from(part, (one): [number, number] => [unitOf(one), frequencyOf(one)]),
    );

describe.each(OPEN)("%s", (_name, open) => {
  test("gives back what was added, at the nearest level", () => {
    const postings = open();
    postings.add(
      0,
      new Map([
        ["dump", 1],
        ["2.4.5-p8", 200],
      ]),
    );
    postings.add(1, new Map([["dump", 3.1]]));
    expect(held(postings, "dump")).toEqual([
      [0, 1],
      [1, 3],
    ]);
    expect(held(postings, "2.4.5-p8")).toEqual([[0, 80]]);
    expect([...postings.terms()].toSorted()).toEqual(["2.4.5-p8", "dump"]);
  });

  test("holds words that are names of its own", () => {
    const postings = open();
    for (const term of ["__proto__", "constructor", "toString"]) {
      postings.add([...postings.terms()].length, new Map([[term, 1]]));
    }
    expect(
      ["__proto__", "constructor", "toString"].map((one) => held(postings, one).length),
    ).toEqual([1, 1, 1]);
    expect(held(postings, "hasOwnProperty")).toEqual([]);
  });

  test("has nothing for a term never seen, nor in a unit without terms", () => {
    const postings = open();
    postings.add(0, new Map());
    expect(postings.of("dump")).toEqual([]);
    expect([...postings.terms()]).toEqual([]);
  });
});

const units = fc.array(
  fc.dictionary(fc.constantFrom("a", "b", "c", "d"), fc.constantFrom(...LEVELS)),
  { maxLength: 20 },
);

test("packedPostings() of packed postings hold the same, and what is added to them", () => {
  fc.assert(
    fc.property(units, units, (first, later) => {
      const plain = flexsearchPostings();
      first.forEach((unit, at) => plain.add(at, new Map(Object.entries(unit))));
      const packed = packedPostings(flexsearchPostings, packPostings(plain));
      later.forEach((unit, at) => {
        plain.add(first.length + at, new Map(Object.entries(unit)));
        packed.add(first.length + at, new Map(Object.entries(unit)));
      });
      const again = packedPostings(flexsearchPostings, packPostings(packed));
      for (const term of ["a", "b", "c", "d"]) {
        expect(held(packed, term)).toEqual(held(plain, term));
        expect(held(again, term)).toEqual(held(plain, term));
      }
    }),
    { numRuns: 50 },
  );
});

test("packedPostings() hold many units, in their order, as few do", () => {
  const many = packedPostings(flexsearchPostings);
  const frequencies = (unit: number) =>
    new Map([
      ["all", 1],
      [`only-${unit % 7}`, 2],
    ]);
  for (let unit = 0; unit < 5000; unit += 1) many.add(unit, frequencies(unit));
  expect(held(many, "all").map(([unit]) => unit)).toEqual([...Array(5000).keys()]);
  expect(held(many, "only-3").every(([unit, frequency]) => unit % 7 === 3 && frequency === 2)).toBe(
    true,
  );
  expect([...many.terms()]).toHaveLength(8);
  const before = ["all", "only-3", "only-6"].map((term) => held(many, term));
  const again = packedPostings(flexsearchPostings, many.pack());
  for (const packed of [many, again]) {
    expect(["all", "only-3", "only-6"].map((term) => held(packed, term))).toEqual(before);
    expect([...packed.terms()]).toHaveLength(8);
  }
});

test.each<[from: number, unit: number, place: number]>([
  [0, 0, 0],
  [0, 2, 0],
  [0, 3, 1],
  [0, 90, 30],
  [31, 90, 31],
  [5, 98, 32],
  [40, 500, 100],
])("placeOfUnit() from %i on finds unit %i at %i", (from, unit, place) => {
  const postings = Uint32Array.from({ length: 100 }, (_, at) => postingOf(3 * at + 2, at % 24));
  expect(placeOfUnit(postings, unit, from)).toBe(place);
});
