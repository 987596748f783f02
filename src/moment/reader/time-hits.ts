import { BOOKS, pastPhrase, phraseAt } from "./books.ts";
import { clockShapeAt } from "./clock-shapes.ts";
import type { HitOf, TimeValue } from "./hit.ts";
import type { PhraseBook } from "./phrase-book.ts";
import { gluedPair, isGluedSign, keyAt, numberAt, textAt } from "./text.ts";
import type { Text } from "./text.ts";

type TimeHit = HitOf<"time">;
type Digits = { readonly hour: number; readonly minute: number; readonly second: number };
type Read = { readonly digits: Digits; readonly end: number; readonly form: TimeValue["form"] };

/** What stands around a number, for forms that need an anchor. */
export type TimeSurroundings = {
  /** A date or a zone ends right before it, or a word for the clock does. */
  readonly anchoredBefore: (at: number) => boolean;
  readonly zoneAt: (at: number) => boolean;
  readonly dateAt: (at: number) => boolean;
};

/** A time of day that begins at a token. */
export function timeAt(text: Text, start: number, around: TimeSurroundings): TimeHit | undefined {
  if (text.masked.has(start)) return undefined;
  const told = clockShapeAt(text, start);
  const digits = digitTimeAt(text, start, around);
  const named = namedTimeAt(text, start);
  const all = [told, digits, named].filter((one) => one !== undefined);
  const best = all.toSorted((a, b) => b.end - a.end)[0];
  if (best === undefined) return undefined;
  const { value, end } = withMeridiem(text, best.value, best.end);
  return { kind: "time", start, end, value, ...(isAbout(text, end) ? { approximate: true } : {}) };
}

/** `-tiden`, `-ish`, `:xx`: a time that is none exactly. */
const isAbout = (text: Text, end: number): boolean => {
  const after = isGluedSign(text, end, "-:.") ? end + 1 : end;
  const token = text.tokens[after];
  return (
    (token?.glued === true || token?.tied === true) && /^(?:tiden|snaret|ish|x+)$/.test(token.key)
  );
};

function namedTimeAt(text: Text, start: number): { value: TimeValue; end: number } | undefined {
  const noon = phraseAt(BOOKS.noon, text, start);
  if (noon !== undefined) {
    return { value: { hour: 12, minute: 0, second: 0, form: "clock" }, end: noon.end };
  }
  const midnight = phraseAt(BOOKS.midnight, text, start);
  if (midnight === undefined) return undefined;
  return { value: { hour: 0, minute: 0, second: 0, form: "midnight" }, end: midnight.end };
}

function digitTimeAt(
  text: Text,
  start: number,
  around: TimeSurroundings,
): { value: TimeValue; end: number } | undefined {
  const at = isIsoMark(text, start, 6) ? start + 1 : start;
  const read = readDigits(text, at, around);
  if (read === undefined) return undefined;
  const padded = textAt(text, at).startsWith("0");
  const certain = at > start || padded || read.digits.hour >= (read.form === "loose" ? 13 : 12);
  const value = { ...read.digits, form: certain ? "clock" : read.form };
  return { value: padded ? { ...value, padded } : value, end: read.end };
}

const readDigits = (text: Text, at: number, around: TimeSurroundings): Read | undefined =>
  colonTime(text, at, around) ??
  hourTime(text, at) ??
  dottedTime(text, at, around) ??
  packedTime(text, at, around) ??
  bareHour(text, at, around);

/** The `T` of `2026-11-03T13:30`. */
const isIsoMark = (text: Text, at: number, digits = 2): boolean =>
  keyAt(text, at) === "t" &&
  text.tokens[at + 1]?.glued === true &&
  numberAt(text, at + 1, digits) !== undefined;

/** `14:30`, `14:30:15`, `14:30:15.250`. */
function colonTime(text: Text, at: number, around: TimeSurroundings): Read | undefined {
  const hour = numberAt(text, at);
  const minute = gluedPair(text, at + 1, ":");
  if (hour === undefined || minute === undefined) return undefined;
  const second = gluedPair(text, at + 3, ":");
  const end = second === undefined ? at + 3 : pastFraction(text, at + 5);
  const after = pastHourWord(text, end, around);
  const form = isPlainHourWord(text, end, after) ? "plain" : "clock";
  return { digits: { hour, minute, second: second ?? 0 }, end: after, form };
}

