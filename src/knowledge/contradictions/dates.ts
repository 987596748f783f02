import type { Locale } from "../../kernel/locale.ts";
import { fold } from "../words/fold.ts";
import { CUES } from "./cues/cues-of.ts";

/** The dates and times of day of a text in one form, and the text without them. */
export type Dates = { readonly found: readonly string[]; readonly rest: string };

const ISO = /(?<![\d-])(\d{4})-(\d\d)-(\d\d)(?![\d-])/g;
const CLOCK =
  /(?<![\d.:,])(\d{1,2})(?:[:h]| h )([0-5]\d)(?::[0-5]\d)?(?:\s?([ap])\.?m\b\.?)?(?![\d:])|(?<![\d.:,])(\d{1,2})\s?([ap])\.?m\b\.?/g;

const MONTHS = 12;

/** Reads dates (ISO or with the name of the month) and clock times, so that languages can be compared. */
export function readDates(folded: string, locale: Locale): Dates {
  if (!/\d/.test(folded)) return { found: [], rest: folded };
  const found: string[] = [];
  const keep = (value: string): string => {
    found.push(value);
    return " ";
  };
  const { months, dayFirst, monthFirst } = shapesOf(locale);
  const dateOf = (day: string, month: string, year = "") =>
    keep(`${year}-${twoDigits((months.indexOf(month) % MONTHS) + 1)}-${twoDigits(Number(day))}`);
  const rest = folded
    .replaceAll(ISO, (_all, year: string, month: string, day: string) =>
      keep(`${year}-${month}-${day}`),
    )
    .replaceAll(dayFirst, (_all, day: string, month: string, year?: string) =>
      dateOf(day, month, year),
    )
    .replaceAll(monthFirst, (_all, month: string, day: string, year?: string) =>
      dateOf(day, month, year),
    )
    .replaceAll(CLOCK, (...groups) => keep(clockOf(groups)));
  return { found, rest };
}

function clockOf(groups: readonly unknown[]): string {
  const [, hour, minute, half, bareHour, bareHalf] = groups;
  const base = Number(hour ?? bareHour);
  const letter = half ?? bareHalf;
  const hours = letter === "p" && base < 12 ? base + 12 : letter === "a" && base === 12 ? 0 : base;
  return `${twoDigits(hours)}:${typeof minute === "string" ? minute : "00"}`;
}

const twoDigits = (value: number): string => String(value).padStart(2, "0");

type Shapes = {
  readonly months: readonly string[];
  readonly dayFirst: RegExp;
  readonly monthFirst: RegExp;
};

const SHAPES = new Map<Locale, Shapes>();

/** Dates with the name of a month, in the language of the text or in English. */
function shapesOf(locale: Locale): Shapes {
  const known = SHAPES.get(locale);
  if (known !== undefined) return known;
  const months = [...CUES[locale].months, ...CUES.en.months].map(fold);
  const names = months.join("|");
  const shapes: Shapes = {
    months,
    dayFirst: new RegExp(
      `(?<![\\d.,])(\\d{1,2})(?:er|st|nd|rd|th|e)?\\.? (?:de |of )?(${names})(?:,? (\\d{4}))?(?![\\p{L}\\d])`,
      "gu",
    ),
    monthFirst: new RegExp(
      `(?<!\\p{L})(${names}) (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?(?![\\p{L}\\d])`,
      "gu",
    ),
  };
  SHAPES.set(locale, shapes);
  return shapes;
}
