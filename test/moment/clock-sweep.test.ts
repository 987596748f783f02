import { Settings } from "luxon";
import { afterEach, expect, test } from "vitest";

import { toRfc3339 } from "../../src/kernel/clock.ts";
import type { Instant } from "../../src/kernel/clock.ts";
import type { Locale } from "../../src/kernel/locale.ts";
import { readMoment } from "../../src/moment/read-moment.ts";

/** A reading must not depend on when, where or in which season the code runs. */

const hostZone = process.env["TZ"];
const luxonNow = Settings.now;

afterEach(() => {
  Settings.now = luxonNow;
  if (hostZone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = hostZone;
});

/** Twice a month through one year, at odd hours. */
const NOWS: readonly Instant[] = Array.from(
  { length: 24 },
  (_none, step) =>
    Date.UTC(2027, Math.floor(step / 2), 3 + (step % 2) * 14, (step * 7) % 24, 17) as Instant,
);

const said = (words: string, locale: Locale, now: Instant): string => {
  const reading = readMoment(words, { now, locale });
  if (reading.status === "ok") return toRfc3339(reading.moment.instant);
  const { kind = "" } = reading.problem ?? {};
  return `${reading.status === "needs" ? `asks ${reading.missing.join("+")}` : "no"} ${kind}`.trim();
};

const FIXED: readonly (readonly [Locale, string, string])[] = [
  ["sv", "3 november 2026 kl 14.30 svensk tid", "2026-11-03T13:30:00Z"],
  ["en", "2026-07-15T14:30:00Z", "2026-07-15T14:30:00Z"],
  ["fr", "15/07/2026 à 14h30 CEST", "2026-07-15T12:30:00Z"],
  ["nl", "25 oktober 2026 02:30 Nederlandse tijd", "asks timezone dst-overlap"],
  ["fr", "25 octobre 2026 à 2h30 heure d'été de Paris", "2026-10-25T00:30:00Z"],
  ["en", "1 November 2026 01:30 New York time", "asks timezone dst-overlap"],
  ["sv", "29 mars 2026 kl 02.30 svensk tid", "no dst-gap"],
  ["en", "4 October 2026 02:10 Australia/Lord_Howe", "no dst-gap"],
  ["nl", "15 juli 2026 14.30 uur CET", "asks timezone zone-offset-mismatch"],
  ["en", "03/04/2026 10:00 London time", "asks date ambiguous-date"],
  ["fr", "mercredi 3 novembre 2026 à 14h30 heure de Paris", "asks date weekday-mismatch"],
  ["nl", "31 september 2026 10 uur UTC", "no impossible-date"],
  ["sv", "måndag v. 45 2026 kl 9 svensk tid", "2026-11-02T08:00:00Z"],
  ["en", "3 November 2026 14:30", "asks timezone"],
];

/** What counts back from now, with the days it counts. */
const COUNTED: readonly (readonly [Locale, string, string, number])[] = [
  ["sv", "igår kl 00.30 svensk tid", "Europe/Stockholm", 1],
  ["fr", "avant-hier à 0h30 heure d'Auckland", "Pacific/Auckland", 2],
  ["en", "3 days ago at 00:30 Los Angeles time", "America/Los_Angeles", 3],
  ["nl", "eergisteren om 00.30 uur tijd Kathmandu", "Asia/Kathmandu", 2],
];

const HOSTS = ["UTC", "Asia/Kolkata", "America/Sao_Paulo"];
const SEASONS = ["2027-01-15T12:00:00Z", "2027-07-15T12:00:00Z"];

test.each(HOSTS.flatMap((host) => SEASONS.map((season) => [host, season] as const)))(
  "readMoment() reads the same on a host in %s at %s",
  (host, season) => {
    process.env["TZ"] = host;
    Settings.now = () => Date.parse(season);
    expect(new Date(0).getTimezoneOffset()).toBe(
      { UTC: 0, "Asia/Kolkata": -330, "America/Sao_Paulo": 180 }[host],
    );
    for (const now of NOWS) {
      for (const [locale, words, expected] of FIXED)
        expect([now, words, said(words, locale, now)]).toEqual([now, words, expected]);
      for (const [locale, words, zone, days] of COUNTED)
        expect([now, words, said(words, locale, now)]).toEqual([now, words, back(now, zone, days)]);
      expect([now, said("3 november kl 14.30 UTC", "sv", now)]).toEqual([now, november(now)]);
    }
  },
);

const back = (now: Instant, zone: string, days: number): string =>
  toRfc3339(
    Temporal.Instant.fromEpochMilliseconds(now)
      .toZonedDateTimeISO(zone)
      .subtract({ days })
      .withPlainTime("00:30").epochMilliseconds as Instant,
  );

/** The last 3 November if it is not more than 183 days back. */
function november(now: Instant): string {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO("UTC").toPlainDate();
  const last = [today.year, today.year - 1]
    .map((year) => Temporal.PlainDate.from({ year, month: 11, day: 3 }))
    .find((date) => Temporal.PlainDate.compare(date, today) <= 0);
  if (last === undefined || last.until(today, { largestUnit: "days" }).days > 183)
    return "asks date missing-year";
  const at = Date.parse(`${last.toString()}T14:30:00Z`);
  return at > now ? "no future" : toRfc3339(at as Instant);
}
