import type { Locale } from "../../kernel/locale.ts";
import type { CueWords } from "./cues/cues.ts";
import type { Interval } from "./interval.ts";
import type { Word } from "./words-in.ts";
import { wordsIn } from "./words-in.ts";

/** Phrases by their first word, longest first. */
export type PhraseBook = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Prepares phrases to be looked for. */
export function phraseBook(phrases: readonly string[], locale: Locale): PhraseBook {
  const split = phrases
    .map((phrase) => wordsIn(phrase, locale).map((word) => word.text))
    .toSorted((a, b) => b.length - a.length);
  return Map.groupBy(split, (words) => words[0] ?? "");
}

/** The length of the longest phrase of a book that begins at a word; 0 where none does. */
export function phraseAt(words: readonly Word[], at: number, book: PhraseBook): number {
  const found = book
    .get(words[at]?.text ?? "")
    ?.find((phrase) => phrase.every((word, index) => words[at + index]?.text === word));
  return found?.length ?? 0;
}

/** Both books of one kind of cue. */
export type CueBook = { readonly sure: PhraseBook; readonly maybe: PhraseBook };

export const cueBook = ({ sure, maybe }: CueWords, locale: Locale): CueBook => ({
  sure: phraseBook(sure, locale),
  maybe: phraseBook(maybe, locale),
});

/** A cue that is quoted, or part of a compound ("niet-live", "read-only"), may not be the sentence's own. */
const isAside = (words: readonly Word[], at: number): boolean =>
  words[at]?.quoted === true || words[at]?.before === "-" || words[at + 1]?.before === "-";

/** How often a cue is given; a longer phrase hides the words in it. */
export function countCues(words: readonly Word[], { sure, maybe }: CueBook): Interval {
  let [least, most, at] = [0, 0, 0];
  while (at < words.length) {
    const certain = phraseAt(words, at, sure);
    const possible = phraseAt(words, at, maybe);
    if (certain > 0 && certain >= possible && !isAside(words, at)) least += 1;
    if (certain > 0 || possible > 0) most += 1;
    at += Math.max(1, certain, possible);
  }
  return { least, most };
}
