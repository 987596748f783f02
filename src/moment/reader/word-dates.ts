import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../kernel/clock.ts";
import { foldName } from "../fold.ts";
import type { Lexicon } from "../lexicon.ts";
import { BOOKS, pastPhrase, phraseAt } from "./books.ts";
import type { DateValue } from "./hit.ts";
import { LEXICONS } from "./lexicons.ts";
import { afterDot, endOfWords, phraseBook } from "./phrase-book.ts";
import type { Found, PhraseBook } from "./phrase-book.ts";
import { isGluedSign, keyAt, numberAt, startsLine, textAt } from "./text.ts";
import type { Text } from "./text.ts";

/** Month names that are everyday words too: no month by themselves. */
const EVERYDAY_MONTHS = new Set([
  "may",
  "mars",
  "mar",
  "march",
  "sept",
  "sep",
  "dec",
  "mai",
  "mei",
  "jan",
  "maj",
]);

/** A date with its month in words: `3 novembre 2026`, `November 3rd, 2026`, `den 3:e nov`. */
export function monthDateAt(text: Text, at: number): Found<DateValue> | undefined {
  return dayFirstAt(text, at) ?? monthFirstAt(text, at) ?? monthAloneAt(text, at);
}

/** A day of the month: `3`, `3rd`, `5:e`, `premier`, `trois`. */
export function monthDayAt(text: Text, at: number): Found<number> | undefined {
  const digits = numberAt(text, at);
  if (digits !== undefined) return { value: digits, end: pastOrdinalEnd(text, at + 1) };
  const word = phraseAt(BOOKS.ordinals, text, at) ?? phraseAt(BOOKS.numbers, text, at);
  return word !== undefined && word.value <= 31 ? word : undefined;
}

function pastOrdinalEnd(text: Text, at: number): number {
  const colon = isGluedSign(text, at, ":") ? at + 1 : at;
  const end = text.tokens[colon];
  const ordinal =
    end?.kind === "word" && end.glued && phraseAt(BOOKS.ordinalEnds, text, colon) !== undefined;
  return ordinal ? colon + 1 : at;
}

function dayFirstAt(text: Text, at: number): Found<DateValue> | undefined {
  const day = monthDayAt(text, at);
  if (day === undefined) return undefined;
  const sign = "-/.".includes(text.tokens[day.end]?.text ?? " ") ? day.end + 1 : day.end;
  const month = phraseAt(BOOKS.months, text, pastPhrase(BOOKS.dateJoints, text, sign));
  if (month === undefined) return undefined;
  return withYear(text, afterDot(text.tokens, month.end), { month: month.value, day: day.value });
}

function monthFirstAt(text: Text, at: number): Found<DateValue> | undefined {
  const month = phraseAt(BOOKS.months, text, at);
  if (month === undefined) return undefined;
  const named = afterDot(text.tokens, month.end);
  const sign =
    text.tokens[named]?.text === "-" || text.tokens[named]?.text === "/" ? named + 1 : named;
  const day = monthDayAt(text, keyAt(text, sign) === "the" ? sign + 1 : sign);
  if (day === undefined || day.value === 0 || day.value > 31 || isTimeSoon(text, day.end))
    return undefined;
  return withYear(text, day.end, { month: month.value, day: day.value });
}

/** The number is an hour: `november 14:30`, `november 14 uur`. */
export function isTimeSoon(text: Text, at: number): boolean {
  if (isGluedSign(text, at, ":.h") && text.tokens[at + 1]?.kind === "number") return true;
  const words = [BOOKS.hourWords, BOOKS.am, BOOKS.pm, BOOKS.months];
  return words.some((book) => phraseAt<unknown>(book, text, at) !== undefined);
}

type MonthDay = { readonly month: number; readonly day: number };

function withYear(text: Text, at: number, date: MonthDay): Found<DateValue> {
  const year = yearAt(text, at);
  if (year === undefined) return { value: { is: "day", ...date }, end: at };
  return { value: { is: "day", ...date, year: year.value }, end: year.end };
}

function yearAt(text: Text, at: number): Found<number> | undefined {
  const short = shortYearAt(text, at);
  if (short !== undefined) return short;
  const sign = /^[,\-/.]$/.test(textAt(text, at)) ? at + 1 : pastPhrase(BOOKS.dateJoints, text, at);
  const year = numberAt(text, sign, 4);
  if (year === undefined || startsLine(text, sign) || isHourWord(text, sign + 1)) return undefined;
  return /^(?:19|20|21)\d\d$/.test(textAt(text, sign)) ? { value: year, end: sign + 1 } : undefined;
}

/** `'26` */
function shortYearAt(text: Text, at: number): Found<number> | undefined {
  const year =
    textAt(text, at) === "'" && textAt(text, at + 1).length === 2
      ? numberAt(text, at + 1)
      : undefined;
  return year === undefined ? undefined : { value: 2000 + year, end: at + 2 };
}

/** A year-like number that is a time: `2030 uur`, `2030Z`. */
const isHourWord = (text: Text, at: number): boolean =>
  /^(?:uur|u|h|hrs|hours|z)$/.test(keyAt(text, at));

function monthAloneAt(text: Text, at: number): Found<DateValue> | undefined {
  const month = phraseAt(BOOKS.months, text, at);
  if (month === undefined || EVERYDAY_MONTHS.has(keyAt(text, at))) return undefined;
  if (keyAt(text, at).length < 4) return undefined;
  const year = yearAt(text, month.end);
  return { value: { is: "part" }, end: year?.end ?? month.end };
}

