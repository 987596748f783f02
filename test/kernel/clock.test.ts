import { expect, test } from "vitest";
import { readInstant, toRfc3339 } from "../../src/kernel/clock.ts";

test.each<[text: string, utc: string]>([
  ["2026-11-18T08:15:03Z", "2026-11-18T08:15:03Z"],
  ["2026-11-18T08:15:03+00:00", "2026-11-18T08:15:03Z"],
  ["2026-11-18T09:15:03+0100", "2026-11-18T08:15:03Z"],
  ["2026-11-18 08:15:03.250000+00:00", "2026-11-18T08:15:03.250Z"],
  ["2026-11-18T08:15+05:30", "2026-11-18T02:45:00Z"],
])("readInstant() reads %s", (text, utc) => {
  const at = readInstant(text);
  expect(at === undefined ? undefined : toRfc3339(at)).toBe(utc);
});

test.each([
  "2026-11-18",
  "2026-11-18T08:15:03",
  "2026-02-30T08:00:00Z",
  "2026-13-01T08:00:00Z",
  "yesterday",
  "",
])('readInstant() refuses "%s"', (text) => {
  expect(readInstant(text)).toBeUndefined();
});
