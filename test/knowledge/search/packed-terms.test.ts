import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  NO_PLACE,
  packTerms,
  placeOfTerm,
  termsIn,
} from "../../../src/knowledge/search/packed-terms.ts";

const word = fc.oneof(
  fc.string({ unit: fc.constantFrom("a", "b", "é", "日", "\u{1F600}"), maxLength: 6 }),
  fc.constantFrom("__proto__", "constructor", "", "\n", "\0"),
);

test("packTerms() keeps the place of every term, and finds no other", () => {
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 60 }), fc.array(word), (terms, others) => {
      const packed = packTerms(terms);
      expect([...termsIn(packed)]).toEqual(terms);
      for (const term of [...terms, ...others]) {
        expect(placeOfTerm(packed, term)).toBe(terms.indexOf(term));
      }
    }),
  );
});

test("placeOfTerm() finds nothing in nothing", () => {
  expect(placeOfTerm(packTerms([]), "a")).toBe(NO_PLACE);
});
