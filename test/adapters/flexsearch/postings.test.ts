import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { flexsearchPostings } from "../../../src/adapters/flexsearch/flexsearch-postings.ts";
import { LEVELS } from "../../../src/knowledge/search/levels.ts";
import { packPostings, packedPostings } from "../../../src/knowledge/search/packed-postings.ts";
import type { OpenPostings, Postings } from "../../../src/knowledge/search/postings.ts";

const OPEN: readonly (readonly [name: string, open: OpenPostings])[] = [
  ["flexsearchPostings", flexsearchPostings],
  [
    "packedPostings",
    () => packedPostings(packPostings(flexsearchPostings(), 0), flexsearchPostings),
  ],
];

const held = (postings: Postings, term: string): [unit: number, frequency: number][] =>
  postings
    .of(term)
    .flatMap(({ units, frequency }) =>
      Array.from(units, (unit): [number, number] => [unit, frequency]),
    )
    .toSorted(([a], [b]) => a - b);

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
      const packed = packedPostings(packPostings(plain, first.length), flexsearchPostings);
      later.forEach((unit, at) => {
        plain.add(first.length + at, new Map(Object.entries(unit)));
        packed.add(first.length + at, new Map(Object.entries(unit)));
      });
      const again = packedPostings(
        packPostings(packed, first.length + later.length),
        flexsearchPostings,
      );
      for (const term of ["a", "b", "c", "d"]) {
        expect(held(packed, term)).toEqual(held(plain, term));
        expect(held(again, term)).toEqual(held(plain, term));
      }
    }),
    { numRuns: 50 },
  );
});
