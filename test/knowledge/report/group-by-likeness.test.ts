import { expect, test } from "vitest";
import { groupByLikeness } from "../../../src/knowledge/report/group-by-likeness.ts";
import type { Locale } from "../../../src/kernel/locale.ts";

const groups = (...all: (readonly [words: string, locale: Locale])[]) =>
  groupByLikeness(all.map(([words, locale]) => ({ words, locale }))).map((group) =>
    group.map(({ words }) => words),
  );

test("groupByLikeness() puts the same question in other words together, the largest group first", () => {
  const found = groups(
    ["does a snapshot hold Fastly settings?", "en"],
    ["are Redis queues in snapshots?", "en"],
    ["is Redis queue in a snapshot", "en"],
    ["are the queues of Redis in the snapshot?", "en"],
  );
  expect(found.map((group) => group.length)).toEqual([3, 1]);
});

test("groupByLikeness() keeps different questions apart", () => {
  expect(groups(["are snapshots on tape?", "en"], ["who pays for snapshots?", "en"])).toHaveLength(
    2,
  );
});

test("groupByLikeness() keeps languages apart", () => {
  expect(groups(["Redis ?", "fr"], ["Redis?", "en"])).toEqual([["Redis ?"], ["Redis?"]]);
});