/** Over `uur` or `heures`, but for the `heure` of `heure de Paris`, which belongs to the zone. */
const pastHourWord = (text: Text, at: number, around: TimeSurroundings): number =>
  around.zoneAt(at) ? at : pastPhrase(BOOKS.hourWords, text, at);

/** `h`, `uur`: words of a 24-hour clock. Without one, an English `9:15` is either half. */
const isPlainHourWord = (text: Text, end: number, after: number): boolean =>
  after === end || text.tokens[end]?.kind !== "word";

const pastFraction = (text: Text, at: number): number =>
  isGluedSign(text, at, ".,") &&
  text.tokens[at + 1]?.kind === "number" &&
  text.tokens[at + 1]?.glued === true
    ? at + 2
    : at;

/** `14h30`, `14 h 30`, `14u`, `14 uur 30`, `14 heures`. */
function hourTime(text: Text, at: number): Read | undefined {
  const hour = numberAt(text, at);
  const marked = phraseAt(BOOKS.hourWords, text, at + 1);
  if (hour === undefined || marked === undefined || isSpan(text, at, marked.end)) return undefined;
  const minutes = minutesAfter(text, marked.end);
  const english = /^(?:hours?|hrs?)$/.test(keyAt(text, at + 1));
  if (english && minutes === undefined) return undefined;
  const digits = { hour, minute: minutes?.minute ?? 0, second: minutes?.second ?? 0 };
  return { digits, end: minutes?.end ?? marked.end, form: "clock" };
}

function minutesAfter(
  text: Text,
  at: number,
): { minute: number; second: number; end: number } | undefined {
  const minute = numberAt(text, at);
  const written = text.tokens[at];
  if (minute === undefined || written?.text.length !== 2 || isDaySoon(text, at + 1))
    return undefined;
  const marked = pastPhrase(BOOKS.minuteWords, text, at + 1);
  const second = gluedPair(text, at + 1, ":");
  if (second !== undefined) return { minute, second, end: at + 3 };
  const after = numberAt(text, marked);
  const seconds = pastPhrase(BOOKS.secondWords, text, marked + 1);
  const named = seconds > marked + 1 || text.tokens[marked]?.glued === true;
  if (marked > at + 1 && after !== undefined && named)
    return { minute, second: after, end: seconds };
  return { minute, second: 0, end: marked };
}

/** The number belongs to what follows it: `à 14 h 03/11/2026`, `14u 03 november`. */
const isDaySoon = (text: Text, at: number): boolean =>
  (isGluedSign(text, at, "/-.") && text.tokens[at + 1]?.kind === "number") ||
  phraseAt(BOOKS.months, text, at) !== undefined;

/** `pendant 3 heures`, `2 uur lang`, `in 2 hours`: how long, not when. */
function isSpan(text: Text, at: number, end: number): boolean {
  const before = keyAt(text, at - 1);
  const french = /^heures?$/.test(keyAt(text, at + 1)) && /^(?:en|dans|sous|de)$/.test(before);
  if (french || SPAN_BEFORE.test(before)) return true;
  return SPAN_AFTER.test(keyAt(text, end));
}

const SPAN_BEFORE =
  /^(?:pendant|durant|perdu|plus|moins|gedurende|binnen|within|last|for|ruim|elke|iedere|chaque|toutes|varje|every|maximaal|minstens|minst)$/;
const SPAN_AFTER = /^(?:lang|durant|later|lost|downtime|tard|lange)$/;

/** `14.30` where something says that it is a time. */
function dottedTime(text: Text, at: number, around: TimeSurroundings): Read | undefined {
  const hour = numberAt(text, at);
  const minute = gluedPair(text, at + 1, ".");
  if (hour === undefined || minute === undefined) return undefined;
  const second = gluedPair(text, at + 3, ".");
  const end = second === undefined ? at + 3 : at + 5;
  if (isGluedSign(text, end, ".") && text.tokens[end + 1]?.kind === "number") return undefined;
  const before = around.anchoredBefore(at);
  const after = pastHourWord(text, end, around);
  if (!before && (second !== undefined || !isAnchoredBehind(text, end, around))) return undefined;
  const form = after > end ? "clock" : "plain";
  return { digits: { hour, minute, second: second ?? 0 }, end: after, form };
}

