import * as fc from "fast-check";
import { expect, test } from "vitest";
import { BestOf } from "../../../src/knowledge/search/best-of.ts";

test("BestOf keeps the best, best first, of equals the lower unit", () => {
  const some = fc.uniqueArray(
    fc.record({ unit: fc.nat(1000), score: fc.integer({ min: 1, max: 9 }) }),
    {
      selector: ({ unit }) => unit,
    },
  );
  fc.assert(
    fc.property(some, fc.integer({ min: 1, max: 12 }), (all, most) => {
      const best = new BestOf(most);
      for (const { unit, score } of all) best.offer(unit, score);
      const sorted = all.toSorted((a, b) => b.score - a.score || a.unit - b.unit).slice(0, most);
      expect(best.take()).toEqual(sorted);
      expect(best.take()).toEqual([]);
    }),
  );
});
