import type { Locale } from "../../kernel/locale.ts";
import type { Token } from "./tokens.ts";

/** A text as the matchers see it. */
export type Text = {
  readonly plain: string;
  readonly tokens: readonly Token[];
  /** Positions that state nothing: versions, prices, ids. */
  readonly masked: ReadonlySet<number>;
  /** The language it seems to be written in. */
  readonly language: Locale | undefined;
};

/** The words of a stretch of tokens as they were written. */
export function wordsOf(text: Text, start: number, end: number): string {
  const first = text.tokens[start];
  const last = text.tokens[end - 1];
  return first === undefined || last === undefined ? "" : text.plain.slice(first.start, last.end);
}

/** A number token's value where it has at most that many digits. */
export function numberAt(text: Text, at: number, digits = 2): number | undefined {
  const token = text.tokens[at];
  if (token?.kind !== "number" || token.text.length > digits || text.masked.has(at))
    return undefined;
  return Number(token.text);
}

/** A token in lower case and without accents; empty beyond the end. */
export const keyAt = (text: Text, at: number): string => text.tokens[at]?.key ?? "";

/** Whether a token is that sign, with nothing before it. */
export const isGluedSign = (text: Text, at: number, signs: string): boolean => {
  const token = text.tokens[at];
  return token?.kind === "sign" && token.glued && signs.includes(token.text);
};

/** `:30`, `.30`: a sign and two digits, all glued. */
export function gluedPair(text: Text, at: number, signs: string): number | undefined {
  const token = text.tokens[at + 1];
  const pair = isGluedSign(text, at, signs) && token?.glued === true && token.text.length === 2;
  return pair ? numberAt(text, at + 1) : undefined;
}

/** Whether nothing stands between a token and the one before. */
export const isGlued = (text: Text, at: number): boolean => text.tokens[at]?.glued === true;

/** Whether a line ends before a token. */
export const startsLine = (text: Text, at: number): boolean => text.tokens[at]?.newLine === true;

/** A token as it was written. */
export const textAt = (text: Text, at: number): string => text.tokens[at]?.text ?? "";

/** Whether a token begins with a capital letter. */
export const isCapital = (text: Text, at: number): boolean => /^\p{Lu}/u.test(textAt(text, at));
