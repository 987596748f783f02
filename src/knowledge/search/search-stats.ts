import type { Locale } from "../../kernel/locale.ts";
import { rawWords } from "./cut-words.ts";
import type { LocaleIndex } from "./locale-index.ts";
import type { PackedLocale } from "./pack-locale.ts";
import { packLocale } from "./pack-locale.ts";
import { searchText } from "./search-text.ts";

export type LocaleStats = {
  readonly articles: number;
  readonly sections: number;
  readonly words: number;
  /** Distinct stems. */
  readonly terms: number;
};

/** How large the corpus and its index are, and what they cost. */
export type SearchStats = {
  /** All languages together. */
  readonly articles: number;
  readonly slugs: number;
  readonly locales: Partial<Record<Locale, LocaleStats>>;
  readonly index: {
    /** Of the packed index, all languages together. */
    readonly bytes: number;
    /** Lists and glossary, when they were last built. */
    readonly buildMs: number;
    /** To be ready this time. */
    readonly loadMs: number;
  };
};

/** Counts what indexes hold. */
export function statsOf(
  indexes: readonly LocaleIndex[],
  times: Pick<SearchStats["index"], "buildMs" | "loadMs">,
): SearchStats {
  const filled = indexes.filter(({ size }) => size > 0);
  const slugs = new Set(filled.flatMap((one) => slugsOf(one)));
  return {
    articles: filled.reduce((sum, { size }) => sum + size, 0),
    slugs: slugs.size,
    locales: Object.fromEntries(filled.map((one) => [one.locale, localeStats(one)])),
    index: {
      bytes: filled.reduce((sum, one) => sum + bytesOf(packLocale(one)), 0),
      buildMs: Math.round(times.buildMs),
      loadMs: Math.round(times.loadMs),
    },
  };
}

const slugsOf = ({ articles }: LocaleIndex): string[] => articles.flatMap((one) => one?.slug ?? []);

function localeStats(index: LocaleIndex): LocaleStats {
  const articles = index.articles.flatMap((one) => one?.article ?? []);
  const texts = articles.flatMap(({ title, sections }) => [
    title,
    ...sections.flatMap(({ heading, blocks }) => [
      heading,
      ...blocks.map(({ display }) => display),
    ]),
  ]);
  return {
    articles: index.size,
    sections: articles.reduce((sum, { sections }) => sum + sections.length, 0),
    words: texts.reduce((sum, text) => sum + rawWords(searchText(text)).length, 0),
    terms: [...index.lists.stems.terms()].length,
  };
}

function bytesOf({ lists, sections }: PackedLocale): number {
  return Object.values(lists).reduce((sum, { postings, lengths }) => {
    const { terms, starts, postings: all } = postings;
    const words = terms.text.length + terms.starts.byteLength + terms.slots.byteLength;
    return sum + words + starts.byteLength + all.byteLength + 8 * lengths.length;
  }, sections.byteLength);
}
