import * as fc from "fast-check";
import { expect, test } from "vitest";

import { toRfc3339 } from "../../src/kernel/clock.ts";
import type { Instant } from "../../src/kernel/clock.ts";
import { LOCALES } from "../../src/kernel/locale.ts";
import type { Locale } from "../../src/kernel/locale.ts";
import { readMoment } from "../../src/moment/read-moment.ts";
import type { Context, Reading } from "../../src/moment/reading.ts";

const NOW = Date.parse("2026-11-20T12:00:00Z") as Instant;

/** A reading in one line: the instant, or what is asked or refused. */
function said(words: string, locale: Locale, more: Partial<Context> = {}): string {
  return inShort(readMoment(words, { now: NOW, locale, ...more }));
}

function inShort(reading: Reading): string {
  if (reading.status === "ok") return toRfc3339(reading.moment.instant);
  if (reading.status === "reject") return `no: ${reading.problem.kind}`;
  const kind = reading.problem === undefined ? "" : ` ${reading.problem.kind}`;
  return `asks ${reading.missing.join("+")}${kind}`;
}

test.each<[locale: Locale, words: string, reading: string]>([
  // dates
  ["en", "2026-11-12 22:05 Europe/Paris", "2026-11-12T21:05:00Z"],
  ["sv", "2026-W46-2 09:00 UTC", "2026-11-10T09:00:00Z"],
  ["fr", "05/06/2026 10h UTC", "2026-06-05T10:00:00Z"],
  ["nl", "05/06/2026 10u UTC", "2026-06-05T10:00:00Z"],
  ["en", "05/06/2026 10:00 UTC", "asks date ambiguous-date"],
  ["en", "05/05/2026 10:00 UTC", "2026-05-05T10:00:00Z"],
  ["en", "05/17/2026 10:00 UTC", "2026-05-17T10:00:00Z"],
  ["fr", "05/17/2026 10h UTC", "asks date ambiguous-date"],
  ["fr", "05/06/26 10h UTC", "2026-06-05T10:00:00Z"],
  ["sv", "05/06/26 kl 10 UTC", "asks date ambiguous-date"],
  ["en", "July 9th at 10:00 UTC", "2026-07-09T10:00:00Z"],
  ["en", "9 April at 10:00 UTC", "asks date missing-year"],
  ["nl", "29 februari om 10 uur UTC", "asks date missing-year"],
  ["fr", "avant-hier à 10h UTC", "2026-11-18T10:00:00Z"],
  ["nl", "eergisteren 10 uur UTC", "2026-11-18T10:00:00Z"],
  ["sv", "i förrgår kl 10 UTC", "2026-11-18T10:00:00Z"],
  ["en", "the day before yesterday at 10:00 UTC", "2026-11-18T10:00:00Z"],
  ["en", "yesterday 23:00 Pacific/Auckland", "2026-11-20T10:00:00Z"],
  ["sv", "i onsdags kl 10 UTC", "2026-11-18T10:00:00Z"],
  ["en", "Friday 10:00 UTC", "2026-11-13T10:00:00Z"],
  ["en", "last Wednesday 10:00 UTC", "asks date ambiguous-date"],
  ["en", "last Friday 10:00 UTC", "2026-11-13T10:00:00Z"],
  ["nl", "vorige week woensdag 10 uur UTC", "2026-11-11T10:00:00Z"],
  ["sv", "torsdag v. 44 kl 10 UTC", "2026-10-29T10:00:00Z"],
  ["fr", "semaine 44 à 10h UTC", "asks date incomplete-date"],
  ["fr", "nuit du 3 au 4 novembre à 1h30 UTC", "2026-11-04T01:30:00Z"],
  ["fr", "nuit du 3 au 4 novembre à 23h UTC", "2026-11-03T23:00:00Z"],
  ["sv", "natten mot den 4 november kl 23 UTC", "2026-11-03T23:00:00Z"],
  ["nl", "vannacht om 1 uur UTC", "2026-11-20T01:00:00Z"],
  ["en", "last night at 11pm UTC", "2026-11-19T23:00:00Z"],
  ["en", "tonight at 2am UTC", "asks time ambiguous-time"],
  ["fr", "jeudi 18 novembre 2026 à 10h UTC", "asks date weekday-mismatch"],
  ["nl", "31 november 2026 10 uur UTC", "no: impossible-date"],
  ["fr", "le 5 ou le 6 novembre à 10h UTC", "asks date multiple"],
  ["nl", "5 of 6 november om 10 uur UTC", "asks date multiple"],
  ["en", "5-6 November at 10:00 UTC", "asks date multiple"],
  ["fr", "mar 3 nov 2026 à 10h UTC", "2026-11-03T10:00:00Z"],
  ["fr", "mar 4 nov 2026 à 10h UTC", "asks date weekday-mismatch"],
  ["en", "17 November 2026 10:00 UTC, 3 days ago", "2026-11-17T10:00:00Z"],
  ["en", "17 November 2026 10:00 UTC, 5 days ago", "asks date multiple"],
  ["en", "19 November 2026 10:00 UTC, 26 hours ago", "2026-11-19T10:00:00Z"],
  ["en", "19 November 2026 10:00 UTC, 5 hours ago", "asks date multiple"],
  // times
  ["fr", "hier 8h05 UTC", "2026-11-19T08:05:00Z"],
  ["nl", "gisteren 8u05 UTC", "2026-11-19T08:05:00Z"],
  ["sv", "igår kl. 8.05 UTC", "2026-11-19T08:05:00Z"],
  ["en", "yesterday 0805Z", "2026-11-19T08:05:00Z"],
  ["en", "yesterday 8:05 UTC", "asks time ambiguous-time"],
  ["en", "yesterday 8:05 pm UTC", "2026-11-19T20:05:00Z"],
  ["en", "yesterday 12 am UTC", "2026-11-19T00:00:00Z"],
  ["en", "yesterday 12 pm UTC", "2026-11-19T12:00:00Z"],
  ["en", "yesterday 15:00 pm UTC", "2026-11-19T15:00:00Z"],
  ["en", "yesterday 15:00 am UTC", "asks time ambiguous-time"],
  ["fr", "hier à 24h00 UTC", "2026-11-20T00:00:00Z"],
  ["fr", "hier à 24h30 UTC", "no: impossible-time"],
  ["sv", "igår halv fyra UTC", "asks time ambiguous-time"],
  ["sv", "igår halv fyra på eftermiddagen UTC", "2026-11-19T15:30:00Z"],
  ["nl", "gisteren half vier 's middags UTC", "2026-11-19T15:30:00Z"],
  ["en", "yesterday half past four in the afternoon UTC", "2026-11-19T16:30:00Z"],
  ["en", "yesterday half four in the afternoon UTC", "asks time ambiguous-time"],
  ["nl", "gisteren tien over half vier 's middags UTC", "2026-11-19T15:40:00Z"],
  ["fr", "hier quatre heures moins le quart de l'après-midi UTC", "2026-11-19T15:45:00Z"],
  ["fr", "hier midi et quart UTC", "2026-11-19T12:15:00Z"],
  ["fr", "hier à minuit UTC", "asks date ambiguous-midnight"],
  ["sv", "igår runt kl 14 UTC", "asks time approximate-time"],
  ["nl", "gisteren na 14 uur UTC", "asks time approximate-time"],
  ["fr", "hier entre 14h et 15h UTC", "asks time multiple"],
  ["nl", "gisteren 14-15 uur UTC", "asks time multiple"],
  ["sv", "igår em kl 3 UTC", "2026-11-19T15:00:00Z"],
  ["en", "an hour before 14:30 UTC yesterday", "asks time approximate-time"],
  ["en", "not yesterday at 14:30 UTC", "asks time approximate-time"],
  ["fr", "la veille du 3 novembre 2026 à 10h UTC", "asks time approximate-time"],
  ["sv", "dagen efter 3 november 2026 kl 10 UTC", "asks time approximate-time"],
  ["nl", "10 minuten later dan gisteren 14:30 uur UTC", "asks time approximate-time"],
  ["en", "Tuesday two weeks ago at 10:00 UTC", "asks date ambiguous-date"],
  ["fr", "le 3 novembre de l'an dernier à 10h UTC", "asks date ambiguous-date"],
  ["en", "yesterday 14:30 UTC + 10 min", "asks date unparsed-residue"],
  // zones
  ["sv", "igår kl 14 dansk tid", "2026-11-19T13:00:00Z"],
  ["sv", "igår kl 14 Göteborgstid", "2026-11-19T13:00:00Z"],
  ["nl", "gisteren 14 uur Antwerpse tijd", "2026-11-19T13:00:00Z"],
  ["fr", "hier 14h heure de Lyon", "2026-11-19T13:00:00Z"],
  ["fr", "hier 14h heure suisse", "2026-11-19T13:00:00Z"],
  ["fr", "hier 14h heure espagnole", "asks timezone ambiguous-zone"],
  ["en", "yesterday 14:00 Tokyo", "2026-11-19T05:00:00Z"],
  ["en", "yesterday 14:00 Tokyo office", "asks timezone"],
  ["fr", "hier 14h, merci Florence", "asks timezone"],
  ["en", "yesterday 14:00 UTC-5", "2026-11-19T19:00:00Z"],
  ["en", "yesterday 14:00 UTC - 5 tables", "2026-11-19T14:00:00Z"],
  ["en", "yesterday 14:00 UTC+15", "asks timezone unknown-zone"],
  ["en", "yesterday 14:00 Europe/Pariss", "asks timezone unknown-zone"],
  ["en", "yesterday 14:00 IST", "asks timezone ambiguous-zone"],
  [
    "fr",
    "le site est en panne depuis hier, revenir à hier 14h est possible ?",
    "asks time+timezone approximate-time",
  ],
  ["en", "5 July 2026 14:00 CET", "asks timezone zone-offset-mismatch"],
  ["en", "5 July 2026 14:00 GMT", "2026-07-05T14:00:00Z"],
  ["en", "5 Nov 2026 14:00 Paris time (13:00 UTC)", "2026-11-05T13:00:00Z"],
  ["en", "5 Nov 2026 14:00 Paris time (12:00 UTC)", "asks timezone zone-offset-mismatch"],
  [
    "en",
    "it broke on 5 Nov 2026 14:00 UTC, we want the state right before",
    "asks time approximate-time",
  ],
  ["en", "5 Nov 2026 14:00 UTC, right before we released", "2026-11-05T14:00:00Z"],
  ["en", "14:00 Paris time (13:00 UTC) on 5 Nov 2026", "2026-11-05T13:00:00Z"],
  ["en", "14:00 Paris time / 14:00 UTC on 5 Nov 2026", "asks timezone zone-offset-mismatch"],
  ["en", "22:00 New York / 03:00 UTC on 5 Nov 2026", "asks timezone zone-offset-mismatch"],
  ["fr", "hier 14h heure locale", "asks timezone"],
  ["nl", "gisteren 14 uur wintertijd", "asks timezone"],
  ["fr", "hier 14h heure d'Europe/Paris", "2026-11-19T13:00:00Z"],
  ["fr", "5/11/2026 14:00 heure de Bruxelles", "2026-11-05T13:00:00Z"],
  ["fr", "5 nov 2026 14:30 +02:00 heure de Paris", "asks timezone zone-offset-mismatch"],
  ["sv", "5 nov 2026 kl 14 svensk eller finsk tid", "asks timezone zone-offset-mismatch"],
  ["fr", "5 nov 2026 14h heure de Paris ou de Londres", "asks timezone zone-offset-mismatch"],
  ["nl", "5 nov 2026 14 uur Nederlandse of Belgische tijd", "2026-11-05T13:00:00Z"],
  ["en", "5 Nov 2026 at 14:00 in Helsinki", "2026-11-05T12:00:00Z"],
  ["en", "5 Nov 2026 at 14:00 in Helsinki db", "asks timezone"],
  ["en", "5 Nov 2026 at 14:00 in Helsinki for customers", "asks timezone"],
  ["en", "Date: 2026-11-05, time: 14:00, time zone: Paris", "2026-11-05T13:00:00Z"],
  ["fr", "5 nov 2026 14h CET cdt Julie", "2026-11-05T13:00:00Z"],
  ["en", "please restore it to 5 Nov 2026 2 pm est", "2026-11-05T19:00:00Z"],
  // words that make a moment uncertain
  ["fr", "hier 14h environ, heure de Paris", "asks time approximate-time"],
  ["en", "before the import at 14:30 UTC yesterday", "asks time approximate-time"],
  ["nl", "na de update van 14.30 uur UTC gisteren", "asks time approximate-time"],
  ["nl", "graag voor de klant terug naar gisteren 14.30 uur UTC", "2026-11-19T14:30:00Z"],
  ["sv", "igår sisådär 14.30 UTC", "asks time approximate-time"],
  ["en", "yesterday please 14:30 UTC", "2026-11-19T14:30:00Z"],
  // numbers beside a moment
  ["en", "we lost 12,500 products and 12 500 orders, 5 Nov 2026 14:00 UTC", "2026-11-05T14:00:00Z"],
  ["en", "3 of 5 nodes are down, 5 Nov 2026 14:00 UTC", "2026-11-05T14:00:00Z"],
  ["fr", "3 nœuds sur 5 HS, 5 nov 2026 14h UTC", "2026-11-05T14:00:00Z"],
  ["en", "ref. A-2026-11-02, 5 Nov 2026 14:00 UTC", "2026-11-05T14:00:00Z"],
  ["en", "Thu Nov 5 14:05:33 UTC 2026", "2026-11-05T14:05:33Z"],
  ["fr", "5 nov 2026, 14 h 20 min 10 s UTC", "2026-11-05T14:20:10Z"],
  ["en", "14/15 Nov 2026 16:00 UTC", "asks date multiple"],
  ["sv", "14:e eller 15:e nov 2026 kl 16 UTC", "asks date multiple"],
  ["nl", "nacht van zaterdag 7 op zondag 8 november 2026 om 1 uur UTC", "2026-11-08T01:00:00Z"],
  ["nl", "nacht van vrijdag 7 op zondag 8 november 2026 om 1 uur UTC", "asks date ambiguous-date"],
  ["fr", "tous les lundis à 14h UTC", "asks date"],
  // daylight saving
  ["sv", "29 mars 2026 kl 02.15 svensk tid", "no: dst-gap"],
  ["sv", "25 oktober 2026 kl 02.15 svensk tid", "asks timezone dst-overlap"],
  ["sv", "25 oktober 2026 kl 02.15 svensk vintertid", "2026-10-25T01:15:00Z"],
  ["sv", "25 oktober 2026 kl 02.15 CEST", "2026-10-25T00:15:00Z"],
  ["sv", "25 oktober 2026 kl 02.15 svensk tid (UTC+1)", "2026-10-25T01:15:00Z"],
  ["en", "5 April 2026 01:40 Australia/Lord_Howe", "asks timezone dst-overlap"],
  ["en", "30 December 2011 10:00 Pacific/Apia", "no: dst-gap"],
  // bounds, durations, left-overs
  ["nl", "morgen om 8 uur Nederlandse tijd", "no: future"],
  ["nl", "overmorgen om 8 uur", "no: future"],
  ["en", "3 hours ago", "asks timezone relative-duration"],
  ["en", "3 hours ago, UTC", "2026-11-20T09:00:00Z"],
  ["fr", "il y a huit jours à 10h UTC", "asks date ambiguous-date"],
  ["en", "restore 17 to 5 Nov 2026 14:00 UTC", "asks date multiple"],
  ["en", "restore seventeen things, 5 Nov 2026 14:00 UTC", "asks date unparsed-residue"],
  ["sv", "återställ prod", "asks date+time+timezone"],
])("readMoment() in %s reads %j as %s", (locale, words, reading) => {
  expect(said(words, locale)).toBe(reading);
});

