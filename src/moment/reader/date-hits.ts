import { BOOKS, pastPhrase, phraseAt } from "./books.ts";
import type { DateValue, HitOf } from "./hit.ts";
import { lexiconOf } from "./lexicons.ts";
import { nightAt } from "./night-dates.ts";
import { numericDateAt } from "./numeric-dates.ts";
import { afterDot } from "./phrase-book.ts";
import type { Found } from "./phrase-book.ts";
import { keyAt } from "./text.ts";
import type { Text } from "./text.ts";
import { countedAt, monthDateAt, weekAt } from "./word-dates.ts";

type DateHit = HitOf<"date">;

/** A day that begins at a token. */
export function dateAt(text: Text, start: number): DateHit | undefined {
  if (text.masked.has(start) || isFalseFriend(text, start)) return undefined;
  const all = [
    ...plainFinds(text, start).map((found) => hit(start, found)),
    relativeAt(text, start),
    weekdayAt(text, start),
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
