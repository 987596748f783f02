import { BOOKS } from "./books.ts";
import { longestPhrase } from "./phrase-book.ts";
import type { PhraseBook } from "./phrase-book.ts";
import type { Token } from "./tokens.ts";

/** The tokens of a text, before anything is known about them. */
export type Tokens = readonly Token[];

/** Positions of tokens that state nothing. */
export type Mask = Set<number>;

const CURRENCY = /^[€$£¥%‰°]$/;

/** Currencies as words. */
export const CURRENCY_WORD = /^(?:kr|sek|nok|dkk|eur|euro|euros|usd|gbp|chf|ht|ttc|tkr)$/;

/** Units of size and speed. */
export const UNIT =
  /^(?:go|mo|ko|gb|mb|kb|tb|gib|mib|kib|px|ms|mbit|gbit|cpu|cpus|vcpu|ram|km|kg|cm|mm|pct|req|rps|qps|stk|kwh|mbps|gbps)$/;

const textAt = (tokens: Tokens, at: number): string => tokens[at]?.text ?? "";
const keyOf = (tokens: Tokens, at: number): string => tokens[at]?.key ?? "";
const isNumber = (tokens: Tokens, at: number): boolean => tokens[at]?.kind === "number";

/** A sign with nothing before it. */
const isTight = (tokens: Tokens, at: number, signs: RegExp): boolean =>
  signs.test(textAt(tokens, at)) && isGlued(tokens, at);

const isGlued = (tokens: Tokens, at: number): boolean => {
  const token = tokens[at];
  return token !== undefined && token.glued;
};

const isGluedNumber = (tokens: Tokens, at: number): boolean =>
  isNumber(tokens, at) && isGlued(tokens, at);

/** Where a row of numbers joined by signs ends. */
function endOfRow(tokens: Tokens, at: number, signs: RegExp): number {
  let end = at + 1;
  while (isTight(tokens, end, signs) && isGluedNumber(tokens, end + 1)) end += 2;
  return end;
}

/** The dot of an abbreviation or of a version. */
export const isDot = (tokens: Tokens, at: number): boolean => isTight(tokens, at, /^\.$/);

/** Versions and addresses: `2.4.6`, `3.12.1`, `10.0.0.12`; dates keep their dots. */
export function maskDotted(tokens: Tokens, at: number, mask: Mask): void {
  if (!isNumber(tokens, at) || isDot(tokens, at - 1)) return;
  const end = endOfRow(tokens, at, /^\.$/);
  const parts = tokens.slice(at, end).filter((token) => token.kind === "number");
  const texts = parts.map((token) => token.text);
  if (texts.length >= 4 || (texts.length === 3 && !isDottedDate(texts.join(".")))) {
    cover(mask, at, end);
  }
}

/** `3.11.2026`, `2026.11.03`, `03.11.26`, `14.30.15`; the years of a short date are near ones. */
const isDottedDate = (text: string): boolean =>
  [
    /^(?:19|20)\d\d\.\d{1,2}\.\d{1,2}$/,
    /^(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:19|20)\d\d$/,
    /^\d\d\.\d\d\.\d\d$/,
    /^\d{1,2}\.(?:0?[1-9]|1[0-2])\.(?:2[4-9]|3[0-5])$/,
  ].some((shape) => shape.test(text));