test("readMoment() never applies the profile's zone, only proposes it", () => {
  const reading = readMoment("igår kl 14", {
    now: NOW,
    locale: "sv",
    profileZone: "Asia/Calcutta",
  });
  expect(reading).toMatchObject({
    status: "needs",
    missing: ["timezone"],
    proposal: "Asia/Kolkata",
  });
});

test("readMoment() counts a relative day again once the zone is chosen", () => {
  const chosen = { zone: "Pacific/Auckland" };
  expect(said("igår 23:00", "sv", { chosen, profileZone: "Europe/Stockholm" })).toBe(
    "2026-11-20T10:00:00Z",
  );
});

test("readMoment() goes on from a chosen candidate", () => {
  const words = "25 oktober 2026 kl 02.30 svensk tid";
  const asked = readMoment(words, { now: NOW, locale: "sv" });
  const answers = asked.status === "needs" ? asked.candidates.map(({ stated }) => stated) : [];
  expect(answers.map((chosen) => said(words, "sv", { chosen }))).toEqual([
    "2026-10-25T00:30:00Z",
    "2026-10-25T01:30:00Z",
  ]);
});

test("readMoment() asks for the day too where the words only lead away from one", () => {
  const words = "la veille du 3 novembre 2026 à 10h UTC";
  expect(said(words, "fr", { chosen: { time: "10:00" } })).toBe("asks date approximate-time");
  expect(said(words, "fr", { chosen: { time: "10:00", date: "2026-11-02" } })).toBe(
    "2026-11-02T10:00:00Z",
  );
});

