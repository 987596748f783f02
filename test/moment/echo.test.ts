import * as fc from "fast-check";
import { expect, test } from "vitest";

import { readInstant, toRfc3339 } from "../../src/kernel/clock.ts";
import type { Instant } from "../../src/kernel/clock.ts";
import { LOCALES } from "../../src/kernel/locale.ts";
import type { Locale } from "../../src/kernel/locale.ts";
import { ageOf, echoOf } from "../../src/moment/echo.ts";
import { readMoment } from "../../src/moment/read-moment.ts";
import { ZONE_IDS } from "../../src/moment/zones/known-zone.ts";

const NOW = Date.parse("2026-11-20T12:00:00Z") as Instant;
const at = (text: string): Instant => readInstant(text) ?? (Number.NaN as Instant);

test.each<[locale: Locale, line: string]>([
  [
    "en",
    "Tuesday 3 November 2026 14:30, Europe/Paris, UTC+01:00 (2026-11-03T13:30:00Z, 16 days ago)",
  ],
  [
    "fr",
    "mardi 3 novembre 2026 14:30, Europe/Paris, UTC+01:00 (2026-11-03T13:30:00Z, il y a 16 jours)",
  ],
  [
    "nl",
    "dinsdag 3 november 2026 14:30, Europe/Paris, UTC+01:00 (2026-11-03T13:30:00Z, 16 dagen geleden)",
  ],
  [
    "sv",
    "tisdag 3 november 2026 14:30, Europe/Paris, UTC+01:00 (2026-11-03T13:30:00Z, för 16 dagar sedan)",
  ],
])("echoOf() says everything in %s", (locale, line) => {
  const moment = { instant: at("2026-11-03T13:30:00Z"), zone: "Europe/Paris", words: "" };
  expect(echoOf(moment, { locale, now: NOW }).line).toBe(line);
});

test.each<[instant: string, age: string]>([
  ["2026-11-20T11:59:30Z", "less than a minute ago"],
  ["2026-11-20T11:59:00Z", "1 minute ago"],
  ["2026-11-20T10:01:00Z", "119 minutes ago"],
  ["2026-11-20T10:00:00Z", "2 hours ago"],
  ["2026-11-19T10:00:00Z", "26 hours ago"],
  ["2026-11-18T12:00:00Z", "2 days ago"],
  ["2026-11-22T12:00:00Z", "in 2 days"],
])("ageOf() says how long ago %s is", (instant, age) => {
  expect(ageOf(at(instant), { locale: "en", now: NOW })).toBe(age);
});

test(
  "readMoment() reads every echo back to its instant, in every language and zone",
  { timeout: 60_000 },
  () => {
    const zones = fc.oneof(
      fc.constantFrom(...ZONE_IDS),
      fc.constantFrom("UTC", "+05:30", "-03:00"),
    );
    const instants = fc.integer({ min: Date.parse("2015-01-01") / 1000, max: NOW / 1000 - 60 });
    fc.assert(
      fc.property(fc.constantFrom(...LOCALES), zones, instants, (locale, zone, seconds) => {
        const moment = { instant: (seconds * 1000) as Instant, zone, words: "" };
        const { line } = echoOf(moment, { locale, now: NOW });
        const reading = readMoment(line, { now: NOW, locale });
        const read = reading.status === "ok" ? toRfc3339(reading.moment.instant) : reading;
        expect([line, read]).toEqual([line, toRfc3339(moment.instant)]);
      }),
      { numRuns: 600 },
    );
  },
);

test("readMoment() reads the echoes of both sides of a clock change", () => {
  const changes = [
    "2026-10-25T00:30:00Z",
    "2026-10-25T01:30:00Z",
    "2026-03-29T00:59:00Z",
    "2026-03-29T01:00:00Z",
  ];
  for (const [locale, instant] of LOCALES.flatMap((one) =>
    changes.map((change) => [one, change] as const),
  )) {
    const moment = { instant: at(instant), zone: "Europe/Stockholm", words: "" };
    const reading = readMoment(echoOf(moment, { locale, now: NOW }).line, { now: NOW, locale });
    expect(reading.status === "ok" ? toRfc3339(reading.moment.instant) : reading).toBe(instant);
  }
});
