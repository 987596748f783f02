import { expect, test } from "vitest";
import { RecentMap } from "../../src/kernel/recent-map.ts";

test("RecentMap forgets what was not asked for lately, and nothing else", () => {
  const map = new RecentMap<number>(3);
  const KEPT = "asked for again and again";
  map.set(KEPT, -1);
  for (let at = 0; at < 100; at += 1) {
    map.set(`word ${at}`, at);
    expect(map.get(KEPT)).toBe(-1);
  }
  expect(map.get("word 99")).toBe(99);
  expect(map.get("word 98")).toBe(98);
  const held = Array.from({ length: 100 }, (_, at) => map.get(`word ${at}`) ?? []).flat();
  expect(held.length).toBeLessThanOrEqual(6);
  map.clear();
  expect(map.get(KEPT)).toBeUndefined();
});
