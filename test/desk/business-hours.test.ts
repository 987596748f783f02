import { expect, test } from "vitest";
import { answerDueAt } from "../../src/desk/business-hours.ts";
import type { BusinessHours } from "../../src/desk/business-hours.ts";
import { HOUR_MS, readInstant, toRfc3339 } from "../../src/kernel/clock.ts";
import type { Instant } from "../../src/kernel/clock.ts";

const PARIS: BusinessHours = {
  zone: "Europe/Paris",
  weekdays: [1, 2, 3, 4, 5],
  from: "09:00",
  to: "17:00",
  holidays: ["2026-11-11", "2026-12-25"],
};

const at = (text: string): Instant => readInstant(text) ?? (Number.NaN as Instant);

test.each<[what: string, asked: string, due: string]>([
  ["within a day", "2026-11-20T08:30:00Z", "2026-11-20T12:30:00Z"],
  ["over the night", "2026-11-19T15:00:00Z", "2026-11-20T11:00:00Z"],
  ["over a weekend", "2026-11-20T15:00:00Z", "2026-11-23T11:00:00Z"],
  ["asked on a Saturday", "2026-11-21T10:00:00Z", "2026-11-23T12:00:00Z"],
  ["over a holiday", "2026-11-10T15:00:00Z", "2026-11-12T11:00:00Z"],
  ["asked before the desk opens", "2026-11-20T03:00:00Z", "2026-11-20T12:00:00Z"],
  ["over the end of summer time", "2026-10-23T14:00:00Z", "2026-10-26T11:00:00Z"],
])("answerDueAt() counts only the desk's hours %s", (_what, asked, due) => {
  expect(toRfc3339(answerDueAt(PARIS, at(asked), 4 * HOUR_MS))).toBe(due);
});

test("answerDueAt() refuses a desk that is never open", () => {
  expect(() => answerDueAt({ ...PARIS, weekdays: [] }, at("2026-11-20T08:30:00Z"), 1)).toThrow(
    /expected opening hours/,
  );
});
