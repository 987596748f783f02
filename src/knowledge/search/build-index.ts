import type { Locale } from "../../kernel/locale.ts";
import { LOCALES } from "../../kernel/locale.ts";
import type { Article } from "../article.ts";
import type { Concept } from "../terms/read-terms.ts";
import type { Stem } from "./analyser.ts";
import type { LocaleIndex } from "./locale-index.ts";
import { localeIndex } from "./locale-index.ts";
import type { OpenPostings } from "./postings.ts";
import { vocabularyOf } from "./vocabulary.ts";

export type BuildNeeds = {
  readonly concepts: readonly Concept[];
  readonly stem: Stem;
  readonly postings: OpenPostings;
  /** Called after every article. */
  readonly onArticle?: () => void;
};

/** Articles that can be found at all. */
export const searchable = (articles: readonly Article[], locale: Locale): Article[] =>
  articles
    .filter((one) => one.locale === locale && one.status === "article")
    .toSorted((a, b) => (a.slug < b.slug ? -1 : 1));

/** Indexes the articles of every language. */
export function buildLocales(
  articles: readonly Article[],
  needs: BuildNeeds,
): Map<Locale, LocaleIndex> {
  return new Map(LOCALES.map((locale) => [locale, buildLocale(locale, articles, needs)]));
}

/** Indexes the articles of one language; the order of the files does not matter. */
export function buildLocale(
  locale: Locale,
  articles: readonly Article[],
  { concepts, stem, postings, onArticle }: BuildNeeds,
): LocaleIndex {
  const own = searchable(articles, locale);
  const vocabulary = vocabularyOf(locale, own, concepts);
  const index = localeIndex(locale, { vocabulary, stem, postings });
  for (const article of own) {
    index.add(article);
    onArticle?.();
  }
  index.analyser.forget();
  return index;
}
