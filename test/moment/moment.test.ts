import { expect, test } from "vitest";

import { readInstant } from "../../src/kernel/clock.ts";
import type { Instant } from "../../src/kernel/clock.ts";
import { checkWallClock } from "../../src/moment/moment.ts";
import type { MomentProblem } from "../../src/moment/moment-problem.ts";
import type { WallClock } from "../../src/moment/wall-clock.ts";

const SE = "Europe/Stockholm";
const HALF = "Australia/Lord_Howe";

const at = (text: string): Instant => {
  const instant = readInstant(text);
  if (instant === undefined) throw new Error(`Cannot read instant "${text}": expected RFC 3339`);
  return instant;
};

const wallClock = (clock: string, zone: string): WallClock => {
  const [date = "", time = ""] = clock.split(" ");
  return { date, time, zone, words: clock };
};

const overlap = (zone: string, first: string, second: string): MomentProblem => ({
  kind: "dst-overlap",
  first: at(first),
  second: at(second),
  zone,
});

const gap = (typed: string, zone: string, instants: readonly string[]): MomentProblem => {
  const [earlier = "", later = "", jump = ""] = instants;
  return { kind: "dst-gap", typed, zone, earlier: at(earlier), later: at(later), jump: at(jump) };
};

test.each<[what: string, clock: string, zone: string, problem: MomentProblem]>([
  [
    "a gap",
    "2026-03-29 02:30",
    SE,
    gap("2026-03-29 02:30", SE, [
      "2026-03-29T00:30:00Z",
      "2026-03-29T01:30:00Z",
      "2026-03-29T01:00:00Z",
    ]),
  ],
  [
    "a half-hour gap",
    "2026-10-04 02:15",
    HALF,
    gap("2026-10-04 02:15", HALF, [
      "2026-10-03T15:15:00Z",
      "2026-10-03T15:45:00Z",
      "2026-10-03T15:30:00Z",
    ]),
  ],
  [
    "a whole day that was skipped",
    "2011-12-30 10:00",
    "Pacific/Apia",
    gap("2011-12-30 10:00", "Pacific/Apia", [
      "2011-12-29T20:00:00Z",
      "2011-12-30T20:00:00Z",
      "2011-12-30T10:00:00Z",
    ]),
  ],
  [
    "an overlap",
    "2026-10-25 02:30",
    SE,
    overlap(SE, "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"),
  ],
  [
    "a half-hour overlap",
    "2026-04-05 01:45",
    HALF,
    overlap(HALF, "2026-04-04T14:45:00Z", "2026-04-04T15:15:00Z"),
  ],
  ["a day that is not", "2026-02-30 10:00", SE, { kind: "impossible-date", typed: "2026-02-30" }],
  ["an hour that is not", "2026-01-15 25:10", SE, { kind: "impossible-time", typed: "25:10" }],
  ["the end of a day", "2026-01-15 24:00", SE, { kind: "impossible-time", typed: "24:00" }],
  ["an abbreviation", "2026-01-15 10:00", "CEST", { kind: "unknown-zone", zone: "CEST" }],
  [
    "an offset nobody keeps",
    "2026-01-15 10:00",
    "+15:00",
    { kind: "unknown-zone", zone: "+15:00" },
  ],
  [
    "an offset of 75 minutes",
    "2026-01-15 10:00",
    "+00:75",
    { kind: "unknown-zone", zone: "+00:75" },
  ],
])("checkWallClock() refuses %s", (_what, clock, zone, problem) => {
  expect(checkWallClock(wallClock(clock, zone))).toEqual({ ok: false, problem });
});

test.each<[what: string, clock: string, zone: string, moment: readonly [string, string]]>([
  ["a winter time", "2026-11-03 14:30", SE, ["2026-11-03T13:30:00Z", SE]],
  ["a summer time", "2026-07-03 14:30", SE, ["2026-07-03T12:30:00Z", SE]],
  ["seconds", "2026-11-03 14:30:15", SE, ["2026-11-03T13:30:15Z", SE]],
  ["seconds of nought", "2026-11-03 14:30:00", SE, ["2026-11-03T13:30:00Z", SE]],
  ["an offset", "2026-11-03 14:30", "-05:00", ["2026-11-03T19:30:00Z", "-05:00"]],
  [
    "an offset as the picker says it",
    "2026-11-03 14:30",
    "UTC+05:30",
    ["2026-11-03T09:00:00Z", "+05:30"],
  ],
  ["UTC", "2026-11-03 14:30", "UTC", ["2026-11-03T14:30:00Z", "UTC"]],
  ["a former name", "2026-11-03 14:30", "Asia/Calcutta", ["2026-11-03T09:00:00Z", "Asia/Kolkata"]],
  ["the edge after a gap", "2026-03-29 03:00", SE, ["2026-03-29T01:00:00Z", SE]],
  ["the edge after an overlap", "2026-10-25 03:00", SE, ["2026-10-25T02:00:00Z", SE]],
  [
    "a time before a later change of rules",
    "2023-03-25 23:59",
    "America/Scoresbysund",
    ["2023-03-26T00:59:00Z", "America/Scoresbysund"],
  ],
])("checkWallClock() accepts %s", (_what, clock, zone, [instant, kept]) => {
  const moment = { instant: at(instant), zone: kept, words: clock };
  expect(checkWallClock(wallClock(clock, zone))).toEqual({ ok: true, value: moment });
});
