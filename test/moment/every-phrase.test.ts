import { expect, test } from "vitest";

import type { Instant } from "../../src/kernel/clock.ts";
import { toRfc3339 } from "../../src/kernel/clock.ts";
import { LOCALES } from "../../src/kernel/locale.ts";
import type { Locale } from "../../src/kernel/locale.ts";
import type { Lexicon } from "../../src/moment/lexicon.ts";
import { readMoment } from "../../src/moment/read-moment.ts";
import { lexiconOf } from "../../src/moment/reader/lexicons.ts";

/** Every phrase of a lexicon, put into a sentence made from the lexicon itself. */

const NOW = Date.parse("2026-11-20T12:00:00Z") as Instant;

/** A day and a time as each language writes them; both certain. */
const DAY: Readonly<Record<Locale, string>> = {
  en: "3 November 2026",
  fr: "3 novembre 2026",
  nl: "3 november 2026",
  sv: "3 november 2026",
};
const TIME: Readonly<Record<Locale, string>> = {
  en: "at 14:30",
  fr: "à 14h30",
  nl: "om 14.30 uur",
  sv: "kl 14.30",
};
const READ = "2026-11-03T14:30:00Z";

const said = (words: string, locale: Locale): string => {
  const reading = readMoment(words, { now: NOW, locale });
  if (reading.status === "ok") return toRfc3339(reading.moment.instant);
  const { kind = "" } = reading.problem ?? {};
  return `${reading.status === "needs" ? `asks ${reading.missing.join("+")}` : "no:"} ${kind}`.trim();
};

/** The phrases whose sentence is read in another way than it should be. */
const others = (
  locale: Locale,
  phrases: readonly string[],
  read: { readonly words: (phrase: string) => string; readonly as: (said: string) => boolean },
): readonly string[] =>
  phrases
    .map((phrase) => read.words(phrase))
    .map((words) => `${words} -> ${said(words, locale)}`)
    .filter((line) => !read.as(line.slice(line.lastIndexOf(" -> ") + 4)));

const isRead = (as: string): boolean => as === READ;
const isAsked = (as: string): boolean => /^asks|^no:/.test(as);

test.each(LOCALES)("readMoment() reads every month of %s", (locale) => {
  for (const [month, number] of Object.entries(lexiconOf(locale).months)) {
    const words = `3 ${month} 2025 ${TIME[locale]} UTC`;
    const day = `2025-${String(number).padStart(2, "0")}-03T14:30:00Z`;
    expect([words, said(words, locale)]).toEqual([words, day]);
  }
});

test.each(LOCALES)("readMoment() reads every weekday of %s and notices the wrong one", (locale) => {
  const { weekdays, weekdayMarks } = lexiconOf(locale);
  for (const [name, number] of [...Object.entries(weekdays), ...Object.entries(weekdayMarks)]) {
    const words = `${name} ${DAY[locale]} ${TIME[locale]} UTC`;
    const expected = number === 2 ? READ : "asks date weekday-mismatch";
    expect([words, said(words, locale)]).toEqual([words, expected]);
  }
});

test.each(LOCALES)("readMoment() knows every way to mark a weekday in %s", (locale) => {
  const { weekdays, weekdayShapes } = lexiconOf(locale);
  const expected: Readonly<Record<string, RegExp>> = {
    past: /^2026-11-(?:1[3-9])T14:30/,
    either: /^2026-11-1\dT14:30|^asks date ambiguous-date/,
    "last-week": /^2026-11-(?:09|1[0-5])T14:30/,
    "this-week": /^2026-11-1[6-9]T14:30|^no: future/,
    this: /^2026-11-1\dT14:30|^asks date ambiguous-date|^no: future/,
    next: /^no: future/,
    vague: /^asks date ambiguous-date/,
  };
  for (const [shape, mode] of Object.entries(weekdayShapes)) {
    for (const name of Object.keys(weekdays)) {
      const words = `${shape.replace("{d}", name)} ${TIME[locale]} UTC`;
      expect(`${words} -> ${said(words, locale)}`).toMatch(
        new RegExp(` -> (?:${expected[mode]?.source.replaceAll("^", "") ?? "?"})`),
      );
    }
  }
});

test.each(LOCALES)("readMoment() reads every day of the month that %s has a word for", (locale) => {
  const { ordinals, ordinalEnds } = lexiconOf(locale);
  const [month] = DAY[locale].split(" ").slice(1);
  for (const [word, day] of Object.entries(ordinals)) {
    const words = `${word} ${month ?? ""} 2025 ${TIME[locale]} UTC`;
    const date = `2025-11-${String(day).padStart(2, "0")}T14:30:00Z`;
    expect([words, said(words, locale)]).toEqual([
      words,
      day === 31 ? "no: impossible-date" : date,
    ]);
  }
  const ends = others(locale, ordinalEnds, {
    words: (end) => `3${end} ${month ?? ""} 2026 ${TIME[locale]} UTC`,
    as: isRead,
  });
  expect(ends).toEqual([]);
});

