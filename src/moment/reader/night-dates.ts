import { foldName } from "../fold.ts";
import { BOOKS, pastPhrase, phraseAt } from "./books.ts";
import type { DateValue } from "./hit.ts";
import { LEXICONS } from "./lexicons.ts";
import { numericDateAt } from "./numeric-dates.ts";
import { endOfWords } from "./phrase-book.ts";
import type { Found } from "./phrase-book.ts";
import type { Text } from "./text.ts";
import { isTimeSoon, monthDateAt, monthDayAt } from "./word-dates.ts";

type Span = {
  readonly before: readonly string[];
  readonly between: readonly string[];
  readonly sign?: string;
};

const SPANS: readonly Span[] = LEXICONS.flatMap(({ nightSpans }) =>
  nightSpans.map(([before, between]) => {
    const sign = /^[-/]$/.test(between) ? { sign: between } : {};
    return { before: foldName(before).split(" "), between: foldName(between).split(" "), ...sign };
  }),
);
const TOWARDS: readonly (readonly string[])[] = LEXICONS.flatMap(({ nightTowards }) =>
  nightTowards.map((words) => foldName(words).split(" ")),
);

/** The night between two days: `nuit du 7 au 8 novembre`, `natten mot den 8 november`. */
export function nightAt(text: Text, at: number): Found<DateValue> | undefined {
  for (const span of SPANS) {
    const found = spanAt(span, text, at);
    if (found !== undefined) return found;
  }
  for (const words of TOWARDS) {
    const start = endOfWords(words, text.tokens, at);
    const to =
      start === undefined ? undefined : dayAt(text, pastPhrase(BOOKS.dateJoints, text, start));
    if (to !== undefined && to.value.is !== "part")
      return { value: { is: "night-to", to: to.value }, end: to.end };
  }
  return undefined;
}

function spanAt(span: Span, text: Text, at: number): Found<DateValue> | undefined {
  const start = endOfWords(span.before, text.tokens, at);
  if (start === undefined) return undefined;
  const from = dayAt(text, pastPhrase(BOOKS.dateJoints, text, start));
  if (from === undefined) return undefined;
  const middle =
    span.sign === undefined
      ? endOfWords(span.between, text.tokens, from.end)
      : afterSign(text, from.end, span.sign);
  if (middle === undefined) return undefined;
  const to = dayAt(text, pastPhrase(BOOKS.dateJoints, text, middle));
  return to === undefined || to.value.is === "part" ? undefined : joined(from, to);
}

const afterSign = (text: Text, at: number, sign: string): number | undefined =>
  text.tokens[at]?.text === sign ? at + 1 : undefined;

/** A day without a month takes that of the day after it. */
function joined(from: Found<DateValue>, to: Found<DateValue>): Found<DateValue> | undefined {
  const { value: last, end } = to;
  const { value: first } = from;
  if (first.is === "part" && first.day !== undefined && last.is === "day") {
    const before = withWeekday({ ...last, day: first.day }, first.weekday);
    return { value: { is: "night", from: before, to: last }, end };
  }
  return first.is === "part" ? undefined : { value: { is: "night", from: first, to: last }, end };
}

type Day = DateValue & { readonly is: "day" };

function withWeekday({ weekday: _other, ...day }: Day, weekday: number | undefined): Day {
  return weekday === undefined ? day : { ...day, weekday };
}

function dayAt(text: Text, at: number): Found<DateValue> | undefined {
  const named = phraseAt(BOOKS.weekdays, text, at);
  if (named === undefined) return dateAt(text, at);
  const { weekday, mode } = named.value;
  const date = dateAt(text, pastPhrase(BOOKS.dateJoints, text, named.end));
  if (date?.value.is === "day" || date?.value.is === "part")
    return { value: { ...date.value, weekday }, end: date.end };
  return { value: { is: "weekday", weekday, mode }, end: named.end };
}

function dateAt(text: Text, at: number): Found<DateValue> | undefined {
  const date = numericDateAt(text, at) ?? monthDateAt(text, at);
  if (date !== undefined) return date;
  const day = monthDayAt(text, at);
  return day === undefined || isTimeSoon(text, day.end)
    ? undefined
    : { value: { is: "part", day: day.value }, end: day.end };
}
