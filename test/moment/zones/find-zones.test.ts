import { expect, test } from "vitest";

import type { Instant } from "../../../src/kernel/clock.ts";
import { LOCALES } from "../../../src/kernel/locale.ts";
import type { Locale } from "../../../src/kernel/locale.ts";
import { checkWallClock } from "../../../src/moment/moment.ts";
import { findZones } from "../../../src/moment/zones/find-zones.ts";

const NOVEMBER = Date.parse("2026-11-18T12:00:00Z") as Instant;
const JULY = Date.parse("2026-07-18T12:00:00Z") as Instant;

test.each<[locale: Locale, typed: string, label: string, value: string]>([
  ["sv", "stock", "Stockholm (UTC+1)", "Europe/Stockholm"],
  ["sv", "kalkutta", "Kalkutta (UTC+5:30)", "Asia/Kolkata"],
  ["sv", "köpen", "Köpenhamn (UTC+1)", "Europe/Copenhagen"],
  ["sv", "kopen", "Köpenhamn (UTC+1)", "Europe/Copenhagen"],
  ["sv", "svensk tid", "Stockholm (UTC+1)", "Europe/Stockholm"],
  ["fr", "heure de Par", "Paris (UTC+1)", "Europe/Paris"],
  ["fr", "Genève", "Genève (UTC+1)", "Europe/Zurich"],
  ["fr", "CET", "Paris (UTC+1)", "Europe/Paris"],
  ["sv", "CET", "Stockholm (UTC+1)", "Europe/Stockholm"],
  ["nl", "Nederlandse tijd", "Amsterdam (UTC+1)", "Europe/Amsterdam"],
  ["nl", "londen", "Londen (UTC)", "Europe/London"],
  ["en", "united k", "London (UTC)", "Europe/London"],
  ["en", "+02", "UTC+02:00", "UTC+02:00"],
  ["en", "UTC-5", "UTC-05:00", "UTC-05:00"],
  ["en", "5:30", "UTC+05:30", "UTC+05:30"],
  ["en", "utc", "UTC", "UTC+00:00"],
  ["en", "Asia/Calcutta", "Kolkata (UTC+5:30)", "Asia/Kolkata"],
])("findZones() in %s finds %j first as %s", (locale, typed, label, value) => {
  expect(findZones(typed, { locale, at: NOVEMBER })[0]).toEqual({ label, value });
});

test("findZones() shows the offset of the chosen date", () => {
  const [first] = findZones("Stockholm", { locale: "sv", at: JULY });
  expect(first?.label).toBe("Stockholm (UTC+2)");
});

test("findZones() lists the zones of an offset behind the offset itself, the language's first", () => {
  const labels = findZones("+01:00", { locale: "sv", at: NOVEMBER }).map(({ label }) => label);
  expect(labels.slice(0, 2)).toEqual(["UTC+01:00", "Stockholm (UTC+1)"]);
});

test("findZones() begins with the zone of the profile while nothing is typed", () => {
  const search = { locale: "nl", at: NOVEMBER, profileZone: "Europe/Brussels", limit: 3 } as const;
  const options = findZones("", search);
  expect(options[0]).toEqual({ label: "Brussel (UTC+1)", value: "Europe/Brussels" });
  expect(options).toHaveLength(3);
});

test("findZones() finds nothing for what is no zone", () => {
  expect(findZones("zzz", { locale: "en", at: NOVEMBER })).toEqual([]);
  expect(findZones("+99", { locale: "en", at: NOVEMBER })).toEqual([]);
});

test("findZones() offers only zones that a wall clock accepts", () => {
  const options = LOCALES.flatMap((locale) =>
    ["", "+05:30", "CET", "s", "utc"].flatMap((typed) =>
      findZones(typed, { locale, at: NOVEMBER }),
    ),
  );
  for (const { value: zone } of options) {
    const clock = { date: "2026-11-03", time: "14:30", zone, words: "" };
    expect([zone, checkWallClock(clock).ok]).toEqual([zone, true]);
  }
});
