import type { Locale } from "../../kernel/locale.ts";
import { ABBREVIATIONS } from "../zones/abbreviations.ts";
import { BOOKS } from "./books.ts";
import { longestPhrase } from "./phrase-book.ts";
import type { PhraseBook } from "./phrase-book.ts";
import type { Token } from "./tokens.ts";

type Tokens = readonly Token[];
type Mask = Set<number>;

const CURRENCY = /^(?:€|\$|£|¥|%|‰|°)$/;
const CURRENCY_WORD = /^(?:kr|sek|nok|dkk|eur|euro|euros|usd|gbp|chf|ht|ttc|tkr)$/;
const UNIT =
  /^(?:go|mo|ko|gb|mb|kb|tb|gib|mib|kib|px|ms|mbit|gbit|cpu|cpus|vcpu|ram|km|kg|cm|mm|pct|req|rps|qps|stk|kwh|mbps|gbps)$/;
const BREAKS = /^[()[\]{},;"“”«»=<>|!?→•*]$/;

/** Marks what never states a time: versions, prices, ids, addresses, ratios, greetings, counts of things. */
export function maskOf(
  tokens: Tokens,
  plain: string,
  language: Locale | undefined,
): ReadonlySet<number> {
  const mask: Mask = new Set();
  for (const [start, end] of chunksOf(tokens)) maskChunk(tokens, { start, end, plain, mask });
  const weeks = language === "sv" || tokens.some((_token, at) => isWeekday(tokens, at));
  for (let at = 0; at < tokens.length; at += 1) {
    maskDotted(tokens, at, mask);
    maskMoney(tokens, at, mask);
    maskRatio(tokens, at, mask);
    if (!(weeks && isWeek(tokens, at))) maskNumbered(tokens, at, mask);
    maskCounted(tokens, at, mask);
    maskPhrase(BOOKS.greetings, tokens, at, mask);
  }
  return mask;
}

const isWeekday = (tokens: Tokens, at: number): boolean =>
  longestPhrase(BOOKS.weekdays, tokens, at) !== undefined;

/** `v. 45`, `W45`: a week number where weekdays are spoken of, not a version. */
function isWeek(tokens: Tokens, at: number): boolean {
  const letter = isDot(tokens, at - 1) ? at - 2 : at - 1;
  const week = Number(tokens[at]?.text) <= 53 && /^[vws]$/.test(tokens[letter]?.key ?? "");
  return week && !(isDot(tokens, at + 1) && tokens[at + 2]?.kind === "number");
}

/** Stretches without a space, cut at brackets and the like. */
function chunksOf(tokens: Tokens): readonly (readonly [number, number])[] {
  const chunks: (readonly [number, number])[] = [];
  let start = 0;
  for (let at = 0; at <= tokens.length; at += 1) {
    const token = tokens[at];
    const joined = token !== undefined && (token.glued || token.tied) && !BREAKS.test(token.text);
    if (joined && !BREAKS.test(tokens[at - 1]?.text ?? "") && !isLabelColon(tokens, at)) continue;
    if (at > start) chunks.push([start, at]);
    start = at;
  }
  return chunks;
}

/** `date:2026-11-03`, `tz:Europe/Paris`: a label, not part of a name. */
const isLabelColon = (tokens: Tokens, at: number): boolean =>
  tokens[at - 1]?.text === ":" &&
  tokens[at - 2]?.kind === "word" &&
  (tokens[at - 2]?.text.length ?? 0) > 1;

type Chunk = {
  readonly start: number;
  readonly end: number;
  readonly plain: string;
  readonly mask: Mask;
};

function maskChunk(tokens: Tokens, { start, end, plain, mask }: Chunk): void {
  const parts = tokens.slice(start, end);
  const text = plain.slice(parts[0]?.start ?? 0, parts.at(-1)?.end ?? 0);
  if (isAddress(text, parts) || isName(tokens, start, end)) cover(mask, start, end);
}

/** URLs, mail addresses, paths, handles, hashes. */
function isAddress(text: string, parts: Tokens): boolean {
  if (/:\/\/|^www\.|\S@\S+\.|^[@#]\p{L}/u.test(text)) return true;
  if (/^~?\/\p{L}/u.test(text) || /^[A-Z]:\\/i.test(text)) return true;
  return parts.some((part) => part.text === "_") && !/^\p{L}+\/\p{L}/u.test(text);
}

/** A word and a number in one: `INC-20261105`, `paris-prod-01`, `db01`; not `14h30`, `UTC+1`, `3-nov-2026`. */
function isName(tokens: Tokens, start: number, end: number): boolean {
  const parts = tokens.slice(start, end);
  if (!parts.some((part) => part.kind === "number")) return false;
  return parts.some(
    (part, index) =>
      part.kind === "word" && touchesNumber(parts, index) && !isTimeWord(tokens, start + index),
  );
}

function touchesNumber(parts: Tokens, index: number): boolean {
  const near = (step: number): boolean => {
    const next = parts[index + step];
    const joint = next !== undefined && /^[-_.#]$/.test(next.text);
    const other = joint ? parts[index + 2 * step] : next;
    return (
      other?.kind === "number" ||
      (step < 0 && other?.kind === "word" && touchesBack(parts, index + step))
    );
  };
  return near(1) || near(-1);
}

const touchesBack = (parts: Tokens, index: number): boolean =>
  /^[-_.]$/.test(parts[index]?.text ?? "");

const TIME_WORDS: readonly PhraseBook<unknown>[] = [
  BOOKS.hourWords,
  BOOKS.minuteWords,
  BOOKS.secondWords,
  BOOKS.am,
  BOOKS.pm,
  BOOKS.months,
  BOOKS.weekdays,
  BOOKS.weekdayMarks,
  BOOKS.ordinalEnds,
  BOOKS.weekWords,
  BOOKS.clockWords,
  BOOKS.looseClockWords,
  BOOKS.parts,
  BOOKS.alternatives,
  BOOKS.noon,
  BOOKS.dateJoints,
];
const MORE_TIME_WORDS = new Set([
  "t",
  "z",
  "tiden",
  "snaret",
  "ish",
  "j",
  "d",
  "n",
  "x",
  "le",
  "du",
  "om",
  "kl",
]);

function isTimeWord(tokens: Tokens, at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (MORE_TIME_WORDS.has(token.key) || ABBREVIATIONS.has(token.text.toUpperCase())) return true;
  if (UNIT.test(token.key) || CURRENCY_WORD.test(token.key)) return true;
  return TIME_WORDS.some((book) => longestPhrase(book, tokens, at) !== undefined);
}

/** Versions and addresses: `2.4.6`, `3.12.1`, `10.0.0.12`; dates keep their dots. */
function maskDotted(tokens: Tokens, at: number, mask: Mask): void {
  if (tokens[at]?.kind !== "number" || isDot(tokens, at - 1)) return;
  let end = at + 1;
  while (
    isDot(tokens, end) &&
    tokens[end + 1]?.kind === "number" &&
    tokens[end + 1]?.glued === true
  )
    end += 2;
  const parts = tokens
    .slice(at, end)
    .filter((token) => token.kind === "number")
    .map((token) => token.text);
  if (parts.length >= 4 || (parts.length === 3 && !isDottedDate(parts))) cover(mask, at, end);
}

const isDot = (tokens: Tokens, at: number): boolean =>
  tokens[at]?.text === "." && tokens[at]?.glued === true;

/** `3.11.2026`, `2026.11.03`, `03.11.26`, `14.30.15` */
function isDottedDate([first = "", second = "", third = ""]: readonly string[]): boolean {
  if (first.length === 4)
    return /^(?:19|20)/.test(first) && second.length <= 2 && third.length <= 2;
  if (third.length === 4)
    return /^(?:19|20)/.test(third) && Number(second) <= 12 && Number(first) <= 31;
  const padded = first.length === 2 && second.length === 2 && third.length === 2;
  return (
    padded ||
    (third.length === 2 && Number(third) >= 24 && Number(third) <= 35 && Number(second) <= 12)
  );
}

/** `14,50 €`, `€ 14.50`, `500 kr`, `30 %`, `12 Go`. */
function maskMoney(tokens: Tokens, at: number, mask: Mask): void {
  if (tokens[at]?.kind !== "number") return;
  let end = at + 1;
  while (
    /^[.,']$/.test(tokens[end]?.text ?? "") &&
    tokens[end + 1]?.kind === "number" &&
    tokens[end + 1]?.glued === true
  )
    end += 2;
  const after = tokens[end];
  const before = tokens[at - 1];
  const signed = CURRENCY.test(after?.text ?? "") || CURRENCY.test(before?.text ?? "");
  const worded =
    CURRENCY_WORD.test(after?.key ?? "") ||
    (/^(?:kr|eur|sek|usd)$/.test(before?.key ?? "") && before?.newLine === false);
  if (signed || worded || UNIT.test(after?.key ?? "")) cover(mask, at, end);
}

/** `24/7`, `24h/24`, `7j/7`, `7 jours sur 7`, `16:9`. */
function maskRatio(tokens: Tokens, at: number, mask: Mask): void {
  const first = tokens[at]?.text;
  if (tokens[at]?.kind !== "number") return;
  if (first === "24" || first === "7") {
    const unit = tokens[at + 1]?.kind === "word" ? at + 2 : at + 1;
    const over = /^(?:\/|sur|x|per|om)$/.test(tokens[unit]?.key ?? "") ? unit + 1 : -1;
    if (over > 0 && /^(?:7|24)$/.test(tokens[over]?.text ?? "") && !isSlash(tokens, over + 1))
      cover(mask, at, over + 1);
  }
  const colon =
    tokens[at + 1]?.text === ":" &&
    tokens[at + 1]?.glued === true &&
    tokens[at + 2]?.glued === true;
  const second = tokens[at + 2]?.text ?? "";
  if (
    colon &&
    tokens[at + 2]?.kind === "number" &&
    second.length !== 2 &&
    tokens[at - 1]?.text !== ":"
  )
    cover(mask, at, at + 3);
}

const isSlash = (tokens: Tokens, at: number): boolean =>
  tokens[at]?.text === "/" && tokens[at]?.glued === true;

/** `ticket 4512`, `version 2.4`, `PHP 8.3`, `n° 12`, `#88`. */
function maskNumbered(tokens: Tokens, at: number, mask: Mask): void {
  const number = tokens[at];
  if (number?.kind !== "number") return;
  let before = at - 1;
  const hash = tokens[before]?.text === "#";
  while (
    /^(?:[#°:.]|nr|no|n|num|nummer|numero)$/.test(tokens[before]?.key ?? "") &&
    !tokens[before]?.newLine
  )
    before -= 1;
  const named =
    tokens[before]?.kind === "word" &&
    longestPhrase(BOOKS.numbered, tokens, before)?.end === before + 1;
  const long = /^(?:\d{5}|\d{7}|\d{9}|\d{11,12}|\d{14,})$/.test(number.text);
  if (!hash && !named && !long) return;
  const end = versionEnd(tokens, at);
  if (hash || long || !continuesAsTime(tokens, end)) cover(mask, at, end);
}

function versionEnd(tokens: Tokens, at: number): number {
  let end = at + 1;
  while (
    isDot(tokens, end) &&
    /^(?:\d+|x)$/.test(tokens[end + 1]?.text ?? "") &&
    tokens[end + 1]?.glued === true
  )
    end += 2;
  return end;
}

/** The number opens a date or a time after all: `release 3 november`, `server 14:30`. */
function continuesAsTime(tokens: Tokens, end: number): boolean {
  const next = tokens[end];
  if (next === undefined) return false;
  if (/^[:/-]$/.test(next.text) && next.glued) return true;
  const books: readonly PhraseBook<unknown>[] = [BOOKS.months, BOOKS.hourWords, BOOKS.am, BOOKS.pm];
  return books.some((book) => longestPhrase(book, tokens, end) !== undefined);
}

/** `3 tables`, `2 commandes`, `two databases`. */
function maskCounted(tokens: Tokens, at: number, mask: Mask): void {
  const word = longestPhrase(BOOKS.numbers, tokens, at);
  const end = tokens[at]?.kind === "number" ? at + 1 : word?.end;
  if (end === undefined || tokens[end]?.newLine === true) return;
  const thing = longestPhrase(BOOKS.things, tokens, end);
  if (thing !== undefined && tokens[end]?.glued === false && !isPartOfDate(tokens, at))
    cover(mask, at, end);
}

/** The digits end a date or a time: `14:30 orders`, `3/11 commandes`. */
const isPartOfDate = (tokens: Tokens, at: number): boolean =>
  tokens[at]?.glued === true || /^(?:19|20)\d\d$/.test(tokens[at]?.text ?? "");

function maskPhrase(book: PhraseBook<true>, tokens: Tokens, at: number, mask: Mask): void {
  const found = longestPhrase(book, tokens, at);
  if (found !== undefined) cover(mask, at, found.end);
}

function cover(mask: Mask, start: number, end: number): void {
  for (let at = start; at < end; at += 1) mask.add(at);
}
