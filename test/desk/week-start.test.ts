import { expect, test } from "vitest";
import { nextWeek } from "../../src/desk/week-start.ts";
import type { BusinessHours } from "../../src/desk/business-hours.ts";
import type { Instant } from "../../src/kernel/clock.ts";

const hours = (more: Partial<BusinessHours> = {}): BusinessHours => ({
  zone: "Europe/Stockholm",
  weekdays: [1, 2, 3, 4, 5],
  from: "09:00",
  to: "17:00",
  holidays: [],
  ...more,
});

const at = (text: string) => Date.parse(text) as Instant;

test.each<
  [what: string, now: string, more: Partial<BusinessHours>, monday: string, begins: string]
>([
  ["on a Saturday", "2026-11-21T12:00Z", {}, "2026-11-23", "2026-11-23T08:00Z"],
  ["early on Monday", "2026-11-23T07:59Z", {}, "2026-11-23", "2026-11-23T08:00Z"],
  ["as Monday opens", "2026-11-23T08:00Z", {}, "2026-11-30", "2026-11-30T08:00Z"],
  [
    "on Sunday evening in Auckland",
    "2026-11-22T10:59Z",
    { zone: "Pacific/Auckland" },
    "2026-11-23",
    "2026-11-22T20:00Z",
  ],
  ["before the clocks change", "2026-10-24T12:00Z", {}, "2026-10-26", "2026-10-26T08:00Z"],
  ["before they change back", "2026-03-28T12:00Z", {}, "2026-03-30", "2026-03-30T07:00Z"],
  [
    "where Monday is a holiday",
    "2026-11-21T12:00Z",
    { holidays: ["2026-11-23"] },
    "2026-11-23",
    "2026-11-24T08:00Z",
  ],
  [
    "where Mondays are off",
    "2026-11-23T10:00Z",
    { weekdays: [3] },
    "2026-11-23",
    "2026-11-25T08:00Z",
  ],
  [
    "where the week is off",
    "2026-11-21T12:00Z",
    { weekdays: [1], holidays: ["2026-11-23"] },
    "2026-11-30",
    "2026-11-30T08:00Z",
  ],
])("nextWeek() %s", (_what, now, more, monday, begins) => {
  expect(nextWeek(hours(more), at(now))).toEqual({ monday, begins: at(begins) });
});

test("nextWeek() refuses a desk that never opens", () => {
  expect(() => nextWeek(hours({ weekdays: [] }), at("2026-11-21T12:00Z"))).toThrow("opening hours");
});
