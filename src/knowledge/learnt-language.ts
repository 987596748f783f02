import type { Locale } from "../kernel/locale.ts";
import type { Steps } from "../kernel/steps.ts";
import type { PackedTerms } from "./search/packed-terms.ts";
import { NO_PLACE, packTerms, placeOfTerm } from "./search/packed-terms.ts";
import { fold } from "./words/fold.ts";
import { STOP_WORDS } from "./words/stop-words.ts";

/** How often each stretch of letters, or each word, was met. */
export type Counts = {
  readonly terms: PackedTerms;
  /** By the place of a term. */
  readonly times: Uint32Array;
  readonly total: number;
};

/** What a language looks like. */
export type LearntLanguage = { readonly letters: Counts; readonly words: Counts };

const LONGEST = 4;
const CHARS_PER_LOCALE = 400_000;

/** Learns a language from texts in it, as they are written and without accents. */
export function* learnLanguage(texts: readonly string[], locale: Locale): Steps<LearntLanguage> {
  const share = Math.min(2500, Math.max(400, CHARS_PER_LOCALE / Math.max(1, texts.length)));
  const letters = new Map<string, number>();
  const words = new Map<string, number>();
  const heard = [...texts.map((text) => text.slice(0, share)), [...STOP_WORDS[locale]].join(" ")];
  for (const text of heard) {
    for (const form of [normalText(text), normalText(fold(text))]) {
      for (const word of wordsIn(form)) count(words, word);
      eachGram(form, (gram) => count(letters, gram));
    }
    yield;
  }
  return { letters: packed(letters), words: packed(words) };
}

/** How often a stretch or a word was met. */
export function timesOf({ terms, times }: Counts, term: string): number {
  const place = placeOfTerm(terms, term);
  return place === NO_PLACE ? 0 : (times[place] as number);
}

/** Commands, options and paths are of no language. */
const TECHNICAL = /\S+[:/_]\S+|--\S+/g;

/** Words of letters in lower case, with one space around each. */
export const normalText = (text: string): string =>
  ` ${text
    .replaceAll(TECHNICAL, " ")
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("’", "'")
    .replaceAll(/[^\p{L}']+/gu, " ")
    .trim()} `;

export const wordsIn = (text: string): string[] =>
  text
    .trim()
    .split(" ")
    .filter((word) => word !== "");

/** Visits every stretch of one to four letters. */
export function eachGram(text: string, visit: (gram: string) => void): void {
  for (let size = 1; size <= LONGEST; size += 1) {
    for (let at = 0; at + size <= text.length; at += 1) visit(text.slice(at, at + size));
  }
}

const count = (into: Map<string, number>, term: string): void =>
  void into.set(term, (into.get(term) ?? 0) + 1);

function packed(counted: ReadonlyMap<string, number>): Counts {
  const times = Uint32Array.from(counted.values());
  return {
    terms: packTerms([...counted.keys()]),
    times,
    total: times.reduce((sum, one) => sum + one, 0),
  };
}
