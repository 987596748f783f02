import { expect, test } from "vitest";
import type { Fusion } from "../../../src/knowledge/search/fuse.ts";
import { dilutionOf, fuseArticles, strongest } from "../../../src/knowledge/search/fuse.ts";
import { ScoreSheet } from "../../../src/knowledge/search/score-sheet.ts";

type Scores = Readonly<Record<number, number>>;

function sheetOf(scores: Scores): ScoreSheet {
  const sheet = new ScoreSheet(10);
  for (const [number, score] of Object.entries(scores)) sheet.add(Number(number), score);
  return sheet;
}

const fusion = (own: Scores, sv: Scores, owned: readonly number[] = []): Fusion => ({
  own: sheetOf(own),
  foreign: [{ locale: "sv", scores: sheetOf(sv) }],
  isOwn: (article) => owned.includes(article),
});

function fused(one: Fusion): ScoreSheet {
  const into = new ScoreSheet(10);
  fuseArticles(one, dilutionOf(one), into);
  return into;
}

test("dilutionOf() is the middle of what own articles score in both, within bounds", () => {
  expect(dilutionOf(fusion({ 1: 0.6, 2: 0.6, 3: 0.6 }, { 1: 0.5, 2: 0.4, 3: 0.6 }))).toBeCloseTo(
    1.2,
  );
  expect(dilutionOf(fusion({ 1: 0.9, 2: 0.9 }, { 1: 0.1, 2: 0.1 }))).toBe(1.5);
  expect(dilutionOf(fusion({ 1: 0.1, 2: 0.1 }, { 1: 0.9, 2: 0.9 }))).toBe(0.9);
  expect(dilutionOf(fusion({ 1: 0.9 }, { 1: 0.1 }))).toBe(1.1);
});

test("fuseArticles() judges an article in the asker's language, helped by its translation", () => {
  const sheet = fused(fusion({ 1: 0.5, 2: 0.5 }, { 2: 0.7 }, [1, 2]));
  expect(sheet.best(2).map(({ unit }) => unit)).toEqual([2, 1]);
  expect(sheet.get(1)).toBe(0.5);
});

test("fuseArticles() gives an article of another language its full weight", () => {
  const one = fusion({ 1: 0.5 }, { 1: 0.45, 9: 0.6 }, [1]);
  expect(fused(one).best(1)).toMatchObject([{ unit: 9 }]);
  expect(strongest(one.foreign, 9)).toEqual({ locale: "sv", score: 0.6 });
  expect(strongest(one.foreign, 5)).toBeUndefined();
});

test("ScoreSheet adds up, knows what has a score, and is clean after clear()", () => {
  const sheet = sheetOf({ 3: 0.5, 7: 0.25 });
  sheet.add(7, 0.5);
  sheet.add(-1, 1);
  sheet.add(10, 1);
  sheet.add(2, 0);
  expect([...sheet.numbers()]).toEqual([3, 7]);
  expect(sheet.best(5)).toEqual([
    { unit: 7, score: 0.75 },
    { unit: 3, score: 0.5 },
  ]);
  sheet.clear();
  expect([sheet.get(7), sheet.best(5)]).toEqual([0, []]);
});