test("readMoment() refuses what is older than the earliest moment", () => {
  const earliest = Date.parse("2026-10-01T00:00:00Z") as Instant;
  expect(said("30 september 2026 kl 10 UTC", "sv", { earliest })).toBe("no: outside-retention");
  expect(said("1 oktober 2026 kl 10 UTC", "sv", { earliest })).toBe("2026-10-01T10:00:00Z");
});

/** The same moment as people of each language write it. */
const PARAPHRASES: readonly (readonly [Locale, string])[] = [
  ["en", "restore to 3 November 2026 14:30 Paris time"],
  ["en", "Nov 3rd, 2026, 2:30 pm in Paris time"],
  ["en", "2026-11-03T14:30+01:00"],
  ["en", "2:30 PM on the 3rd of November 2026 (CET)"],
  ["fr", "restaurer au mardi 3 novembre 2026 à 14h30, heure de Paris"],
  ["fr", "3/11/2026 à 14 h 30 heure française"],
  ["fr", "le 3 nov. 2026, 13h30 UTC"],
  ["nl", "terug naar dinsdag 3 november 2026 om 14.30 uur Nederlandse tijd"],
  ["nl", "3-11-2026 14u30 Belgische tijd"],
  ["nl", "3 nov 2026 half drie 's middags, Amsterdamse tijd"],
  ["sv", "återställ till tisdagen den 3:e november 2026 kl. 14.30 svensk tid"],
  ["sv", "3/11 2026 halv tre på eftermiddagen, Stockholmstid"],
  ["sv", "tisdag vecka 45 kl 14:30 norsk tid"],
];

