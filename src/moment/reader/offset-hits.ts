import { isOffsetInUse, offsetText } from "../zones/offset-at.ts";
import { BOOKS, phraseAt } from "./books.ts";
import type { ZoneValue } from "./hit.ts";
import type { Found } from "./phrase-book.ts";
import { gluedPair, isGlued, isGluedSign, keyAt, numberAt, textAt, wordsOf } from "./text.ts";
import type { Text } from "./text.ts";
import { shapedAt } from "./zone-shapes.ts";
import { zoneValue } from "./zone-value.ts";

/** `UTC`, `UTC+1`, `GMT +02:00`, `UTC-5`. */
export function withOffset(text: Text, at: number): Found<ZoneValue> {
  return signedAt(text, at, true) ?? { value: zoneValue("UTC"), end: at };
}

/** An offset right after a time: `+01:00`, `-0500`, `+01`. */
export function offsetAfterTime(text: Text, at: number): Found<ZoneValue> | undefined {
  const digits = textAt(text, at + 1).length;
  if (digits !== 2 && digits !== 4) return undefined;
  return textAt(text, at) === "-" && !isSafeMinus(text, at, digits)
    ? undefined
    : signedAt(text, at, false);
}

/** A dash may also be a range: only behind `T14:30`, or as `14:30 -0500`, is it a sign. */
function isSafeMinus(text: Text, at: number, digits: number): boolean {
  if (isGlued(text, at)) return isIsoTime(text, at);
  return digits === 4 && isGlued(text, at + 1);
}

/** Whether the time before belongs to `2026-11-03T14:30`. */
function isIsoTime(text: Text, at: number): boolean {
  for (let back = at - 1; back > at - 9 && back >= 0; back -= 1) {
    if (keyAt(text, back) === "t" && text.tokens[back]?.glued === true) return true;
    if (text.tokens[back]?.glued !== true) return false;
  }
  return false;
}

type Size = { readonly minutes: number; readonly sound: boolean; readonly end: number };

function signedAt(text: Text, at: number, afterName: boolean): Found<ZoneValue> | undefined {
  const sign = textAt(text, at);
  if (!/^[+-]$/.test(sign) || !isGlued(text, at + 1) || isDateStart(text, at + 1)) return undefined;
  const size = sizeAt(text, at + 1);
  if (size === undefined) return undefined;
  if (isSpan(text, size.end)) return undefined;
  const hour = afterName && keyAt(text, size.end) === "h" && isGlued(text, size.end);
  const end = hour ? size.end + 1 : size.end;
  const total = sign === "-" ? -size.minutes : size.minutes;
  if (size.sound && isOffsetInUse(total)) return { value: zoneValue(fixedOf(total)), end };
  return { value: { is: "unknown", typed: wordsOf(text, at, size.end) }, end };
}

/** `UTC +10 min`: a span of time, no offset. */
const isSpan = (text: Text, at: number): boolean =>
  phraseAt(BOOKS.minuteWords, text, at) !== undefined ||
  (phraseAt(BOOKS.hourWords, text, at) !== undefined &&
    !isGlued(text, at) &&
    shapedAt(text, at) === undefined);

/** `1`, `01`, `0100`, `1:30`, `01:00`. */
function sizeAt(text: Text, at: number): Size | undefined {
  const number = numberAt(text, at, 4);
  if (number === undefined) return undefined;
  const packed = textAt(text, at).length > 2;
  const behind = packed ? undefined : gluedPair(text, at + 1, ":");
  const hours = packed ? Math.floor(number / 100) : number;
  const rest = packed ? number % 100 : (behind ?? 0);
  const end = behind === undefined ? at + 1 : at + 3;
  return { minutes: hours * 60 + rest, sound: rest < 60, end };
}

const fixedOf = (total: number): string => (total === 0 ? "UTC" : offsetText(total));

/** `UTC -3 november`: the number is a day. */
const isDateStart = (text: Text, at: number): boolean =>
  phraseAt(BOOKS.months, text, at + 1) !== undefined ||
  (isGluedSign(text, at + 1, "/-.") && text.tokens[at + 2]?.kind === "number");
