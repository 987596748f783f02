import { expect, test } from "vitest";

import { toRfc3339 } from "../../src/kernel/clock.ts";
import type { Instant } from "../../src/kernel/clock.ts";
import { LOCALES } from "../../src/kernel/locale.ts";
import type { Locale } from "../../src/kernel/locale.ts";
import { readMoment } from "../../src/moment/read-moment.ts";
import { lexiconOf } from "../../src/moment/reader/lexicons.ts";

/** What a date or a time is told of decides whether it is the one that is wanted. */

const NOW = Date.parse("2026-11-20T12:00:00Z") as Instant;

function said(words: string, locale: Locale): string {
  const reading = readMoment(words, { now: NOW, locale });
  if (reading.status === "ok") return toRfc3339(reading.moment.instant);
  const { kind = "" } = reading.problem ?? {};
  return `${reading.status === "needs" ? `asks ${reading.missing.join("+")}` : "no:"} ${kind}`.trim();
}

const ABOUT = "asks time approximate-time";

test.each<[locale: Locale, words: string, reading: string]>([
  // what happened at a time is not what is wanted
  ["en", "everything broke yesterday at 14:30 UTC", ABOUT],
  ["fr", "tout a planté hier à 14h30 UTC", ABOUT],
  ["nl", "om 14.30 uur UTC ging gisteren alles mis", ABOUT],
  ["sv", "igår kl 14.30 UTC försvann allt", ABOUT],
  ["en", "yesterday, at 14:30 UTC the shop died", ABOUT],
  ["en", "the deploy of yesterday 14:30 UTC", ABOUT],
  ["en", "roll back the 14:30 UTC deploy, yesterday", ABOUT],
  ["sv", "strax före deployen 14.30 UTC igår", ABOUT],
  ["nl", "de migratie naar productie gisteren om 14.30 uur UTC", ABOUT],
  ["en", "deployed to production yesterday at 14:30 UTC", ABOUT],
  ["fr", "module livré hier, restaurez à 14h30 UTC", "asks date ambiguous-date"],
  ["en", "yesterday 14:30 UTC, everything gone", ABOUT],
  ["en", "yesterday 14:30 UTC. Everything gone", ABOUT],
  ["en", "the shop stopped working yesterday at 14:30 UTC", ABOUT],
  ["en", "went down due to yesterday's crash at 14:30 UTC", ABOUT],
  ["en", "prices set to zero by mistake yesterday at 14:30 UTC", ABOUT],
  ["en", "someone fiddled with prices yesterday at 14:30 UTC", ABOUT],
  ["nl", "de hacker zat erin vanaf gisteren 14.30 uur UTC, herstel ervoor", ABOUT],
  // where nothing is asked for, a sentence tells something
  ["en", "we switched DNS yesterday 14:30 UTC", ABOUT],
  ["fr", "la bascule a eu lieu hier à 14h30 UTC", ABOUT],
  ["nl", "we hebben gisteren 14.30 uur UTC de DNS omgezet", ABOUT],
  ["sv", "vi bytte DNS igår kl 14.30 UTC", ABOUT],
  ["en", "we switched DNS, we need yesterday 14:30 UTC", "2026-11-19T14:30:00Z"],
  ["fr", "il nous faut la base d'hier 14h30 UTC", "2026-11-19T14:30:00Z"],
  ["nl", "de databank moet zijn zoals gisteren 14.30 uur UTC", "2026-11-19T14:30:00Z"],
  ["sv", "databasen ska vara som igår kl 14.30 UTC", "2026-11-19T14:30:00Z"],
  ["en", "shop database production yesterday 14:30 UTC", "2026-11-19T14:30:00Z"],
  ["en", "i mean yesterday 14:30 UTC", "2026-11-19T14:30:00Z"],
  ["sv", "vår senaste rena kopia: igår kl 14.30 UTC", "2026-11-19T14:30:00Z"],
  ["sv", "vi tar den från igår kl 14.30 UTC", "2026-11-19T14:30:00Z"],
  // what is wanted is, whatever happened besides
  [
    "en",
    "put it back the way it was after it got fixed, yesterday 14:30 UTC",
    "2026-11-19T14:30:00Z",
  ],
  ["sv", "det som var stabilt igår kl 14.30 UTC", "2026-11-19T14:30:00Z"],
  ["en", "someone deleted category 12, restore yesterday 14:30 UTC", "2026-11-19T14:30:00Z"],
  ["en", "orders got lost, restore to yesterday 14:30 UTC", "2026-11-19T14:30:00Z"],
  ["fr", "le catalogue a disparu, revenir à hier 14h30 UTC", "2026-11-19T14:30:00Z"],
  ["nl", "alles is weg, graag terug naar gisteren 14.30 uur UTC", "2026-11-19T14:30:00Z"],
  ["sv", "allt är borta, backa till igår kl 14.30 UTC", "2026-11-19T14:30:00Z"],
  ["en", "yesterday 14:30 UTC because the import failed", "2026-11-19T14:30:00Z"],
  ["sv", "igår kl 14.30 UTC eftersom importen kraschade", "2026-11-19T14:30:00Z"],
  ["en", "yesterday 14:30 UTC please, everything gone", "2026-11-19T14:30:00Z"],
  ["en", "release 12 yesterday 14:30 UTC", "2026-11-19T14:30:00Z"],
  ["en", "it broke yesterday, go back to yesterday 14:30 UTC", "2026-11-19T14:30:00Z"],
  // doubt about a whole clause
  ["en", "i think it was yesterday 14:30 UTC", ABOUT],
  ["fr", "hier à 14h30 UTC (sauf erreur)", ABOUT],
  ["nl", "als ik het goed heb was het gisteren 14.30 uur UTC", ABOUT],
  ["sv", "osäker, men igår kl 14.30 UTC", ABOUT],
  ["sv", "det var igår kl 14.30 UTC om jag minns rätt", ABOUT],
  ["en", "i think we want yesterday 14:30 UTC", "2026-11-19T14:30:00Z"],
  ["en", "not sure what happened. restore to yesterday 14:30 UTC", "2026-11-19T14:30:00Z"],
  ["sv", "loggen från igår kl 14.30 UTC", ABOUT],
  ["fr", "ça remonte à hier 14h30 UTC", ABOUT],
  ["en", "yesterday 14:30 (?) UTC", ABOUT],
  ["en", "can you restore to yesterday 14:30 UTC?", "2026-11-19T14:30:00Z"],
  // beside the time that is told
  ["en", "do not go back to yesterday 14:30 UTC", ABOUT],
  ["fr", "laissez tomber hier 14h30 UTC", ABOUT],
  ["nl", "vergeet gisteren 14.30 uur UTC", ABOUT],
  ["sv", "strunta i igår kl 14.30 UTC", ABOUT],
  ["en", "yesterday 14h-something UTC", ABOUT],
  ["en", "yesterday 14:30:xx UTC", ABOUT],
  ["en", "from yesterday 14:30 UTC onwards", ABOUT],
  ["en", "next snapshot following yesterday 14:30 UTC", ABOUT],
  ["en", "yesterday 14:30 UTC and the one after", ABOUT],
  ["nl", "gisteren 14.30 uur UTC en die erna", ABOUT],
  ["en", "18 Nov 20206 14:30 UTC", "asks date unparsed-residue"],
  ["en", "18 Nov, job 20206, 14:30 UTC", "2026-11-18T14:30:00Z"],
  ["sv", "igår kl 14.30 UTC minus en kvart", ABOUT],
  ["nl", "gisteren 14.30 uur UTC min een kwartier", ABOUT],
  ["en", "yesterday 14:30 UTC but ideally a bit earlier", ABOUT],
  ["fr", "hier à 14h30 UTC mais un peu plus tôt", ABOUT],
  ["nl", "gisteren 14.30 uur UTC maar liever iets eerder", ABOUT],
  ["sv", "igår kl 14.30 UTC men gärna lite tidigare", ABOUT],
  ["en", "sometime yesterday, 14:30 UTC", ABOUT],
  ["en", "18:00 UTC, whichever is older than 17 Nov 2026", ABOUT],
  ["nl", "18.00 uur UTC, ouder dan 17 november 2026", ABOUT],
  // days by their names
  ["en", "Easter Monday at 14:30 UTC", "asks date incomplete-date"],
  ["fr", "lundi de Pâques à 14h30 UTC", "asks date incomplete-date"],
  ["nl", "Goede Vrijdag 14.30 uur UTC", "asks date incomplete-date"],
  ["sv", "annandag påsk, måndag kl 14.30 UTC", "asks date incomplete-date"],
  ["en", "Black Friday, 13 November 2026, 14:30 UTC", "2026-11-13T14:30:00Z"],
  ["en", "the Sunday when the clocks went back, 01:30 UTC", "asks date ambiguous-date"],
  ["en", "the Sunday we moved at 14:30 UTC", "asks date ambiguous-date"],
  ["fr", "le dimanche où on a déménagé, 14h30 UTC", "asks date ambiguous-date"],
  ["nl", "de zondag toen we verhuisden, 14.30 uur UTC", "asks date ambiguous-date"],
  ["sv", "söndagen då vi flyttade, kl 14.30 UTC", "asks date ambiguous-date"],
  ["en", "first Monday of November 14:30 UTC", "asks date incomplete-date"],
  ["fr", "le premier lundi du mois à 14h30 UTC", "asks date ambiguous-date"],
  ["nl", "eerste maandag van november 14.30 uur UTC", "asks date incomplete-date"],
  ["sv", "första måndagen i november kl 14.30 UTC", "asks date incomplete-date"],
  ["sv", "förrförra helgen, lördag kl 14.30 UTC", "asks date ambiguous-date"],
  // a zone that is no claim about the time
  ["en", "yesterday 14:30, our server is in UTC", "asks timezone"],
  ["fr", "hier 14h30, le serveur est en UTC", "asks timezone"],
  ["nl", "gisteren 14.30 uur, de server staat op UTC", "asks timezone"],
  ["sv", "igår kl 14.30, servern går i UTC", "asks timezone"],
  ["en", "the server broke, yesterday 14:30 UTC please", "2026-11-19T14:30:00Z"],
  ["en", "restore the server to 14:30 UTC yesterday", "2026-11-19T14:30:00Z"],
  ["en", "restore the server, UTC, yesterday 14:30", "2026-11-19T14:30:00Z"],
  ["sv", "igår kl 14.30 (svensk tid?)", "asks timezone"],
  ["en", "yesterday 14:30, not in UTC", "asks timezone"],
  ["en", "yesterday 14:30 UTC, not CET", "2026-11-19T14:30:00Z"],
  ["fr", "18 nov 14h30 heure de Saint-Denis", "asks timezone ambiguous-zone"],
  ["en", "is yesterday 14:30 (UTC) still there?", "2026-11-19T14:30:00Z"],
  // a weekday with a day of the month
  ["fr", "mercredi 18 à 14h30 UTC", "2026-11-18T14:30:00Z"],
  ["nl", "woensdag 18 om 14.30 uur UTC", "2026-11-18T14:30:00Z"],
  ["sv", "onsdag den 18:e kl 14.30 UTC", "2026-11-18T14:30:00Z"],
  ["en", "Wednesday the 18th, 14:30 UTC", "2026-11-18T14:30:00Z"],
  ["en", "Friday the 20th at 11:30 UTC", "2026-11-20T11:30:00Z"],
  ["en", "Thursday the 18th, 14:30 UTC", "asks date ambiguous-date"],
  ["en", "Wednesday the 18th of March 2026, 14:30 UTC", "2026-03-18T14:30:00Z"],
  ["sv", "onsdag 18 mars 2026 kl 14.30 UTC", "2026-03-18T14:30:00Z"],
  ["en", "Wednesday the 18th, March, 14:30 UTC", "asks date unparsed-residue"],
  ["en", "Wednesday the 18th, 14:30 UTC, October", "asks date incomplete-date"],
  ["fr", "mercredi 18 du mois dernier à 14h30 UTC", "asks date ambiguous-date"],
  ["en", "Saturday the 31st, 14:30 UTC", "2026-10-31T14:30:00Z"],
  ["fr", "mercredi 18 tables à 14h30 UTC", "2026-11-18T14:30:00Z"],
  ["fr", "mercredi 18 heures UTC", "2026-11-18T18:00:00Z"],
  ["nl", "woensdag 18 of 19, 14.30 uur UTC", "asks date unparsed-residue"],
  // a date with a dash
  ["nl", "17-11 om 9:05 UTC", "2026-11-17T09:05:00Z"],
  ["fr", "17-11 à 9h05 UTC", "2026-11-17T09:05:00Z"],
  ["en", "03-04 at 14:30 UTC", "asks date ambiguous-date"],
  ["nl", "ticket 17-11 14:30 UTC", "asks date"],
  ["nl", "tussen 9-11 14:30 UTC", "asks date"],
  // a time told in digits and words
  ["en", "10 past 5 yesterday afternoon UTC", "2026-11-19T17:10:00Z"],
  ["nl", "10 voor 9 gisterochtend UTC", "2026-11-19T08:50:00Z"],
  ["sv", "10 över 5 igår eftermiddag UTC", "2026-11-19T17:10:00Z"],
  ["sv", "igår 10 över 5 UTC", "asks time ambiguous-time"],
  ["nl", "gisterochtend 17 voor 9 UTC", "asks time"],
  ["en", "yesterday at seven in the evening UTC", "2026-11-19T19:00:00Z"],
  ["en", "yesterday at seven UTC", "asks time ambiguous-time"],
  ["sv", "igår sju på morgonen UTC", "2026-11-19T07:00:00Z"],
  ["sv", "sju av oss, igår kl 14.30 UTC", "asks date unparsed-residue"],
  ["en", "last night half past nine UTC", "2026-11-19T21:30:00Z"],
  ["en", "last night half past eight UTC", "asks time ambiguous-time"],
  ["sv", "i söndags 23.59.59 UTC", "2026-11-15T23:59:59Z"],
  ["sv", "natten mot måndag 02:20 UTC", "2026-11-16T02:20:00Z"],
  // a reference is no date
  ["fr", "ticket 20261103-1430 : hier à 14h30 UTC", "2026-11-19T14:30:00Z"],
])("readMoment() in %s reads %j as %s", (locale, words, reading) => {
  expect(said(words, locale)).toBe(reading);
});

