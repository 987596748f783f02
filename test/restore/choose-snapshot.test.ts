import { array, assert, boolean, integer, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import type { Instant } from "../../src/kernel/clock.ts";
import { chooseSnapshot } from "../../src/restore/choose-snapshot.ts";
import type { Snapshot } from "../../src/restore/snapshot.ts";
import { aSnapshot } from "../support/a-snapshot.ts";

const instant = (ms: number) => ms as Instant;
const NOW = instant(1_000_000);

const choose = (snapshots: readonly Snapshot[], moment: number, more = {}) =>
  chooseSnapshot(snapshots, { moment: instant(moment), now: NOW, ...more });

const chosen = (snapshots: readonly Snapshot[], moment: number, more = {}) => {
  const found = choose(snapshots, moment, more);
  return found.ok ? found.value.before.id : found.problem.kind;
};

const span = (from: number, to: number) => ({
  pointInTime: { from: instant(from), to: instant(to) },
});

describe("chooseSnapshot()", () => {
  test.each<[what: string, snapshots: readonly Snapshot[], moment: number, id: string]>([
    ["the one that ends exactly then", [aSnapshot("a", 500)], 500, "a"],
    ["none that ends a millisecond later", [aSnapshot("a", 501)], 500, "no-snapshot-before"],
    ["the newest before", [aSnapshot("a", 100), aSnapshot("b", 400)], 500, "b"],
    [
      "by its end, not its beginning",
      [aSnapshot("a", 300, span(290, 300)), aSnapshot("b", 600, span(10, 600))],
      500,
      "a",
    ],
    [
      "at a tie the later beginning",
      [aSnapshot("a", 300, span(100, 300)), aSnapshot("b", 300, span(200, 300))],
      500,
      "b",
    ],
    ["at a full tie the smaller id", [aSnapshot("b", 300), aSnapshot("a", 300)], 500, "a"],
    [
      "none that is being made",
      [aSnapshot("a", 300, { state: "creating" })],
      500,
      "no-snapshot-before",
    ],
    [
      "none that is archived",
      [aSnapshot("a", 300, { state: "archived" })],
      500,
      "no-snapshot-before",
    ],
    ["none that has expired", [aSnapshot("a", 300, { expiresAt: NOW })], 500, "no-snapshot-before"],
    ["one that expires later", [aSnapshot("a", 300, { expiresAt: instant(NOW + 1) })], 500, "a"],
    ["nothing in the future", [aSnapshot("a", 300)], NOW + 60_001, "in-the-future"],
    ["at the edge of our patience", [aSnapshot("a", 300)], NOW + 60_000, "a"],
  ])("takes %s", (_what, snapshots, moment, id) => {
    expect(chosen(snapshots, moment)).toBe(id);
  });

  test("wants a snapshot to outlive twice the estimate", () => {
    const soon = [aSnapshot("a", 300, { expiresAt: instant(NOW + 2000) })];
    expect(chosen(soon, 500, { estimateMs: 1000 })).toBe("no-snapshot-before");
    expect(chosen(soon, 500, { estimateMs: 999 })).toBe("a");
  });
  test("says what was rejected and why, and the next later one", () => {
    const all = [
      aSnapshot("old", 100),
      aSnapshot("bad", 300, { state: "error" }),
      aSnapshot("next", 700),
      aSnapshot("last", 900),
    ];
    expect(choose(all, 500)).toMatchObject({
      ok: true,
      value: {
        gapMs: 400,
        nextLater: { id: "next" },
        rejected: [
          { id: "bad", why: "not-available" },
          { id: "next", why: "after-the-moment" },
          { id: "last", why: "after-the-moment" },
        ],
      },
    });
  });
  test("names earliest and latest where nothing is before", () => {
    const all = [aSnapshot("b", 900), aSnapshot("a", 700)];
    expect(choose(all, 500)).toEqual({
      ok: false,
      problem: { kind: "no-snapshot-before", earliest: 700, latest: 900 },
    });
  });
  test.each([
    ["after", "after-the-moment"],
    ["gone", "not-found"],
    ["broken", "not-available"],
  ])("says why the named one %s may not serve", (id, why) => {
    const all = [aSnapshot("after", 600), aSnapshot("broken", 300, { state: "error" })];
    expect(choose(all, 500, { snapshotId: id })).toEqual({
      ok: false,
      problem: { kind: "snapshot-not-eligible", id, why },
    });
  });

  test("never gives anything from after the moment, in whatever order", () => {
    const snapshots = array(record({ to: integer({ min: 0, max: 100 }), available: boolean() }));
    const check = (made: readonly { to: number; available: boolean }[], moment: number) => {
      const all = made.map(({ to, available }, at) =>
        aSnapshot(`s${at}`, to, { state: available ? "available" : "error" }),
      );
      const good = made.filter(({ to, available }) => available && to <= moment);
      const found = choose(all, moment);
      const again = choose(all.toReversed(), moment);
      expect(again.ok && found.ok ? again.value.before : again.ok).toEqual(
        found.ok ? found.value.before : false,
      );
      expect(found.ok ? found.value.before.pointInTime.to : undefined).toBe(
        good.length === 0 ? undefined : Math.max(...good.map(({ to }) => to)),
      );
    };
    assert(property(snapshots, integer({ min: 0, max: 100 }), check));
  });
});
