import { expect, test } from "vitest";
import { learnTables } from "../../../src/knowledge/glossary/learn-tables.ts";
import { packTable, translationTable } from "../../../src/knowledge/glossary/translation-table.ts";
import { random } from "../../bench/search/random.ts";

const WORDS = 40;

/** Sentences in two toy languages: `a7` is `b7`, word for word, in no order. */
function sentences(many: number): [string[], string[]][] {
  const next = random("sentences");
  return Array.from({ length: many }, () => {
    const meanings = [...new Set(Array.from({ length: 8 }, () => Math.floor(next() * WORDS)))];
    return [meanings.map((one) => `a${one}`), meanings.toReversed().map((one) => `b${one}`)];
  });
}

test("learnTables() learns which word is which, in both directions", () => {
  const { there, back } = learnTables(sentences(200));
  const [forth, home] = [translationTable(packTable(there)), translationTable(packTable(back))];
  for (let word = 0; word < WORDS; word += 1) {
    expect(forth.get(`a${word}`)?.[0]?.[0]).toBe(`b${word}`);
    expect(home.get(`b${word}`)?.[0]?.[0]).toBe(`a${word}`);
  }
});

test("learnTables() gives probabilities that add up to one at most, best first", () => {
  const table = translationTable(packTable(learnTables(sentences(30)).there));
  for (let word = 0; word < WORDS; word += 1) {
    const found = table.get(`a${word}`) ?? [];
    const probabilities = found.map(([, probability]) => probability);
    expect(probabilities.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(1.01);
    expect(probabilities).toEqual(probabilities.toSorted((a, b) => b - a));
    expect(found.length).toBeLessThanOrEqual(6);
  }
});

test("learnTables() leaves a word of every sentence to no other word", () => {
  const pairs = sentences(200).map(([one, other]): [string[], string[]] => [
    ["noise", ...one],
    other,
  ]);
  const table = translationTable(packTable(learnTables(pairs).there));
  expect(table.get("a7")?.[0]?.[0]).toBe("b7");
});

test("learnTables() translates hardly anything to a word that stands everywhere", () => {
  const pairs = sentences(200).map(([one, other]): [string[], string[]] => [
    one,
    ["noise", ...other],
  ]);
  const table = translationTable(packTable(learnTables(pairs).there));
  const noise = Array.from({ length: WORDS }, (_, word) =>
    (table.get(`a${word}`) ?? []).find(([stem]) => stem === "noise"),
  );
  expect(Math.max(...noise.map((found) => found?.[1] ?? 0))).toBeLessThan(0.1);
});

test("learnTables() keeps a translation that hardly holds backwards, weakly", () => {
  const apart = Array.from({ length: 120 }, (_, at): [string[], string[]] => [
    [`one${at}`],
    ["common"],
  ]);
  const { there } = learnTables([...apart, ...apart, [["rare"], ["common"]]]);
  const table = translationTable(packTable(there));
  expect(table.get("one1")?.[0]?.[0]).toBe("common");
  expect(table.get("rare")?.[0]?.[0]).toBe("common");
});

test("learnTables() of nothing is nothing", () => {
  expect(learnTables([])).toEqual({ there: [], back: [] });
  expect(learnTables([[[], ["b"]]])).toEqual({ there: [], back: [] });
});

test("translationTable() refuses what is no table", () => {
  expect(() => translationTable(packTable(["nonsense"]))).toThrow(
    'Cannot read translation "nonsense"',
  );
});