test.each(PARAPHRASES)(
  "readMoment() reads one moment however it is said in %s: %s",
  (locale, words) => {
    expect(said(words, locale)).toBe("2026-11-03T13:30:00Z");
  },
);

test.each<[what: string, change: (words: string) => string]>([
  ["noise before", (words) => `Hej! Bonjour ! Hello, ${words}`],
  ["noise behind", (words) => `${words}, tack / merci / bedankt!`],
  ["capitals", (words) => words.toUpperCase()],
  ["lost accents", (words) => words.normalize("NFD").replaceAll(/\p{Mn}/gu, "")],
  ["taken-apart accents", (words) => words.normalize("NFD")],
  ["hard spaces", (words) => words.replaceAll(" ", "\u00A0")],
  ["double spaces", (words) => words.replaceAll(" ", "  ")],
  ["curly apostrophes", (words) => words.replaceAll("'", "’")],
  ["Slack's markup", (words) => `<@U0ANNA> &gt; ${words} <https://x.test/2026-01-01|ticket>`],
  ["a version", (words) => `version 2.4.6: ${words}`],
  ["a price", (words) => `facture 14,50 €, ${words}`],
  ["ids", (words) => `INC-20261105 snap-20261103-0230 ${words}`],
  ["an address", (words) => `10.0.0.12 ${words}`],
  ["round the clock", (words) => `24/7 ${words}`],
  ["a name with a city", (words) => `stockholm-prod-01 ${words}`],
])("readMoment() reads the same moment with %s", (_what, change) => {
  for (const [locale, words] of PARAPHRASES) {
    expect([words, said(change(words), locale)]).toEqual([words, "2026-11-03T13:30:00Z"]);
  }
});

