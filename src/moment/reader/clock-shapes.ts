import type { Locale } from "../../kernel/locale.ts";
import { foldName } from "../fold.ts";
import type { ClockShape, Lexicon } from "../lexicon.ts";
import { BOOKS, phraseAt } from "./books.ts";
import type { TimeValue } from "./hit.ts";
import { LEXICONS } from "./lexicons.ts";
import { afterDot, phraseBook } from "./phrase-book.ts";
import type { Found, PhraseBook } from "./phrase-book.ts";
import { keyAt, numberAt } from "./text.ts";
import type { Text } from "./text.ts";

type Slot = {
  /** Empty for a slot. */
  readonly words: readonly string[];
  readonly slot?: string;
  readonly optional: boolean;
};

type Shape = ClockShape & {
  readonly slots: readonly Slot[];
  readonly numbers: PhraseBook<number>;
  readonly locale: Locale;
};

type Filled = { end: number; hour: number; minutes: number; anchored: boolean };

const SLOTS = new Set(["H", "M", "F", "V", "W", "NOON", "P"]);
/** Minutes that are told before or after an hour in digits too: `10 past 5`. */
const FIVES = new Set([5, 10, 20, 25]);
const SHAPES: readonly Shape[] = LEXICONS.flatMap(shapesOf);
const DAY_MINUTES = 1_440;

/**
 * The longest time told in words at a token. Where two languages read it differently, the
 * language of the text decides; the short English half is kept as such, for it is always asked.
 */
export function clockShapeAt(text: Text, at: number): Found<TimeValue> | undefined {
  let best: Found<TimeValue> | undefined;
  for (const shape of SHAPES) {
    if (shape.short === true && text.language !== undefined && text.language !== shape.locale)
      continue;
    const found = matchShape(shape, text, at);
    if (found === undefined) continue;
    const longer = best === undefined || found.end > best.end;
    if (longer || (found.end === best?.end && isSafer(found, best))) best = found;
  }
  return best;
}

const isSafer = (one: Found<TimeValue>, other: Found<TimeValue>): boolean =>
  one.value.form === "short" && other.value.form !== "short";

function shapesOf(lexicon: Lexicon): readonly Shape[] {
  const ones = new Set(lexicon.ones.map(foldName));
  const words = Object.entries(lexicon.numbers).filter(([word]) => !ones.has(foldName(word)));
  const numbers = phraseBook(words);
  return lexicon.clockShapes.map((shape) => ({
    ...shape,
    numbers,
    locale: lexicon.locale,
    slots: slotsOf(shape.shape),
  }));
}

function slotsOf(shape: string): readonly Slot[] {
  return shape.split(" ").map((piece) => {
    const optional = piece.startsWith("?");
    const bare = optional ? piece.slice(1) : piece;
    if (SLOTS.has(bare)) return { words: [], slot: bare, optional };
    return { words: bare.split("|").map(foldName), optional };
  });
}

function matchShape(shape: Shape, text: Text, start: number): Found<TimeValue> | undefined {
  const filled: Filled = { end: start, hour: 0, minutes: 0, anchored: false };
  for (const slot of shape.slots) {
    if (!fillSlot(slot, { shape, text, filled }) && !slot.optional) return undefined;
  }
  return { value: valueOf(shape, filled), end: filled.end };
}

type Place = { readonly shape: Shape; readonly text: Text; readonly filled: Filled };

function fillSlot(slot: Slot, { shape, text, filled }: Place): boolean {
  const at = afterDot(text.tokens, filled.end);
  if (text.masked.has(at)) return false;
  if (slot.slot === undefined) {
    if (!slot.words.includes(text.tokens[at]?.key ?? "")) return false;
    filled.end = at + 1;
    return true;
  }
  return fillNumber(slot.slot, at, { shape, text, filled });
}

function fillNumber(slot: string, at: number, { shape, text, filled }: Place): boolean {
  if (slot === "NOON") return fillNoon(at, text, filled);
  if (slot === "P") return phraseAt(BOOKS.parts, text, at) !== undefined;
  const word = phraseAt(shape.numbers, text, at);
  const digits = /^[VW]$/.test(slot) ? undefined : numberAt(text, at);
  const value = word?.value ?? digits;
  if (value === undefined || !fits(slot, value)) return false;
  filled.end = word?.end ?? at + 1;
  if (/^[HV]$/.test(slot))
    fillHour(filled, value, digits !== undefined && keyAt(text, at + 1) === "h");
  else filled.minutes = value;
  return true;
}

const fits = (slot: string, value: number): boolean =>
  slot === "F" ? FIVES.has(value) : value <= (/^[HV]$/.test(slot) ? 24 : 59);

/** `8h` is a 24-hour form, `8` and `huit heures` are not. */
function fillHour(filled: Filled, hour: number, hourForm: boolean): void {
  filled.hour = hour;
  filled.anchored ||= hourForm || hour >= 13 || hour === 0;
}

function fillNoon(at: number, text: Text, filled: Filled): boolean {
  const noon = phraseAt(BOOKS.noon, text, at);
  if (noon === undefined) return false;
  filled.end = noon.end;
  filled.hour = 12;
  filled.anchored = true;
  return true;
}

function valueOf(shape: Shape, { hour, minutes, anchored }: Filled): TimeValue {
  const shift = shiftOf(shape.minutes, minutes);
  const total = (hour * 60 + shift + DAY_MINUTES) % DAY_MINUTES;
  const told = { hour: Math.floor(total / 60), minute: total % 60, second: 0 };
  if (shape.short === true) return { ...told, form: "short" };
  return { ...told, form: anchored ? "clock" : "word" };
}

function shiftOf(rule: ClockShape["minutes"], minutes: number): number {
  if (typeof rule === "number") return rule;
  if (rule === "+M") return minutes;
  if (rule === "-M") return -minutes;
  return rule === "-30-M" ? -30 - minutes : -30 + minutes;
}
