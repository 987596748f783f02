import * as fc from "fast-check";
import { expect, test } from "vitest";
import { flexsearchPostings } from "../../../src/adapters/flexsearch/flexsearch-postings.ts";
import { bestUnits } from "../../../src/knowledge/search/best-units.ts";
import { packedPostings } from "../../../src/knowledge/search/packed-postings.ts";
import { RankedList } from "../../../src/knowledge/search/ranked-list.ts";
import type { TermGroup } from "../../../src/knowledge/search/ranked-list.ts";

const WORDS = Array.from({ length: 10 }, (_, at) => `word${at}`);

/** Common and rare words, as in a language: few stand in most units. */
const word = fc.nat(99).map((dice) => WORDS[Math.floor(Math.sqrt(dice))] ?? "");

const units = fc.array(
  fc.array(fc.tuple(word, fc.constantFrom(0.3, 1, 2, 5, 20)), { minLength: 1, maxLength: 8 }),
  { minLength: 10, maxLength: 60 },
);

const groups = fc.array(
  word.map((one): TermGroup => ({ weight: 1, alternatives: [[one, 1]] })),
  { minLength: 1, maxLength: 6 },
);

const listOf = (all: readonly (readonly (readonly [string, number])[])[], b: number) => {
  const list = new RankedList(packedPostings(flexsearchPostings), { k1: 1.2, b });
  for (const unit of all) list.add(new Map(unit), unit.length);
  return list;
};

test("bestUnits() of two lists and a lead finds what the sum of the three finds", () => {
  fc.assert(
    fc.property(
      units,
      groups,
      groups,
      fc.array(fc.tuple(fc.nat(9), fc.nat(100)), { maxLength: 6 }),
      fc.integer({ min: 1, max: 5 }),
      fc.constantFrom(0, 0.3),
      (all, one, other, given, keep, share) => {
        const lists = [listOf(all, 0.75), listOf(all.toReversed(), 0.5)] as const;
        const terms = () => [
          ...lists[0].weigh(one, { share: 0.5 }),
          ...lists[1].weigh(other, { share }),
        ];
        const ahead = given.map(([unit, score]) => ({ unit, score: score / 500 }));
        const { scratch, live } = lists[0];
        const best = bestUnits(terms(), { scratch, open: live, ahead, keep });

        const sum = all.map(
          (_, unit) => ahead.find((lead) => lead.unit === unit && lead.score > 0)?.score ?? 0,
        );
        const everything = { keep: all.length };
        for (const { unit, score } of lists[0].rank(one, everything))
          sum[unit] = (sum[unit] ?? 0) + 0.5 * score;
        for (const { unit, score } of lists[1].rank(other, everything))
          sum[unit] = (sum[unit] ?? 0) + share * score;
        const expected = sum.toSorted((a, b) => b - a).filter((score) => score > 0);
        expect(best).toHaveLength(Math.min(keep, expected.length));
        for (const [at, { unit, score }] of best.entries()) {
          expect(score).toBeCloseTo(expected[at] ?? 0, 9);
          expect(score).toBeCloseTo(sum[unit] ?? 0, 9);
        }
        expect(bestUnits(terms(), { scratch, open: live, ahead, keep })).toEqual(best);
      },
    ),
    { numRuns: 300 },
  );
});
