import { foldName } from "../fold.ts";
import type { Token } from "./tokens.ts";

/** What was found at a place in the text. */
export type Found<Value> = { readonly value: Value; readonly end: number };

type Entry<Value> = { readonly words: readonly string[]; readonly value: Value };

/** Phrases by their first word, longest first. */
export type PhraseBook<Value> = ReadonlyMap<string, readonly Entry<Value>[]>;

/** Makes a book of phrases; of equal phrases the first one counts. */
export function phraseBook<Value>(entries: Iterable<readonly [string, Value]>): PhraseBook<Value> {
  const book = new Map<string, Entry<Value>[]>();
  const seen = new Set<string>();
  for (const [phrase, value] of entries) {
    const name = foldName(phrase);
    if (name === "" || seen.has(name)) continue;
    seen.add(name);
    const words = name.split(" ");
    const [first = ""] = words;
    book.set(first, [...(book.get(first) ?? []), { words, value }]);
  }
  for (const list of book.values()) list.sort((a, b) => b.words.length - a.words.length);
  return book;
}

/** The longest phrase that begins at a token. */
export function longestPhrase<Value>(
  book: PhraseBook<Value>,
  tokens: readonly Token[],
  start: number,
): Found<Value> | undefined {
  for (const { words, value } of book.get(tokens[start]?.key ?? "") ?? []) {
    const end = endOfWords(words, tokens, start);
    if (end !== undefined) return { value, end };
  }
  return undefined;
}

/** Where a row of words ends; dots of abbreviations inside and after it are passed over. */
export function endOfWords(
  words: readonly string[],
  tokens: readonly Token[],
  start: number,
): number | undefined {
  let at = start;
  for (const [index, word] of words.entries()) {
    if (index > 0) at = afterDot(tokens, at);
    if (tokens[at]?.key !== word || (index > 0 && tokens[at]?.newLine === true)) return undefined;
    at += 1;
  }
  return at;
}

/** Passes over the dot of an abbreviation: glued to the word, and not the end of a sentence. */
export function afterDot(tokens: readonly Token[], at: number): number {
  const dot = tokens[at];
  return dot?.text === "." && dot.glued ? at + 1 : at;
}