test.each(LOCALES)("readMoment() counts every relative day of %s", (locale) => {
  for (const [word, { days, part, pastNight }] of Object.entries(lexiconOf(locale).relativeDays)) {
    const hour = { morning: 8, forenoon: 9, noon: 12, afternoon: 15, evening: 20, night: 23 };
    const clock = String(pastNight === true ? 2 : hour[part ?? "morning"]).padStart(2, "0");
    const words = `${word} ${TIME[locale].replace("14", clock)} UTC`;
    const counted = new Date(NOW + (pastNight === true ? 0 : days) * 86_400_000);
    const at = `${counted.toISOString().slice(0, 10)}T${clock}:30:00Z`;
    const future = Date.parse(at) > NOW;
    expect([words, said(words, locale)]).toEqual([words, future ? "no: future" : at]);
  }
});

const CLOCKS: readonly (keyof Lexicon & ("timeJoints" | "hourWords"))[] = [
  "timeJoints",
  "hourWords",
];

test.each(LOCALES)("readMoment() reads a time with every clock word of %s", (locale) => {
  const lexicon = lexiconOf(locale);
  for (const key of CLOCKS) {
    const joined = others(locale, lexicon[key], {
      words: (word) =>
        key === "hourWords"
          ? `${DAY[locale]} 14:30 ${word} UTC`
          : `${DAY[locale]} ${word} 14:30 UTC`,
      as: isRead,
    });
    expect(joined).toEqual([]);
  }
  const hours = others(locale, [...lexicon.clockWords, ...lexicon.looseClockWords], {
    words: (word) => `${DAY[locale]} ${word} 14 UTC`,
    as: (as) => as === "2026-11-03T14:00:00Z",
  });
  expect(hours).toEqual([]);
  const noons = others(locale, lexicon.noon, {
    words: (word) => `${DAY[locale]} ${word} UTC`,
    as: (as) => as === "2026-11-03T12:00:00Z",
  });
  expect(noons).toEqual([]);
  const midnights = others(locale, lexicon.midnight, {
    words: (word) => `${word} ${DAY[locale]} UTC`,
    as: (as) => as === "asks date ambiguous-midnight",
  });
  expect(midnights).toEqual([]);
});

test.each(LOCALES)("readMoment() puts every half and part of a day of %s on its side", (locale) => {
  const { am, pm, partsOfDay } = lexiconOf(locale);
  for (const [words, hour] of [
    ...am.map((word) => [`${DAY[locale]} 9:30 ${word} UTC`, 9] as const),
    ...pm.map((word) => [`${DAY[locale]} 9:30 ${word} UTC`, 21] as const),
  ]) {
    const at = `2026-11-03T${String(hour).padStart(2, "0")}:30:00Z`;
    expect([words, said(words, locale)]).toEqual([words, at]);
  }
  const hours = { morning: 7, forenoon: 10, noon: 12, afternoon: 15, evening: 20, night: 3 };
  for (const [word, part] of Object.entries(partsOfDay)) {
    const words = `${DAY[locale]} ${String(hours[part]).padStart(2, "0")}:30 ${word} UTC`;
    const at = `2026-11-03T${String(hours[part]).padStart(2, "0")}:30:00Z`;
    expect([words, said(words, locale)]).toEqual([words, at]);
  }
});

test.each(LOCALES)("readMoment() doubts a moment with every word of doubt of %s", (locale) => {
  const lexicon = lexiconOf(locale);
  const doubted = others(locale, lexicon.approximators, {
    words: (word) => `${DAY[locale]} ${word} ${TIME[locale]} UTC`,
    as: isAsked,
  });
  expect(doubted).toEqual([]);
  const after = others(locale, lexicon.approximatorsAfter, {
    words: (word) => `${DAY[locale]} ${TIME[locale]} ${word} UTC`,
    as: isAsked,
  });
  expect(after).toEqual([]);
  const events = others(locale, lexicon.besideEvents, {
    words: (word) => `${word} deploymentet ${TIME[locale]} UTC ${DAY[locale]}`,
    as: isAsked,
  });
  expect(events).toEqual([]);
  const before = others(locale, lexicon.beforeThat, {
    words: (word) => `${DAY[locale]} ${TIME[locale]} UTC, ${word}.`,
    as: isAsked,
  });
  expect(before).toEqual([]);
  const several = others(locale, lexicon.alternatives, {
    words: (word) => `${DAY[locale]} 14:30 ${word} 15:30 UTC`,
    as: isAsked,
  });
  expect(several).toEqual([]);
  const steps = others(locale, [...lexicon.shifts, ...lexicon.longAgo], {
    words: (shape) => `${shape.replace("N", "2")} ${DAY[locale].slice(0, -5)} ${TIME[locale]} UTC`,
    as: isAsked,
  });
  expect(steps).toEqual([]);
});