test("readMoment() offers the time at which something happened, and keeps it to be seen", () => {
  const words = "everything broke yesterday at 14:30 UTC";
  const reading = readMoment(words, { now: NOW, locale: "en" });
  expect(reading).toMatchObject({
    known: { date: "2026-11-19", time: "14:30", zone: "UTC" },
    candidates: [{ stated: { time: "14:30" }, instant: Date.parse("2026-11-19T14:30:00Z") }],
  });
  const chosen = { time: "14:15" };
  expect(readMoment(words, { now: NOW, locale: "en", chosen })).toMatchObject({
    status: "ok",
    moment: { instant: Date.parse("2026-11-19T14:15:00Z") },
  });
});

/** A moment as each language writes it, so that every phrase can stand beside it. */
const MOMENTS: Readonly<Record<Locale, string>> = {
  en: "at 14:30 UTC on 3 November 2026",
  fr: "à 14h30 UTC le 3 novembre 2026",
  nl: "om 14.30 uur UTC op 3 november 2026",
  sv: "kl 14.30 UTC den 3 november 2026",
};
const READ = "2026-11-03T14:30:00Z";
const FAILED: Readonly<Record<Locale, string>> = {
  en: "crashed",
  fr: "a planté",
  nl: "crashte",
  sv: "kraschade",
};