/** `14,50 €`, `€ 14.50`, `500 kr`, `30 %`, `12 Go`. */
export function maskMoney(tokens: Tokens, at: number, mask: Mask): void {
  if (!isNumber(tokens, at)) return;
  const end = endOfRow(tokens, at, /^[.,']$/);
  const signed = [end, at - 1].some((side) => CURRENCY.test(textAt(tokens, side)));
  const after = keyOf(tokens, end);
  const before = /^(?:kr|eur|sek|usd)$/.test(keyOf(tokens, at - 1)) && !startsLine(tokens, at);
  if (signed || before || CURRENCY_WORD.test(after) || UNIT.test(after)) cover(mask, at, end);
}

const startsLine = (tokens: Tokens, at: number): boolean => tokens[at]?.newLine === true;

/** `24/7`, `24h/24`, `7j/7`, `7 jours sur 7`, `16:9`. */
export function maskRatio(tokens: Tokens, at: number, mask: Mask): void {
  if (!isNumber(tokens, at)) return;
  if (/^(?:24|7)$/.test(textAt(tokens, at))) maskAlways(tokens, at, mask);
  const second = textAt(tokens, at + 2);
  const ratio = isTight(tokens, at + 1, /^:$/) && isGluedNumber(tokens, at + 2);
  if (ratio && second.length !== 2 && textAt(tokens, at - 1) !== ":") cover(mask, at, at + 3);
}

/** Round the clock, every day. */
function maskAlways(tokens: Tokens, at: number, mask: Mask): void {
  const sign = tokens[at + 1]?.kind === "word" ? at + 2 : at + 1;
  const over = /^(?:\/|sur|x|per|om)$/.test(keyOf(tokens, sign));
  if (!over || !/^(?:7|24)$/.test(textAt(tokens, sign + 1))) return;
  if (!isTight(tokens, sign + 2, /^\/$/)) cover(mask, at, sign + 2);
}

/** `12,500`, `12.500`, `12 500`: no date and no time has a part of three digits. */
export function maskThousands(tokens: Tokens, at: number, mask: Mask): void {
  if (!/^\d{1,3}$/.test(textAt(tokens, at)) || isGlued(tokens, at)) return;
  const group = /^[.,']$/.test(textAt(tokens, at + 1)) ? at + 2 : at + 1;
  const spaced = group === at + 1 && !startsLine(tokens, group) && !isGlued(tokens, group);
  const tied = isTight(tokens, at + 1, /^[.,']$/) && isGlued(tokens, group);
  if (/^\d{3}$/.test(textAt(tokens, group)) && (spaced || tied)) cover(mask, at, group + 1);
}

/** `ticket 4512`, `version 2.4`, `PHP 8.3`, `n° 12`, `#88`, and numbers too long for a date. */
export function maskNumbered(tokens: Tokens, at: number, mask: Mask): void {
  if (!isNumber(tokens, at)) return;
  const hash = textAt(tokens, at - 1) === "#";
  const year = longestPhrase(BOOKS.months, tokens, at - 1)?.end === at;
  const long = !year && /^(?:\d{5}|\d{7}|\d{9}|\d{11,12}|\d{14,})$/.test(textAt(tokens, at));
  if (!hash && !long && !isNamed(tokens, at)) return;
  const end = isReference(tokens, at) ? endOfRow(tokens, at, /^[.-]$/) : versionEnd(tokens, at);
  if (hash || long || !continuesAsTime(tokens, end)) cover(mask, at, end);
}

/** `ticket 20261103-1430`: too long for a part of a date. */
const isReference = (tokens: Tokens, at: number): boolean => textAt(tokens, at).length > 4;

/** A word whose number is a name stands before, perhaps with `n°` or a colon between. */
function isNamed(tokens: Tokens, at: number): boolean {
  let before = at - 1;
  while (
    /^(?:[#°:.]|nr|no|n|num|nummer|numero)$/.test(keyOf(tokens, before)) &&
    !startsLine(tokens, before)
  ) {
    before -= 1;
  }
  return longestPhrase(BOOKS.numbered, tokens, before)?.end === before + 1;
}

function versionEnd(tokens: Tokens, at: number): number {
  const end = endOfRow(tokens, at, /^\.$/);
  return isDot(tokens, end) && textAt(tokens, end + 1) === "x" ? end + 2 : end;
}

/** The number opens a date or a time after all: `release 3 november`, `server 14:30`. */
function continuesAsTime(tokens: Tokens, end: number): boolean {
  if (isTight(tokens, end, /^[:/-]$/)) return true;
  const books: readonly PhraseBook<unknown>[] = [BOOKS.months, BOOKS.hourWords, BOOKS.am, BOOKS.pm];
  return books.some((book) => longestPhrase(book, tokens, end) !== undefined);
}

/** `3 tables`, `2 commandes`, `two databases`, `3 of 5 nodes`, `3 nœuds sur 5`. */
export function maskCounted(tokens: Tokens, at: number, mask: Mask): void {
  const end = isNumber(tokens, at) ? at + 1 : longestPhrase(BOOKS.numbers, tokens, at)?.end;
  if (end === undefined || startsLine(tokens, end) || isGlued(tokens, end)) return;
  const thing = longestPhrase(BOOKS.things, tokens, end);
  if (thing === undefined || isPartOfDate(tokens, at)) return;
  const whole = /^(?:of|av|van|sur)$/.test(keyOf(tokens, at - 1)) && isNumber(tokens, at - 2);
  cover(mask, whole ? at - 2 : at, end);
  if (keyOf(tokens, thing.end) === "sur" && isNumber(tokens, thing.end + 1))
    cover(mask, thing.end, thing.end + 2);
}

/** The digits end a date or a time: `14:30 orders`, `3/11 commandes`. */
const isPartOfDate = (tokens: Tokens, at: number): boolean =>
  isGlued(tokens, at) || /^(?:19|20)\d\d$/.test(textAt(tokens, at));

/** Marks a stretch of tokens. */
export function cover(mask: Mask, start: number, end: number): void {
  for (let at = start; at < end; at += 1) mask.add(at);
}