test.each(LOCALES)("readMoment() counts back with every phrase of %s", (locale) => {
  const { daysAgo, hoursAgo, minutesAgo, weeksAgo, ahead } = lexiconOf(locale);
  const counted = (shapes: readonly string[], as: (said: string) => boolean, time = "") =>
    others(locale, shapes, { words: (shape) => `${shape.replace("N", "3")} ${time} UTC`, as });
  expect(counted(daysAgo, (as) => as === "2026-11-17T14:30:00Z", TIME[locale])).toEqual([]);
  expect(counted(hoursAgo, (as) => as === "2026-11-20T09:00:00Z")).toEqual([]);
  expect(counted(minutesAgo, (as) => /^2026-11-20T11:(?:57|30|45):00Z$/.test(as))).toEqual([]);
  expect(counted(weeksAgo, (as) => as === "asks date ambiguous-date", TIME[locale])).toEqual([]);
  expect(counted(ahead, (as) => !as.startsWith("2026"))).toEqual([]);
});

test.each(LOCALES)("readMoment() reads every zone phrase of %s", (locale) => {
  const { zoneNames, localWords, zoneShapes, seasonWords } = lexiconOf(locale);
  const named = others(locale, Object.keys(zoneNames), {
    words: (phrase) => `${DAY[locale]} ${TIME[locale]} ${phrase}`,
    as: (as) => /^2026-11-0[34]T|^asks timezone (?:ambiguous-zone|zone-offset-mismatch)$/.test(as),
  });
  expect(named).toEqual([]);
  const local = others(locale, localWords, {
    words: (phrase) => `${DAY[locale]} ${TIME[locale]} ${phrase}`,
    as: (as) => as === "asks timezone",
  });
  expect(local).toEqual([]);
  const [winter = ""] = Object.entries(seasonWords).find(([, season]) => season === "winter") ?? [];
  const shaped = others(locale, zoneShapes, {
    words: (shape) =>
      `${DAY[locale]} ${TIME[locale]} ${shape
        .split(" ")
        .map((piece) => (piece === "P" ? "Stockholm" : piece === "S" ? winter : piece))
        .join(" ")}`,
    as: (as) => as === "2026-11-03T13:30:00Z",
  });
  expect(shaped).toEqual([]);
  for (const [word, season] of Object.entries(seasonWords)) {
    const words = `25 October 2026 02:30 Europe/Stockholm ${word}`;
    const at = season === "summer" ? "2026-10-25T00:30:00Z" : "2026-10-25T01:30:00Z";
    expect([words, said(words, locale)]).toEqual([words, at]);
  }
});

test.each(LOCALES)(
  "readMoment() leaves out what %s counts, numbers and says every day",
  (locale) => {
    const lexicon = lexiconOf(locale);
    const ok = { as: isRead };
    const moment = `${DAY[locale]} ${TIME[locale]} UTC`;
    expect(
      others(locale, lexicon.things, { words: (word) => `17 ${word}, ${moment}`, ...ok }),
    ).toEqual([]);
    expect(
      others(locale, lexicon.numbered, { words: (word) => `${word} 4512, ${moment}`, ...ok }),
    ).toEqual([]);
    expect(
      others(locale, lexicon.greetings, { words: (word) => `${word}! ${moment}`, ...ok }),
    ).toEqual([]);
    const tails = others(locale, lexicon.tails, {
      words: (word) => `${DAY[locale]} ${TIME[locale]} Stockholm ${word}`,
      as: (as) => as === "2026-11-03T13:30:00Z" || isAsked(as),
    });
    expect(tails).toEqual([]);
    const [weekday = ""] = Object.keys(lexicon.weekdays);
    const repeated = others(locale, lexicon.recurring, {
      words: (word) => `${word} ${weekday}, ${moment}`,
      ...ok,
    });
    expect(repeated).toEqual([]);
  },
);

test.each(LOCALES)("readMoment() finds the night of every span of %s", (locale) => {
  const { nightSpans, nightTowards } = lexiconOf(locale);
  const [month = ""] = DAY[locale].split(" ").slice(1);
  const spans = others(
    locale,
    nightSpans.map(([before, between]) => `${before} 2 ${between} 3 ${month} 2026`),
    {
      words: (night) => `${night} ${TIME[locale].replace("14", "02")} UTC`,
      as: (as) => as === "2026-11-03T02:30:00Z",
    },
  );
  expect(spans).toEqual([]);
  const towards = others(locale, nightTowards, {
    words: (night) => `${night} 3 ${month} 2026 ${TIME[locale].replace("14", "22")} UTC`,
    as: (as) => as === "2026-11-02T22:30:00Z",
  });
  expect(towards).toEqual([]);
});
