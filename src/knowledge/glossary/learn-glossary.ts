import type { Locale } from "../../kernel/locale.ts";
import type { Article } from "../article.ts";
import type { Analyser } from "../search/analyser.ts";
import { stemStream } from "../search/tally.ts";
import type { Concept } from "../terms/read-terms.ts";
import type { TextPair } from "./aligned-texts.ts";
import { alignedTexts, lexiconTexts } from "./aligned-texts.ts";
import type { LearntTables } from "./learn-tables.ts";
import { learnTables } from "./learn-tables.ts";

const MOST_TERMS = 60;

/** One language as it takes part in learning. */
export type GlossarySide = {
  readonly analyser: Analyser;
  /** Articles that may be found, any order. */
  readonly articles: readonly Article[];
};

/** An article and its translation. */
export type AlignedArticles = readonly [one: Article, other: Article];

/** The articles two languages share, by slug. */
export function alignedArticles(
  ones: readonly Article[],
  others: readonly Article[],
): AlignedArticles[] {
  const there = new Map(others.map((other) => [other.slug, other]));
  return ones
    .toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
    .flatMap((one) => {
      const other = there.get(one.slug);
      return other === undefined ? [] : [[one, other] as const];
    });
}

/** Learns both tables of two languages from aligned articles and the lexicon. */
export function learnPair(
  one: GlossarySide,
  other: GlossarySide,
  concepts: readonly Concept[],
): LearntTables {
  const [here, there]: [Locale, Locale] = [one.analyser.locale, other.analyser.locale];
  const texts = [
    ...alignedArticles(one.articles, other.articles).flatMap(([a, b]) => alignedTexts(a, b)),
    ...lexiconTexts(concepts, here, there),
  ];
  return learnTables(
    onceEach(texts).map(
      ([a, b]) => [distinctTerms(a, one.analyser), distinctTerms(b, other.analyser)] as const,
    ),
  );
}

function onceEach(texts: readonly TextPair[]): TextPair[] {
  return [...new Map(texts.map((pair) => [pair.join("\n"), pair])).values()];
}

function distinctTerms(text: string, analyser: Analyser): string[] {
  const terms = new Set<string>();
  for (const word of analyser.words(text)) {
    for (const term of stemStream(word)) {
      if (terms.size < MOST_TERMS) terms.add(term);
    }
  }
  return [...terms];
}
