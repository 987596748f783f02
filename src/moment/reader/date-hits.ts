import { BOOKS, pastPhrase, phraseAt } from "./books.ts";
import type { DateValue, HitOf } from "./hit.ts";
import { lexiconOf } from "./lexicons.ts";
import { nightAt } from "./night-dates.ts";
import { numericDateAt } from "./numeric-dates.ts";
import { afterDot } from "./phrase-book.ts";
import type { Found } from "./phrase-book.ts";
import { keyAt, numberAt } from "./text.ts";
import type { Text } from "./text.ts";
import { countedAt, monthDateAt, monthDayAt, weekAt } from "./word-dates.ts";

type DateHit = HitOf<"date">;

/** A day that begins at a token. */
export function dateAt(text: Text, start: number): DateHit | undefined {
  if (text.masked.has(start) || isFalseFriend(text, start)) return undefined;
  const all = [
    ...plainFinds(text, start).map((found) => hit(start, found)),
    relativeAt(text, start),
    weekdayAt(text, start),
    weekdayDayAt(text, start),
    feastAt(text, start),
    markedAt(text, start),
  ];
  return all
    .filter((one) => one !== undefined)
    .toSorted((a, b) => b.end - a.end)
    .at(0);
}

const plainFinds = (text: Text, start: number): readonly (Found<DateValue> | undefined)[] => [
  numericDateAt(text, start),
  monthDateAt(text, start),
  weekAt(text, start),
  countedAt(text, start),
  nightAt(text, start),
];

const hit = (start: number, found: Found<DateValue> | undefined): DateHit | undefined =>
  found === undefined ? undefined : { kind: "date", start, end: found.end, value: found.value };

const isFalseFriend = (text: Text, at: number): boolean =>
  text.language !== undefined && lexiconOf(text.language).falseFriends.includes(keyAt(text, at));

function relativeAt(text: Text, start: number): DateHit | undefined {
  const found = phraseAt(BOOKS.relativeDays, text, start);
  if (found === undefined) return undefined;
  const { days, part, pastNight } = found.value;
  const night = pastNight === true ? { pastNight } : {};
  const base = {
    kind: "date",
    start,
    end: found.end,
    value: { is: "relative", days, ...night },
  } as const;
  return part === undefined ? base : { ...base, part };
}

function weekdayAt(text: Text, start: number): DateHit | undefined {
  const found = phraseAt(BOOKS.weekdays, text, start);
  if (found === undefined) return undefined;
  const { weekday, mode, part } = found.value;
  const base = {
    kind: "date",
    start,
    end: found.end,
    value: { is: "weekday", weekday, mode },
  } as const;
  return part === undefined ? base : { ...base, part };
}

/** `mercredi 18 à`, `fredag den 13:e kl`: only where a time or the end follows, no month. */
function weekdayDayAt(text: Text, start: number): DateHit | undefined {
  const named = phraseAt(BOOKS.weekdays, text, start);
  if (named === undefined || named.value.mode !== "past") return undefined;
  const at = pastPhrase(BOOKS.dateJoints, text, named.end);
  const day = numberAt(text, at) === undefined ? undefined : monthDayAt(text, at);
  if (day === undefined || day.value < 1 || day.value > 31 || !isDayEnd(text, day.end))
    return undefined;
  const { weekday, part } = named.value;
  const value = { is: "weekday-day", weekday, day: day.value } as const;
  const base = { kind: "date", start, end: day.end, value } as const;
  return part === undefined ? base : { ...base, part };
}

/** What follows a number that is a day: nothing, a comma, a bracket, a time or a word before one. */
function isDayEnd(text: Text, at: number): boolean {
  const token = text.tokens[at];
  if (token === undefined || token.newLine || (token.kind === "number" && !token.glued))
    return true;
  if (token.kind === "sign")
    return /^[,()]$/.test(token.text) && phraseAt(BOOKS.months, text, at + 1) === undefined;
  return [BOOKS.timeJoints, BOOKS.clockWords, BOOKS.looseClockWords].some(
    (book) => phraseAt(book, text, at) !== undefined,
  );
}

/** A day by its name, even where a weekday is part of it: `Easter Monday`. */
function feastAt(text: Text, start: number): DateHit | undefined {
  const found = phraseAt(BOOKS.feasts, text, start);
  return found && { kind: "date", start, end: found.end, value: { is: "feast" } };
}

/** A short weekday, read only with the date right behind it: `tis 3 nov`. */
function markedAt(text: Text, start: number): DateHit | undefined {
  const mark = phraseAt(BOOKS.weekdayMarks, text, start);
  if (mark === undefined) return undefined;
  const dotted = afterDot(text.tokens, mark.end);
  const from = text.tokens[dotted]?.text === "," ? dotted + 1 : dotted;
  const at = pastPhrase(BOOKS.dateJoints, text, from);
  const date = numericDateAt(text, at) ?? monthDateAt(text, at);
  if (date === undefined || date.value.is === "part") return undefined;
  return { kind: "date", start, end: date.end, value: date.value, weekday: mark.value };
}
