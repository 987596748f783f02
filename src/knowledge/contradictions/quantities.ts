import type { Locale } from "../../kernel/locale.ts";
import { fold } from "../words/fold.ts";
import { CUES } from "./cues/cues-of.ts";
import { readDates } from "./dates.ts";
import type { Cues, TimeUnit } from "./cues/cues.ts";

/** A number a sentence states, with its unit where one follows. */
export type Quantity = {
  /** The number, or a date or a time of day in one form for all languages. */
  readonly value: string;
  readonly unit?: string;
  /** Written as a word, or a one: other languages may well say it otherwise. */
  readonly loose: boolean;
};

const NUMBER =
  /(?<![\p{L}\p{N}_/@#=~^\\]|\p{L}-|\d[.,:]|--)(\d{1,3}(?:[ .,]\d{3})+(?![\p{N}])|\d+(?:[.,]\d+)?)(?: (\d\/\d)|([½¼¾]))?(?![.,:]\d|[\p{L}_]*\d|[@/\\}]|(?:e|er|eme|nd|rd|th|st|de|ste)(?!\p{L}))/gu;
const AFTER = /^[\s+-]{0,3}(?:plus |of meer |och mer |ou plus )?([\p{L}%]+)/u;
const VERSION =
  /(?<![\p{L}\p{N}.])v?\d+(?:\.\d+){2,}(?:-(?:p|rc|beta|alpha)\d*(?!\w))?|(?<![\p{L}\p{N}.])\d+\.\d+\.x/gu;
const BYTES: Readonly<Record<string, string>> = {
  b: "B",
  o: "B",
  byte: "B",
  bytes: "B",
  octet: "B",
  octets: "B",
  kb: "KB",
  ko: "KB",
  mb: "MB",
  mo: "MB",
  gb: "GB",
  go: "GB",
  tb: "TB",
  to: "TB",
  kib: "KiB",
  mib: "MiB",
  gib: "GiB",
  tib: "TiB",
};
const FRACTIONS: Readonly<Record<string, number>> = {
  "1/2": 0.5,
  "1/4": 0.25,
  "3/4": 0.75,
  "½": 0.5,
  "¼": 0.25,
  "¾": 0.75,
};

/** Every number of a sentence: figures, number words, dates, times and versions. */
export function quantitiesOf(text: string, locale: Locale): Quantity[] {
  const folded = fold(text).replace(/^\d{1,2}[.)] /, "");
  const dated = readDates(folded, locale);
  const versions = [...dated.rest.matchAll(VERSION)].map((found) => found[0].replace(/^v/, ""));
  const rest = dated.rest.replaceAll(VERSION, " ");
  return [
    ...dated.found.map((value) => ({ value, loose: false })),
    ...versions.map((value) => ({ value, unit: "version", loose: false })),
    ...figures(rest, locale),
    ...numberWords(rest, locale),
  ];
}

function figures(text: string, locale: Locale): Quantity[] {
  return [...text.matchAll(NUMBER)].map((found) => {
    const [whole, digits = "", fraction = found[3]] = found;
    const value = valueOf(digits, locale) + (FRACTIONS[fraction ?? ""] ?? 0);
    const unit = unitAfter(text.slice(found.index + whole.length), locale);
    return { value: String(value), ...unit, loose: false };
  });
}

/** "2.5" and "2,5" are the same; three digits after the mark are thousands where the language says so. */
function valueOf(digits: string, locale: Locale): number {
  const thousands = locale === "en" ? /[ ,](?=\d{3}(?!\d))/g : /[ .](?=\d{3}(?!\d))/g;
  return Number(digits.replaceAll(thousands, "").replace(",", "."));
}

function unitAfter(text: string, locale: Locale): { readonly unit?: string } {
  const word = AFTER.exec(text)?.[1];
  if (word === undefined) return {};
  if (word === "%") return { unit: "%" };
  const bytes = Object.hasOwn(BYTES, word) ? BYTES[word] : undefined;
  if (bytes !== undefined && !(word === "to" && locale === "en")) return { unit: bytes };
  const unit = timeUnitOf(word, CUES[locale].units);
  return unit === undefined ? {} : { unit };
}

const timeUnitOf = (word: string, units: Cues["units"]): TimeUnit | undefined =>
  (Object.keys(units) as TimeUnit[]).find((unit) => units[unit].test(word));

const WORDS = new Map<Locale, ReadonlyMap<string, number>>();

function numberWords(text: string, locale: Locale): Quantity[] {
  const known =
    WORDS.get(locale) ??
    new Map(Object.entries(CUES[locale].numbers).map(([word, value]) => [fold(word), value]));
  WORDS.set(locale, known);
  return [...text.matchAll(/\p{L}+(?:-\p{L}+)*/gu)].flatMap((found) => {
    const value = known.get(found[0]);
    if (value === undefined) return [];
    const unit = unitAfter(text.slice(found.index + found[0].length), locale);
    return [{ value: String(value), ...unit, loose: unit.unit === undefined }];
  });
}