/** `14.30 uur`, `2.30 pm`, `14.30 svensk tid`, `14.30 igår`. */
const isAnchoredBehind = (text: Text, end: number, around: TimeSurroundings): boolean =>
  pastPhrase(BOOKS.hourWords, text, end) > end ||
  meridiemAt(text, end) !== undefined ||
  around.zoneAt(end) ||
  around.dateAt(end);

/** `1640Z`, `1430 hrs`, `kl 1430`. */
function packedTime(text: Text, at: number, around: TimeSurroundings): Read | undefined {
  const long = text.tokens[at]?.text.length === 6 && isIsoMark(text, at - 1, 6);
  const size = long ? 6 : 4;
  const packed = text.tokens[at]?.text.length === size ? numberAt(text, at, size) : undefined;
  if (packed === undefined) return undefined;
  const after = pastPhrase(BOOKS.hourWords, text, at + 1);
  if (after === at + 1 && !isPackedClock(text, at, around)) return undefined;
  const [clock, second] = long ? [Math.floor(packed / 100), packed % 100] : [packed, 0];
  const digits = { hour: Math.floor(clock / 100), minute: clock % 100, second };
  return { digits, end: after, form: "clock" };
}

/** Something says that four digits are a time: a `T` before, a zone behind, `kl`. */
function isPackedClock(text: Text, at: number, around: TimeSurroundings): boolean {
  const zulu = keyAt(text, at + 1) === "z" && text.tokens[at + 1]?.glued === true;
  if (zulu || isIsoMark(text, at - 1, 6) || phraseBefore(BOOKS.clockWords, text, at)) return true;
  return (
    !/^(?:19|20)/.test(text.tokens[at]?.text ?? "") &&
    around.zoneAt(at + 1) &&
    !around.dateAt(at + 1)
  );
}

/** `kl 9`, `at 9`, `9 pm`, `14-tiden`. */
function bareHour(text: Text, at: number, around: TimeSurroundings): Read | undefined {
  const hour = numberAt(text, at);
  if (hour === undefined || isDaySoon(text, at + 1) || isNumberSign(text, at + 1)) return undefined;
  const digits = { hour, minute: 0, second: 0 };
  const read = (form: TimeValue["form"]): Read => ({ digits, end: at + 1, form });
  if (meridiemAt(text, at + 1) !== undefined) return read("clock");
  if (isAbout(text, at + 1)) return read("clock");
  if (phraseBefore(BOOKS.clockWords, text, at)) return read("clock");
  if (isLooselyCalled(text, at)) return read("loose");
  return phraseAt(BOOKS.parts, text, at + 1) !== undefined && around.anchoredBefore(at)
    ? read("loose")
    : undefined;
}

const isLooselyCalled = (text: Text, at: number): boolean =>
  phraseBefore(BOOKS.looseClockWords, text, at) || text.tokens[at - 1]?.text === "@";

/** A sign that ties a number to the next one: `3/11`, `3-4`, `3.5`, `3:2`. */
const isNumberSign = (text: Text, at: number): boolean =>
  isGluedSign(text, at, "/.:,") &&
  text.tokens[at + 1]?.kind === "number" &&
  text.tokens[at + 1]?.glued === true;

/** Whether a one-word phrase of a book, or its dot, ends right before a token. */
export function phraseBefore(book: PhraseBook<true>, text: Text, at: number): boolean {
  const before =
    text.tokens[at - 1]?.text === "." && text.tokens[at - 1]?.glued === true ? at - 2 : at - 1;
  return phraseAt(book, text, before)?.end === before + 1 && text.tokens[at]?.newLine === false;
}

function meridiemAt(text: Text, at: number): { half: "am" | "pm"; end: number } | undefined {
  const am = phraseAt(BOOKS.am, text, at);
  const pm = am === undefined ? phraseAt(BOOKS.pm, text, at) : undefined;
  const found = am ?? pm;
  if (found === undefined) return undefined;
  return { half: am === undefined ? "pm" : "am", end: pastAbbreviation(text, at, found.end) };
}

/** The last dot of `a.m.` belongs to it. */
const pastAbbreviation = (text: Text, start: number, end: number): number =>
  end - start > 1 && isGluedSign(text, end, ".") ? end + 1 : end;

function withMeridiem(
  text: Text,
  value: TimeValue,
  end: number,
): { value: TimeValue; end: number } {
  const half = meridiemAt(text, end);
  if (half === undefined) return { value, end };
  return { value: { ...value, meridiem: half.half }, end: half.end };
}
