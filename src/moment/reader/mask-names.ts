import { ABBREVIATIONS } from "../zones/abbreviations.ts";
import { BOOKS } from "./books.ts";
import { CURRENCY_WORD, UNIT } from "./mask-numbers.ts";
import type { Tokens } from "./mask-numbers.ts";
import { longestPhrase } from "./phrase-book.ts";
import type { PhraseBook } from "./phrase-book.ts";

/** URLs, mail addresses, paths, handles, hashes. */
export function isAddress(text: string, parts: Tokens): boolean {
  if (/:\/\/|^www\.|\S@\S+\.|^[@#]\p{L}/u.test(text)) return true;
  if (/^~?\/\p{L}/u.test(text) || /^[A-Z]:\\/i.test(text)) return true;
  return parts.some((part) => part.text === "_") && !/^\p{L}+\/\p{L}/u.test(text);
}

/** A word and a number in one: `INC-20261105`, `paris-prod-01`, `db01`; not `14h30`, `UTC+1`, `3-nov-2026`. */
export function isName(tokens: Tokens, start: number, end: number): boolean {
  const parts = tokens.slice(start, end);
  if (!parts.some((part) => part.kind === "number")) return false;
  if (isLettered(parts)) return true;
  return parts.some(
    (part, index) =>
      part.kind === "word" && touchesNumber(parts, index) && !isTimeWord(tokens, start + index),
  );
}

/** `A-2026-11-02`: a letter before a number makes it a reference. */
const isLettered = ([letter, dash, number]: Tokens): boolean =>
  /^\p{Lu}$/u.test(letter?.text ?? "") && dash?.text === "-" && number?.kind === "number";

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