test.each<[locale: Locale, date: string, time: string, zone: string]>([
  ["en", "3 November 2026", "14:30", "Paris time"],
  ["fr", "le 3 novembre 2026", "à 14h30", "heure de Paris"],
  ["nl", "3 november 2026", "om 14.30 uur", "Nederlandse tijd"],
  ["sv", "3 november 2026", "kl 14.30", "svensk tid"],
])("readMoment() asks in %s for exactly the part that is left out", (locale, date, time, zone) => {
  expect(said(`${time} ${zone}`, locale)).toBe("asks date");
  expect(said(`${date} ${zone}`, locale)).toBe("asks time");
  expect(said(`${date} ${time}`, locale)).toBe("asks timezone");
  expect(said(date, locale)).toBe("asks time+timezone");
});

test.each(PARAPHRASES)(
  "readMoment() never takes the first of two statements in %s: %s",
  (locale, words) => {
    const others = [
      ", 4 November 2026",
      ", 16:45",
      ", Tokyo time",
      " 5/11/2026",
      " eller 15:30 UTC",
      " ou 15h10",
    ];
    for (const other of others) expect(said(`${words}${other}`, locale)).toMatch(/^asks|^no/);
  },
);

const FORMS: Readonly<Record<Locale, (clock: Temporal.PlainDateTime, zone: string) => string>> = {
  en: (clock, zone) => `${words(clock, "en-GB")} at ${clockOf(clock, ":")} ${zone}`,
  fr: (clock, zone) => `le ${words(clock, "fr")} à ${clockOf(clock, "h")} ${zone}`,
  nl: (clock, zone) => `${words(clock, "nl")} om ${clockOf(clock, ".")} uur ${zone}`,
  sv: (clock, zone) => `den ${words(clock, "sv")} kl ${clockOf(clock, ".")} ${zone}`,
};
const words = (clock: Temporal.PlainDateTime, locale: string): string =>
  clock.toLocaleString(locale, { day: "numeric", month: "long", year: "numeric" });