/** `semaine 45`, `v. 45`, `week 45 2026`. Single letters need to be glued or dotted, and mean it. */
export function weekAt(text: Text, at: number): Found<DateValue> | undefined {
  const word = phraseAt(BOOKS.weekWords, text, at);
  if (word === undefined) return undefined;
  const named = keyAt(text, at).length > 1;
  const after = afterDot(text.tokens, word.end);
  const mark =
    keyAt(text, after) === "n" && text.tokens[after + 1]?.text === "°" ? after + 2 : after;
  const week = numberAt(text, mark);
  if (
    week === undefined ||
    (isGluedSign(text, mark + 1, ".,:") && text.tokens[mark + 2]?.glued === true)
  )
    return undefined;
  if (!named && !isWeekLetter(text, at)) return undefined;
  const year = yearAt(text, mark + 1);
  const base = { is: "week", week } as const;
  if (year === undefined) return { value: base, end: mark + 1 };
  return { value: { ...base, year: year.value }, end: year.end };
}

/** `v` in Swedish; any letter beside a weekday. */
const isWeekLetter = (text: Text, at: number): boolean =>
  (text.language === "sv" && keyAt(text, at) === "v") ||
  phraseAt(BOOKS.weekdays, text, at - 1) !== undefined ||
  [at + 2, at + 3].some((after) => phraseAt(BOOKS.weekdays, text, after) !== undefined);

type Counted = {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly counts: boolean;
  readonly value: (count: number) => DateValue;
  readonly numbers: PhraseBook<number>;
};

const COUNTED: readonly Counted[] = LEXICONS.flatMap(countedShapes);

function countedShapes(lexicon: Lexicon): readonly Counted[] {
  const ones = lexicon.ones.map((word) => [word, 1] as const);
  const numbers = phraseBook([...ones, ...Object.entries(lexicon.numbers)]);
  const loose = new Set(lexicon.looseCounts);
  const make = (shapes: readonly string[], value: Counted["value"]): readonly Counted[] =>
    shapes.map((shape) => ({ ...splitShape(shape), value, numbers }));
  return [
    ...make(lexicon.daysAgo, (days) =>
      loose.has(days) ? { is: "loose", days } : { is: "relative", days: -days, counted: true },
    ),
    ...make(lexicon.weeksAgo, (weeks) => ({ is: "loose", days: weeks * 7 })),
    ...make(lexicon.longAgo, () => ({ is: "loose" })),
    ...make(lexicon.hoursAgo, (count) => ({ is: "elapsed", ms: count * HOUR_MS, unitMs: HOUR_MS })),
    ...make(lexicon.minutesAgo, (count) => ({
      is: "elapsed",
      ms: count * MINUTE_MS,
      unitMs: MINUTE_MS,
    })),
    ...make(lexicon.shifts, () => ({ is: "shift" })),
    ...make(lexicon.ahead, () => ({ is: "elapsed", ms: DAY_MS, unitMs: DAY_MS, ahead: true })),
  ];
}

function splitShape(shape: string): Pick<Counted, "before" | "after" | "counts"> {
  const pieces = shape.split(" ");
  const at = pieces.indexOf("N");
  if (at < 0) return { before: wordsIn(pieces), after: [], counts: false };
  return {
    before: wordsIn(pieces.slice(0, at)),
    after: wordsIn(pieces.slice(at + 1)),
    counts: true,
  };
}

function wordsIn(pieces: readonly string[]): readonly string[] {
  const words = foldName(pieces.join(" ")).split(" ");
  return words.filter((word) => word !== "");
}

/** Shapes by their first word; those that begin with the number itself stand under none. */
const BY_FIRST: ReadonlyMap<string, readonly Counted[]> = Map.groupBy(
  COUNTED,
  ({ before }) => before[0] ?? "",
);
const ONES = phraseBook(LEXICONS.flatMap(({ ones }) => ones.map((word) => [word, 1] as const)));

/** `il y a 3 jours`, `2 hours ago`, `för en vecka sedan`. */
export function countedAt(text: Text, at: number): Found<DateValue> | undefined {
  let best: Found<DateValue> | undefined;
  const counts = isCount(text, at) ? (BY_FIRST.get("") ?? []) : [];
  for (const shape of [...counts, ...(BY_FIRST.get(keyAt(text, at)) ?? [])]) {
    const found = matchCounted(shape, text, at);
    if (found !== undefined && (best === undefined || found.end > best.end)) best = found;
  }
  return best;
}

const isCount = (text: Text, at: number): boolean =>
  numberAt(text, at, 4) !== undefined ||
  phraseAt(BOOKS.numbers, text, at) !== undefined ||
  phraseAt(ONES, text, at) !== undefined;

/** Half hours and quarters are told in whole phrases. */
function wholePhrase(shape: Counted): DateValue {
  const quarter = /kvart|kwartier/.test(shape.before.join(" "));
  const counted = shape.value(quarter ? 15 : 30);
  return counted.is === "elapsed" || counted.is === "shift" ? counted : { is: "loose" };
}

function matchCounted(shape: Counted, text: Text, at: number): Found<DateValue> | undefined {
  const start = shape.before.length === 0 ? at : endOfWords(shape.before, text.tokens, at);
  if (start === undefined) return undefined;
  if (!shape.counts) return { value: wholePhrase(shape), end: start };
  const digits = numberAt(text, start, 4);
  const count =
    digits === undefined ? phraseAt(shape.numbers, text, start) : { value: digits, end: start + 1 };
  if (count === undefined) return undefined;
  const end = endOfWords(shape.after, text.tokens, count.end);
  return end === undefined ? undefined : { value: shape.value(count.value), end };
}
