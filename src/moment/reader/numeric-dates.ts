import { BOOKS, phraseAt } from "./books.ts";
import type { DateValue } from "./hit.ts";
import type { Found } from "./phrase-book.ts";
import { isGlued, isGluedSign, keyAt, numberAt, textAt } from "./text.ts";
import type { Text } from "./text.ts";
import { pastJoint } from "./time-joints.ts";

/** A date in digits that begins at a token: `2026-11-03`, `2026-W45-1`, `3/11/2026`, `3/11 2026`, `3/11`, `3-11 om 9:05`. */
export function numericDateAt(text: Text, at: number): Found<DateValue> | undefined {
  return (
    isoWeekAt(text, at) ??
    packedDateAt(text, at) ??
    yearFirstAt(text, at) ??
    threeParts(text, at) ??
    twoParts(text, at)
  );
}

const glued = (text: Text, at: number, digits = 2): number | undefined =>
  text.tokens[at]?.glued === true ? numberAt(text, at, digits) : undefined;

const isYear = (text: Text, at: number): boolean =>
  /^(?:19|20|21)\d\d$/.test(text.tokens[at]?.text ?? "");

/** `2026-W45-1`, `2026W451`, `2026-W45` */
function isoWeekAt(text: Text, at: number): Found<DateValue> | undefined {
  const year = isYear(text, at) ? numberAt(text, at, 4) : undefined;
  const mark = isGluedSign(text, at + 1, "-") ? at + 2 : at + 1;
  if (year === undefined || keyAt(text, mark) !== "w" || !isGlued(text, mark)) return undefined;
  const packed = textAt(text, mark + 1).length === 3 ? glued(text, mark + 1, 3) : undefined;
  if (packed === undefined) return spacedWeek(text, mark + 1, year);
  const [week, weekday] = [Math.floor(packed / 10), packed % 10];
  return { value: { is: "week", year, week, weekday }, end: mark + 2 };
}

function spacedWeek(text: Text, at: number, year: number): Found<DateValue> | undefined {
  const week = glued(text, at);
  if (week === undefined) return undefined;
  const weekday = isGluedSign(text, at + 1, "-") ? glued(text, at + 2, 1) : undefined;
  if (weekday === undefined) return { value: { is: "week", year, week }, end: at + 1 };
  return { value: { is: "week", year, week, weekday }, end: at + 3 };
}

/** `20261103T1430`: eight digits are a date only with the time behind them. */
function packedDateAt(text: Text, at: number): Found<DateValue> | undefined {
  const token = text.tokens[at];
  const parts = /^((?:19|20|21)\d\d)(\d\d)(\d\d)$/.exec(token?.text ?? "");
  const timed = keyAt(text, at + 1) === "t" && text.tokens[at + 1]?.glued === true;
  if (parts === null || !timed || text.masked.has(at)) return undefined;
  const [year = 0, month = 0, day = 0] = parts.slice(1).map(Number);
  return { value: { is: "day", year, month, day }, end: at + 1 };
}

function yearFirstAt(text: Text, at: number): Found<DateValue> | undefined {
  const sign = text.tokens[at + 1]?.text ?? "";
  if (!isYear(text, at) || !isGluedSign(text, at + 1, "-/.") || !isGluedSign(text, at + 3, sign))
    return undefined;
  const year = numberAt(text, at, 4);
  const month = glued(text, at + 2);
  const day = glued(text, at + 4);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return { value: { is: "day", year, month, day }, end: at + 5 };
}

function threeParts(text: Text, at: number): Found<DateValue> | undefined {
  const first = numberAt(text, at);
  const second = isGluedSign(text, at + 1, "/-.") ? glued(text, at + 2) : undefined;
  if (first === undefined || second === undefined) return undefined;
  const sign = textAt(text, at + 1);
  // `23.59.59` has no month in it: a time
  if (sign === "." && first > 12 && second > 12) return undefined;
  const closing = sign === "/" ? "/-" : sign;
  return isGluedSign(text, at + 3, closing)
    ? lastYear(text, at + 4, { first, second })
    : spacedYear(text, at + 3, { first, second });
}

/** `3/11 2026`; not `3.11 2026`, which is a time and a year. */
function spacedYear(text: Text, at: number, pair: Pair): Found<DateValue> | undefined {
  const spaced = textAt(text, at - 2) !== "." && isYear(text, at) && !isHour(text, at + 1);
  const year = spaced ? numberAt(text, at, 4) : undefined;
  return year === undefined ? undefined : { value: { is: "numeric", ...pair, year }, end: at + 1 };
}

type Pair = { readonly first: number; readonly second: number };

function lastYear(text: Text, at: number, pair: Pair): Found<DateValue> | undefined {
  if (text.tokens[at]?.glued !== true) return undefined;
  const year = isYear(text, at) ? numberAt(text, at, 4) : undefined;
  if (year !== undefined) return { value: { is: "numeric", ...pair, year }, end: at + 1 };
  const shortYear = text.tokens[at]?.text.length === 2 ? numberAt(text, at) : undefined;
  if (shortYear === undefined) return undefined;
  return { value: { is: "numeric", ...pair, shortYear }, end: at + 1 };
}

/** A year-like number that is a time: `2030 uur`. */
const isHour = (text: Text, at: number): boolean =>
  /^(?:uur|u|h|hrs|hours|z)$/.test(keyAt(text, at));

function twoParts(text: Text, at: number): Found<DateValue> | undefined {
  const first = numberAt(text, at);
  const sign = textAt(text, at + 1);
  const second = isGluedSign(text, at + 1, "/-") ? glued(text, at + 2) : undefined;
  if (first === undefined || second === undefined || isGluedSign(text, at + 3, "/"))
    return undefined;
  if (sign === "-" && !isDashed(text, at, { first, second })) return undefined;
  // `14/15 November` names two days
  if (phraseAt(BOOKS.months, text, at + 3) !== undefined) return undefined;
  return { value: { is: "numeric", first, second }, end: at + 3 };
}

/** `17-11 om 9:05`: a dash makes a date only where a time follows; else it is a range or a name. */
function isDashed(text: Text, at: number, { first, second }: Pair): boolean {
  const named = phraseAt(BOOKS.numbered, text, at - 1) !== undefined;
  const ranged = phraseAt(BOOKS.approximators, text, at - 1) !== undefined;
  if (named || ranged || isGlued(text, at) || first > 31 || second > 12) return false;
  const comma = textAt(text, at + 3) === "," ? at + 4 : at + 3;
  const hour = pastJoint(text, comma);
  if (isGlued(text, hour) || numberAt(text, hour) === undefined) return false;
  return (
    (isGluedSign(text, hour + 1, ":.") && isGlued(text, hour + 2)) ||
    phraseAt(BOOKS.hourWords, text, hour + 1) !== undefined
  );
}
