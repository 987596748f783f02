import * as fc from "fast-check";
import { expect, test } from "vitest";
import { flexsearchPostings } from "../../../src/adapters/flexsearch/flexsearch-postings.ts";
import { packedPostings } from "../../../src/knowledge/search/packed-postings.ts";
import { RankedList } from "../../../src/knowledge/search/ranked-list.ts";
import type { TermGroup } from "../../../src/knowledge/search/ranked-list.ts";

const TUNING = { k1: 1.2, b: 0.75 };
const ALL = { keep: 100 };
const TERMS = ["dump", "snapshot", "restore", "staging", "__proto__"];

type Unit = Readonly<Record<string, number>>;

const lengthOf = (unit: Unit): number => Object.values(unit).reduce((sum, one) => sum + one, 0);

function listOf(units: readonly Unit[]): RankedList {
  const list = new RankedList(packedPostings(flexsearchPostings), TUNING);
  for (const unit of units) list.add(new Map(Object.entries(unit)), lengthOf(unit));
  return list;
}

const plain = (...terms: string[]): TermGroup[] =>
  terms.map((term) => ({ weight: 1, alternatives: [[term, 1]] }));

/** The formula written down once more, unit by unit. */
function naive(units: readonly Unit[], terms: readonly string[]): number[] {
  const { k1, b } = TUNING;
  const mean = units.reduce((sum, unit) => sum + lengthOf(unit), 0) / units.length;
  const known = terms.filter((term) => units.some((unit) => term in unit));
  const idf = (term: string): number => {
    const df = units.filter((unit) => Object.hasOwn(unit, term)).length;
    return Math.log(1 + (units.length - df + 0.5) / (df + 0.5));
  };
  const most = known.reduce((sum, term) => sum + idf(term) * (k1 + 1), 0);
  return units.map((unit) => {
    const norm = k1 * (1 - b + (b * lengthOf(unit)) / mean);
    const score = known
      .filter((term) => Object.hasOwn(unit, term))
      .reduce((sum, term) => {
        const tf = unit[term] ?? 0;
        return sum + (idf(term) * (k1 + 1) * tf) / (tf + norm);
      }, 0);
    return most === 0 ? 0 : score / most;
  });
}

const someUnits = fc.array(
  fc
    .uniqueArray(fc.constantFrom(...TERMS.slice(0, 4)), { minLength: 1 })
    .chain((terms) =>
      fc
        .array(fc.constantFrom(1, 2, 3, 5), { minLength: terms.length, maxLength: terms.length })
        .map((counts) => Object.fromEntries(terms.map((term, at) => [term, counts[at] ?? 1]))),
    ),
  { minLength: 1, maxLength: 30 },
);

test("RankedList.rank() is BM25F as a share of the most that can be", () => {
  fc.assert(
    fc.property(someUnits, fc.subarray(TERMS.slice(0, 4), { minLength: 1 }), (units, terms) => {
      const expected = naive(units, terms);
      const ranked = listOf(units).rank(plain(...terms), ALL);
      for (const { unit, score } of ranked) {
        expect(score).toBeCloseTo(expected[unit] ?? 0, 9);
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThanOrEqual(1);
      }
      expect(ranked).toHaveLength(expected.filter((score) => score > 0).length);
      expect(ranked.map(({ score }) => score)).toEqual(
        ranked.map(({ score }) => score).toSorted((a, b) => b - a),
      );
    }),
    { numRuns: 50 },
  );
});

test("RankedList.rank() leaves nothing behind for the next query", () => {
  const list = listOf([{ dump: 1 }, { dump: 2, restore: 1 }, { staging: 1 }]);
  const first = list.rank(plain("dump"), ALL);
  list.rank(plain("restore", "staging"), ALL);
  expect(list.rank(plain("dump"), ALL)).toEqual(first);
});

test("RankedList.rank() counts an alternative by its probability, and never above the term itself", () => {
  const list = listOf([{ dump: 2 }, { restore: 2 }]);
  const group: TermGroup = {
    weight: 1,
    alternatives: [
      ["dump", 0.8],
      ["restore", 0.2],
    ],
  };
  const first = list.rank([group], ALL);
  expect(first.map(({ unit }) => unit)).toEqual([0, 1]);
  expect(list.rank([group], ALL)).toEqual(first);
});

test("RankedList.rank() comes down where words of the query could not be said", () => {
  const list = listOf([{ dump: 2 }, { restore: 2 }]);
  const [whole, part] = [
    list.rank(plain("dump"), ALL),
    list.rank(plain("dump"), { ...ALL, missing: 1 }),
  ];
  expect(part[0]?.score).toBeLessThan(whole[0]?.score ?? 0);
});

test("RankedList.rank() finds neither removed nor closed units", () => {
  const list = listOf([{ dump: 1 }, { dump: 1 }, { dump: 1 }]);
  list.remove(1);
  expect(list.rank(plain("dump"), ALL).map(({ unit }) => unit)).toEqual([0, 2]);
  expect(list.rank(plain("dump"), { ...ALL, open: Uint8Array.of(0, 0, 1) })).toHaveLength(1);
  expect(list.knows("dump")).toBe(true);
  list.remove(0);
  list.remove(2);
  expect(list.knows("dump")).toBe(false);
});

test("RankedList.rank() of a term nobody wrote is empty", () => {
  expect(listOf([{ dump: 1 }]).rank(plain("nowhere"), ALL)).toEqual([]);
  expect(listOf([]).rank(plain("dump"), ALL)).toEqual([]);
});

const WORDS = Array.from({ length: 12 }, (_, at) => `word${at}`);

/** Common and rare words, as in a language: few stand in most units. */
const longUnits = fc.array(
  fc.array(
    fc.tuple(fc.nat(143), fc.constantFrom(0.3, 1, 2, 5, 20, 80)).map(([dice, count]) => ({
      word: WORDS[Math.floor(Math.sqrt(dice))] ?? "",
      count,
    })),
    { minLength: 1, maxLength: 12 },
  ),
  { minLength: 20, maxLength: 120 },
);

const group: fc.Arbitrary<TermGroup> = fc.record({
  weight: fc.constantFrom(1, 2, 0.7),
  alternatives: fc.array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(1, 0.8, 0.25)), {
    minLength: 1,
    maxLength: 3,
  }),
});

test("RankedList.rank() of few reads less, and finds what reading everything finds", () => {
  fc.assert(
    fc.property(
      longUnits,
      fc.array(group, { minLength: 1, maxLength: 10 }),
      fc.array(fc.nat(119), { maxLength: 10 }),
      fc.integer({ min: 1, max: 8 }),
      (units, groups, gone, keep) => {
        const opened = [keep, units.length].map((most) => {
          const list = new RankedList(packedPostings(flexsearchPostings), TUNING);
          units.forEach((unit, at) => {
            const counts = new Map<string, number>();
            for (const { word, count } of unit) counts.set(word, count);
            list.add(counts, unit.length);
            if (at === units.length >> 1) list.pack();
          });
          for (const unit of gone) if (unit < units.length) list.remove(unit);
          const options = { keep: most };
          return [list.rank(groups, options), list.rank(groups, options)];
        });
        const [few, all] = opened;
        expect(few?.[0]).toEqual(all?.[0]?.slice(0, keep));
        expect(few?.[1]).toEqual(few?.[0]);
      },
    ),
    { numRuns: 300 },
  );
});
