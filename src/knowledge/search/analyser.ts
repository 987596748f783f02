import type { Locale } from "../../kernel/locale.ts";
import type { SplitCompound } from "./compounds.ts";
import { rawWords, wordsOf } from "./cut-words.ts";
import { foldWord } from "./fold-word.ts";
import { RecentMap } from "../../kernel/recent-map.ts";
import { searchText } from "./search-text.ts";
import { SEARCH_STOP_WORDS } from "./stop-words.ts";

/** Brings the forms of a word together: `snapshots` and `snapshot`. */
export type Stem = (word: string, locale: Locale) => string;

/** One word as the streams see it. */
export type Word = {
  /** Lower case, with its accents. */
  readonly word: string;
  readonly folded: string;
  /** A small word: in neither stream, only in the 4-grams. */
  readonly stop: boolean;
  readonly stem: string;
  /** Stems of the parts of a compound. */
  readonly parts: readonly string[];
  /** Every window of four letters of `_word_`. */
  readonly grams: readonly string[];
};

export type Analyser = {
  readonly locale: Locale;
  /** The words of a text, in their order. */
  readonly words: (text: string) => readonly Word[];
  readonly stem: (word: string) => string;
  /** Drops what is remembered of words met so far. */
  readonly forget: () => void;
};

type Needs = { readonly stem: Stem; readonly split: SplitCompound };

/** Working out a word again costs little; keeping every word there ever was costs more and more. */
const REMEMBERED = 20_000;

const LETTERS = /^\p{L}+$/u;

/** Cuts and weighs the words of one language. Words met lately are not worked out again. */
export function analyserOf(locale: Locale, { stem, split }: Needs): Analyser {
  const known = new RecentMap<readonly Word[]>(REMEMBERED);
  const stops = SEARCH_STOP_WORDS[locale];
  const stemOf = (word: string): string => foldWord(LETTERS.test(word) ? stem(word, locale) : word);
  const wordOf = (word: string): Word => {
    const folded = foldWord(word);
    const stop = stops.has(word);
    const parts = stop ? [] : split(folded).map(stemOf);
    return { word, folded, stop, stem: stemOf(word), parts, grams: gramsOf(folded) };
  };
  return {
    locale,
    words: (text) =>
      rawWords(searchText(text)).flatMap((raw) => {
        const found = known.get(raw);
        if (found !== undefined) return found;
        const fresh = wordsOf(raw).map(wordOf);
        known.set(raw, fresh);
        return fresh;
      }),
    stem: stemOf,
    forget: () => known.clear(),
  };
}

const GRAM = 4;

/** All windows of four over `_word_`; the whole where it is shorter. */
export function gramsOf(folded: string): string[] {
  const framed = `_${folded}_`;
  if (framed.length <= GRAM) return [framed];
  return Array.from({ length: framed.length - GRAM + 1 }, (_, at) => framed.slice(at, at + GRAM));
}