/** The sentences that are read in another way than they should be. */
const others = (
  locale: Locale,
  sentences: readonly string[],
  expected: (said: string) => boolean,
): readonly string[] =>
  sentences
    .map((words) => [words, said(words, locale)] as const)
    .filter(([, reading]) => !expected(reading))
    .map(([words, reading]) => `${words} -> ${reading}`);

const isRead = (reading: string): boolean => reading === READ;
const isAsked = (reading: string): boolean => reading.startsWith("asks");

test.each(LOCALES)("readMoment() asks beside every word of %s for what happened", (locale) => {
  const { happenings, events, tellings, hedges } = lexiconOf(locale);
  const told = [...happenings, ...events, ...tellings, ...hedges].map(
    (word) => `${word} ${MOMENTS[locale]}`,
  );
  expect(others(locale, told, isAsked)).toEqual([]);
  const behind = happenings.map((word) => `${MOMENTS[locale]} ${word}`);
  expect(others(locale, behind, isAsked)).toEqual([]);
  const hedged = hedges.map((word) => `${MOMENTS[locale]}, ${word}`);
  expect(others(locale, hedged, isAsked)).toEqual([]);
});

test.each(LOCALES)("readMoment() takes what every word of %s asks for", (locale) => {
  const { wishes, requests, reasons } = lexiconOf(locale);
  const failed = FAILED[locale];
  const wished = wishes.map((word) => `prod ${failed} xyz ${word} ${MOMENTS[locale]}`);
  expect(others(locale, wished, isRead)).toEqual([]);
  const asked = requests.map((word) => `${MOMENTS[locale]}, prod ${failed}, ${word}`);
  expect(others(locale, asked, isRead)).toEqual([]);
  expect(said(`${MOMENTS[locale]}, prod ${failed}`, locale)).toBe(ABOUT);
  const explained = reasons.map((word) => `${MOMENTS[locale]} ${word} prod ${failed}`);
  expect(others(locale, explained, isRead)).toEqual([]);
});

test.each(LOCALES)(
  "readMoment() takes no zone of a machine and none that is denied in %s",
  (locale) => {
    const [time = "", date = ""] = MOMENTS[locale].split("UTC");
    const placed = lexiconOf(locale).machines.map((word) => `${time} ${date}, ${word} UTC`);
    expect(others(locale, placed, (reading) => reading === "asks timezone")).toEqual([]);
    const denied = lexiconOf(locale).denials.map((word) => `${date} ${time}, ${word} UTC`);
    expect(others(locale, denied, (reading) => reading.startsWith("asks"))).toEqual([]);
  },
);

test.each(LOCALES)("readMoment() takes no feast of %s for a weekday", (locale) => {
  const { feasts, weekdays } = lexiconOf(locale);
  const [weekday = ""] = Object.keys(weekdays);
  const time = MOMENTS[locale].split(" UTC")[0] ?? "";
  const named = feasts.map((feast) => `${feast}, ${weekday} ${time} UTC`);
  expect(others(locale, named, (reading) => reading.startsWith("asks date"))).toEqual([]);
  const dated = feasts.map((feast) => `${feast}, ${MOMENTS[locale]}`);
  expect(others(locale, dated, isRead)).toEqual([]);
});
