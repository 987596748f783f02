import { describe, expect, test } from "vitest";
import { AUTOMATIC_SCHEDULE } from "../../src/adapters/engines/local/automatic-schedule.ts";
import { DAY_MS, HOUR_MS, type Instant } from "../../src/kernel/clock.ts";
import { isSnapshotDue } from "../../src/restore/due-snapshot.ts";
import type { RetentionSchedule } from "../../src/restore/retention-schedule.ts";
import { spacingMs } from "../../src/restore/spacing-ms.ts";
import { thinOut } from "../../src/restore/thin-out.ts";
import { aSnapshot } from "../support/a-snapshot.ts";

const START = Date.UTC(2026, 0, 1, 0, 20);
const at = (ms: number) => ms as Instant;

const hourly: RetentionSchedule = {
  id: "h",
  appliesTo: "t",
  sources: [],
  rows: [
    { label: "hourly", fromDay: 1, toDay: 2, spacing: "PT1H" },
    { label: "daily", fromDay: 3, toDay: 10, spacing: "P1D" },
    { label: "nothing", fromDay: 12, toDay: 13, spacing: null },
  ],
};

const ids = (kept: readonly { id: string }[]) => kept.map(({ id }) => id);

describe("thinOut()", () => {
  const now = at(100 * DAY_MS);
  const aged = (id: string, days: number, more = {}) => aSnapshot(id, now - days * DAY_MS, more);

  test("keeps the oldest of a day and drops the others of it", () => {
    const all = [aged("late", 4.2), aged("early", 4.9), aged("middle", 4.5), aged("new", 0)];
    const { keep, drop } = thinOut(all, hourly, { now });
    expect([ids(keep), ids(drop)]).toEqual([
      ["early", "new"],
      ["middle", "late"],
    ]);
  });
  test("keeps everything of a row for which nothing is documented", () => {
    const all = [aged("a", 11.5), aged("b", 11.6), aged("new", 0)];
    expect(ids(thinOut(all, hourly, { now }).keep)).toEqual(["b", "a", "new"]);
  });
  test.each<[why: string, thinning: object, more: object]>([
    ["locked", {}, { locked: true }],
    ["in-use", { inUse: new Set(["x"]) }, {}],
    ["newest-verified", { newestVerified: "x" }, {}],
  ])("never drops one that is %s", (why, thinning, more) => {
    const all = [aged("x", 50, more), aged("new", 0)];
    expect(thinOut(all, hourly, { now, ...thinning }).refused).toEqual([
      { id: "x", to: now - 50 * DAY_MS, reason: why },
    ]);
  });
  test("never drops the newest, however old", () => {
    expect(thinOut([aged("x", 90)], hourly, { now }).refused).toMatchObject([{ reason: "newest" }]);
  });
  test("drops what is older than every row", () => {
    expect(ids(thinOut([aged("x", 90), aged("new", 0)], hourly, { now }).drop)).toEqual(["x"]);
  });
});

/** Runs the scheduler on paper, thinning out every hour, and gives what is held in the end. */
function simulate(days: number, running: (hour: number) => boolean, schedule = AUTOMATIC_SCHEDULE) {
  let held: number[] = [];
  let now = START;
  for (let hour = 0; hour < days * 24; hour += 1) {
    now = START + hour * HOUR_MS;
    if (!running(hour)) continue;
    const ends = held.map(at);
    if (isSnapshotDue(schedule, ends, at(now))) held.push(now);
    const snapshots = held.map((to) => aSnapshot(String(to), to));
    const { keep, refused } = thinOut(snapshots, schedule, { now: at(now) });
    held = [...keep, ...refused].map(({ to }) => to);
  }
  return { held: held.toSorted((a, b) => a - b), now };
}

/** The worst distance back to a snapshot from any moment inside a row. */
function worstGap(
  held: readonly number[],
  now: number,
  [fromDay, toDay]: readonly [number, number],
) {
  const oldest = now - toDay * DAY_MS;
  const newest = now - (fromDay - 1) * DAY_MS;
  const moments = [newest, ...held.map((to) => to - 1)].filter(
    (moment) => moment > oldest && moment <= newest,
  );
  const gaps = moments.map((moment) => moment - (held.findLast((to) => to <= moment) ?? -Infinity));
  return Math.max(...gaps);
}

describe("400 days of automatic snapshots", () => {
  const always = simulate(400, () => true);

  test.each(AUTOMATIC_SCHEDULE.rows.map((row) => [row.label, row] as const))(
    "leave no gap above the spacing of the row %s",
    (_label, { fromDay, toDay, spacing }) => {
      const promised = spacing === null ? 0 : spacingMs(spacing);
      const worst = worstGap(always.held, always.now, [fromDay, toDay ?? fromDay]);
      expect(worst).toBeLessThanOrEqual(promised);
      expect(worst).toBeGreaterThan(promised * 0.9);
    },
  );
  test("hold few snapshots in the end", () => {
    expect(always.held.length).toBeGreaterThan(72);
    expect(always.held.length).toBeLessThan(110);
  });
  test("thinned out once more lose nothing", () => {
    const snapshots = always.held.map((to) => aSnapshot(String(to), to));
    const now = at(always.now);
    expect(thinOut(snapshots, AUTOMATIC_SCHEDULE, { now }).drop).toEqual([]);
  });
  test("with a day off every week leave at most that day more", () => {
    const { held, now } = simulate(200, (hour) => Math.floor(hour / 24) % 7 !== 6);
    for (const { fromDay, toDay, spacing } of AUTOMATIC_SCHEDULE.rows) {
      const promised = spacing === null ? 0 : spacingMs(spacing);
      const worst = worstGap(held, now, [fromDay, toDay ?? fromDay]);
      expect(worst).toBeLessThanOrEqual(promised + DAY_MS + HOUR_MS);
    }
  });
});

describe("isSnapshotDue()", () => {
  const now = at(START);
  const slot = Math.floor(START / HOUR_MS) * HOUR_MS;
  test.each<[what: string, ends: readonly number[], due: boolean]>([
    ["nothing exists", [], true],
    ["the last one is of the slot before", [slot - 1], true],
    ["one ended at the first instant of the slot", [slot], false],
    ["one ended in the slot", [slot + 10], false],
    ["a wrong clock left one in the future", [now + DAY_MS], true],
    ["ten slots were missed: one is taken", [now - 10 * HOUR_MS], true],
  ])("where %s", (_what, ends, due) => {
    expect(isSnapshotDue(AUTOMATIC_SCHEDULE, ends.map(at), now)).toBe(due);
  });
  test("is never true for a schedule that documents nothing", () => {
    const rows = [{ label: "x", fromDay: 1, toDay: 2, spacing: null }];
    expect(isSnapshotDue({ ...AUTOMATIC_SCHEDULE, rows }, [], now)).toBe(false);
  });
});
