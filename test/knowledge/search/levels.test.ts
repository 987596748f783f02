import * as fc from "fast-check";
import { expect, test } from "vitest";
import { LEVELS, slotOf } from "../../../src/knowledge/search/levels.ts";

test("slotOf() finds every level itself", () => {
  expect(LEVELS.map(slotOf)).toEqual([...LEVELS.keys()]);
});

test.each<[frequency: number, level: number]>([
  [1.2, 1.3],
  [200, 80],
  [0.01, 0.3],
  [2.2, 2],
])("slotOf() puts %d to %d", (frequency, level) => {
  expect(LEVELS[slotOf(frequency)]).toBe(level);
});

test("slotOf() is always a whole number within the levels", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (frequency) => {
      const slot = slotOf(frequency);
      expect([...LEVELS.keys()]).toContain(slot);
    }),
  );
});
