import { expect, test } from "vitest";
import { DAY_MS, HOUR_MS, type Instant } from "../../src/kernel/clock.ts";
import type { RetentionSchedule } from "../../src/restore/retention-schedule.ts";
import { rowFor } from "../../src/restore/row-for.ts";

/** As published for Pro staging and production: nothing for week 7. */
const PUBLISHED: RetentionSchedule = {
  id: "published",
  appliesTo: "pro",
  sources: [],
  rows: [
    { label: "hourly", fromDay: 1, toDay: 3, spacing: "PT1H" },
    { label: "daily", fromDay: 4, toDay: 7, spacing: "P1D" },
    { label: "weekly", fromDay: 8, toDay: 42, spacing: "P7D" },
    { label: "week 7", fromDay: 43, toDay: 49, spacing: null },
    { label: "bi-weekly", fromDay: 50, toDay: 84, spacing: "P14D" },
    { label: "monthly", fromDay: 85, toDay: 150, spacing: "P30D" },
  ],
};
const NOW = (1000 * DAY_MS) as Instant;
const told = (age: number) => rowFor(PUBLISHED, (NOW - age) as Instant, NOW);

test.each<[age: number, row: string, quoted: string, gapMs: number]>([
  [0, "hourly", "hourly", HOUR_MS],
  [3 * DAY_MS - HOUR_MS - 1, "hourly", "hourly", HOUR_MS],
  [3 * DAY_MS - HOUR_MS, "hourly", "daily", DAY_MS],
  [3 * DAY_MS - 1, "hourly", "daily", DAY_MS],
  [3 * DAY_MS, "daily", "daily", DAY_MS],
  [6.5 * DAY_MS, "daily", "weekly", 7 * DAY_MS],
  [7 * DAY_MS, "weekly", "weekly", 7 * DAY_MS],
  [49 * DAY_MS, "bi-weekly", "bi-weekly", 14 * DAY_MS],
  [149 * DAY_MS, "monthly", "monthly", 30 * DAY_MS],
])("rowFor() at an age of %i ms is %s and quotes %s", (age, row, quoted, largestGapMs) => {
  expect(told(age)).toMatchObject({
    kind: "documented",
    row: { label: row },
    quoted: { label: quoted },
    largestGapMs,
  });
});

test("rowFor() says until when a moment stays in its row", () => {
  expect(told(2 * DAY_MS)).toMatchObject({ until: NOW + DAY_MS });
});
test.each([42, 45, 48.9])("rowFor() knows nothing documented for day %d", (days) => {
  expect(told(days * DAY_MS)).toMatchObject({ kind: "not-documented" });
});
test("rowFor() does not quote a spacing into a row where nothing is documented", () => {
  expect(told(41 * DAY_MS)).toMatchObject({ kind: "not-documented", row: { label: "weekly" } });
});
test.each([150, 400])("rowFor() at %i days is out of retention", (days) => {
  const earliest = NOW - 150 * DAY_MS;
  expect(told(days * DAY_MS)).toEqual({ kind: "out-of-retention", earliest });
});
