import { expect, test } from "vitest";

import type { Instant } from "../../src/kernel/clock.ts";
import { LOCALES } from "../../src/kernel/locale.ts";
import type { MomentProblem } from "../../src/moment/moment-problem.ts";
import {
  candidateText,
  missingText,
  overlapTexts,
  problemText,
} from "../../src/moment/problem-text.ts";
import { readMoment } from "../../src/moment/read-moment.ts";
import { lexiconOf } from "../../src/moment/reader/lexicons.ts";
import { textsOf } from "../../src/moment/texts-of.ts";
import { PLACES, placesOf } from "../../src/moment/zones/places.ts";
import { ZONE_IDS } from "../../src/moment/zones/known-zone.ts";

const NOW = Date.parse("2026-11-20T12:00:00Z") as Instant;
const at = (text: string): Instant => Date.parse(text) as Instant;
const overlap = {
  kind: "dst-overlap",
  first: at("2026-10-25T00:30:00Z"),
  second: at("2026-10-25T01:30:00Z"),
  zone: "Europe/Stockholm",
} as const;

const PROBLEMS: readonly MomentProblem[] = [
  { kind: "ambiguous-zone", typed: "CST" },
  { kind: "unknown-zone", zone: "Gotham" },
  { kind: "zone-offset-mismatch", typed: "CET" },
  overlap,
  {
    kind: "dst-gap",
    typed: "2026-03-29 02:30",
    zone: "Europe/Stockholm",
    earlier: at("2026-03-29T00:30:00Z"),
    later: at("2026-03-29T01:30:00Z"),
    jump: at("2026-03-29T01:00:00Z"),
  },
  { kind: "ambiguous-date", typed: "03/04/2026" },
  { kind: "missing-year", typed: "25 december" },
  { kind: "incomplete-date", typed: "week 45" },
  { kind: "weekday-mismatch", date: "2026-11-03", typed: "Monday" },
  { kind: "ambiguous-midnight", typed: "midnight" },
  { kind: "ambiguous-time", typed: "at 3" },
  { kind: "approximate-time", typed: "2 pm" },
  { kind: "multiple", field: "date" },
  { kind: "multiple", field: "time" },
  { kind: "relative-duration", instant: at("2026-11-20T10:00:00Z") },
  { kind: "future" },
  { kind: "outside-retention", earliest: at("2026-10-01T00:00:00Z") },
  { kind: "impossible-date", typed: "31 September" },
  { kind: "impossible-time", typed: "25:10" },
  { kind: "unparsed-residue", left: "17 things" },
];

test.each(LOCALES)("problemText() has a sentence of its own for every kind in %s", (locale) => {
  const sentences = PROBLEMS.map((problem) => problemText(problem, locale));
  expect(new Set(sentences).size).toBe(PROBLEMS.length);
  for (const sentence of sentences) {
    expect(sentence).toMatch(/[.?]$/);
    expect(sentence).not.toMatch(/undefined|NaN|Invalid|\$\{/);
  }
  expect(Object.keys(textsOf(locale).problems).toSorted()).toEqual(
    Object.keys(textsOf("en").problems).toSorted(),
  );
});

test.each(LOCALES)("missingText() asks in %s for every combination of parts", (locale) => {
  const fields = ["date", "time", "timezone"] as const;
  for (let bits = 1; bits < 8; bits += 1) {
    const missing = fields.filter((_field, index) => (bits >> index) % 2 === 1);
    expect(missingText(missing, locale)).toMatch(/\?$/);
  }
});

test("overlapTexts() names both hours by order, season and UTC", () => {
  expect(overlapTexts(overlap, "en")).toEqual([
    "first 02:30, summer time (00:30 UTC)",
    "second 02:30, winter time (01:30 UTC)",
  ]);
});

test("problemText() names the edges of a gap and both readings", () => {
  const gap = PROBLEMS.find(({ kind }) => kind === "dst-gap") ?? { kind: "future" };
  for (const locale of LOCALES) {
    const sentence = problemText(gap, locale);
    for (const clock of ["02:30", "02:00", "03:00", "01:30", "03:30"])
      expect(sentence).toContain(clock);
  }
});

test("candidateText() says a full candidate in full and a part as a part", () => {
  const asked = readMoment("last Tuesday at 10:00 London time", { now: NOW, locale: "en" });
  const texts =
    asked.status === "needs"
      ? asked.candidates.map((one) => candidateText(one, asked.problem, "en"))
      : [];
  expect(texts).toEqual([
    "Tuesday 17 November 2026 10:00, Europe/London (10:00 UTC)",
    "Tuesday 10 November 2026 10:00, Europe/London (10:00 UTC)",
  ]);
  expect(candidateText({ stated: { date: "2026-11-17" } }, undefined, "sv")).toBe(
    "tisdag 17 november 2026",
  );
  expect(candidateText({ stated: { zone: "Asia/Tokyo" } }, undefined, "nl")).toBe("Tokio");
});

test.each(LOCALES)(
  "the lexicon of %s has the same keys as the others, and words behind them",
  (locale) => {
    const keys = (one: object) => Object.keys(one).toSorted();
    expect(keys(lexiconOf(locale))).toEqual(keys(lexiconOf("en")));
    const { months, weekdays, ordinals, seasonWords } = lexiconOf(locale);
    const values = (one: object) => [...new Set(Object.values(one))].toSorted((a, b) => a - b);
    expect(values(months)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(values(weekdays)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(values(seasonWords).length).toBe(2);
    expect(values(ordinals)).toContain(1);
  },
);

test.each(LOCALES)("the places of %s name every zone and only zones", (locale) => {
  const { cities, regions } = placesOf(locale);
  expect(Object.keys(cities).toSorted()).toEqual([...ZONE_IDS].toSorted());
  for (const zone of Object.values(regions)) expect(ZONE_IDS).toContain(zone);
});

test("every place name leads to zones that exist", () => {
  const known = new Set(ZONE_IDS);
  const lost = [...PLACES].filter(
    ([, { zones }]) => zones.length === 0 || zones.some((zone) => !known.has(zone)),
  );
  expect(lost).toEqual([]);
});
