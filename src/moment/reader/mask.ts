import type { Locale } from "../../kernel/locale.ts";
import { BOOKS } from "./books.ts";
import { isAddress, isName } from "./mask-names.ts";
import {
  cover,
  isDot,
  maskCounted,
  maskDotted,
  maskMoney,
  maskNumbered,
  maskRatio,
  maskThousands,
} from "./mask-numbers.ts";
import type { Mask, Tokens } from "./mask-numbers.ts";
import { longestPhrase } from "./phrase-book.ts";
import type { PhraseBook } from "./phrase-book.ts";

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
    maskThousands(tokens, at, mask);
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

function maskPhrase(book: PhraseBook<true>, tokens: Tokens, at: number, mask: Mask): void {
  const found = longestPhrase(book, tokens, at);
  if (found !== undefined) cover(mask, at, found.end);
}