const clockOf = (clock: Temporal.PlainDateTime, sign: string): string =>
  `${String(clock.hour).padStart(2, "0")}${sign}${String(clock.minute).padStart(2, "0")}`;

test(
  "readMoment() agrees with Temporal on any wall clock in any zone, also around clock changes",
  { timeout: 60_000 },
  () => {
    const zones = Intl.supportedValuesOf("timeZone");
    const minutes = fc.integer({
      min: Date.parse("2015-01-01") / 60_000,
      max: NOW / 60_000 - 3_000,
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...LOCALES),
        fc.constantFrom(...zones),
        minutes,
        fc.boolean(),
        (locale, zone, minute, near) => {
          const at = Temporal.Instant.fromEpochMilliseconds(minute * 60_000).toZonedDateTimeISO(
            zone,
          );
          const before = near ? at.getTimeZoneTransition("previous") : null;
          const change = before !== null && before.year >= 1970 ? before : null;
          const clock = (change ?? at)
            .add({ minutes: change === null ? 0 : (minute % 240) - 120 })
            .toPlainDateTime()
            .with({ second: 0 });
          expect([clock.toString(), zone, said(FORMS[locale](clock, zone), locale)]).toEqual([
            clock.toString(),
            zone,
            expected(clock, zone),
          ]);
        },
      ),
      { numRuns: 800 },
    );
  },
);

function expected(clock: Temporal.PlainDateTime, zone: string): string {
  const [early, late] = (["earlier", "later"] as const).map((disambiguation) =>
    clock.toZonedDateTime(zone, { disambiguation }),
  );
  if (early === undefined || late === undefined || !early.toPlainDateTime().equals(clock))
    return "no: dst-gap";
  if (!early.equals(late)) return "asks timezone dst-overlap";
  return toRfc3339(early.epochMilliseconds as Instant);
}

test("readMoment() takes no longer for a zone the more often it is said", () => {
  const cpu = (typed: string): number => {
    const start = process.cpuUsage();
    for (let run = 0; run < 5; run += 1) said(typed, "en");
    return process.cpuUsage(start).user;
  };
  const [once, often] = ["America/New_York ", "America/New_York ".repeat(100)].map((typed) =>
    Math.min(cpu(typed), cpu(typed), cpu(typed)),
  );
  expect(often).toBeLessThan(100_000 + 1_000 * (once ?? 0));
});

test("readMoment() survives any text", { timeout: 60_000 }, () => {
  const bits = fc.constantFrom(
    ..."2026 11 03 14:30 /-.:,()'\u202E\u200F\u{1F600}e\u0301 ".split(""),
    "3 november ",
    "kl ",
    "14h30 ",
    "UTC",
    "+01:00 ",
    "heure de ",
    "Paris ",
    "eller ",
    "12 am ",
    "halv tre ",
    "2 days and ",
    "nuit du ",
    "`",
    "```",
    "<",
    "|",
    ">",
    "\n",
    "٣",
    "CET ",
    "v. ",
    "24/7 ",
    "…",
  );
  const texts = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 300 }),
    fc.array(bits, { maxLength: 200 }).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(texts, fc.constantFrom(...LOCALES), (text, locale) => {
      expect(["ok", "needs", "reject"]).toContain(readMoment(text, { now: NOW, locale }).status);
    }),
    { numRuns: 1_000 },
  );
});
