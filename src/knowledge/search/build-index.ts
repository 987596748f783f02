import type { Locale } from "../../kernel/locale.ts";
import type { Steps } from "../../kernel/steps.ts";
import { atOnce } from "../../kernel/steps.ts";
import type { Article } from "../article.ts";
import type { Concept } from "../terms/read-terms.ts";
import type { Stem } from "./analyser.ts";
import { articleDigest } from "./article-digest.ts";
import type { LocaleIndex } from "./locale-index.ts";
import { emptyLocaleIndex } from "./locale-index.ts";
import type { OpenPostings } from "./postings.ts";
import { vocabularyOf } from "./vocabulary.ts";

export type BuildNeeds = {
  readonly concepts: readonly Concept[];
  readonly stem: Stem;
  readonly postings: OpenPostings;
  /** Compounds stay whole, to measure what splitting gives. */
  readonly withoutCompounds?: boolean;
  /** Called after every article. */
  readonly onArticle?: () => void;
};

/** The articles of a language that can be found at all, in an order of their own. */
const searchable = (articles: readonly Article[], locale: Locale): Article[] =>
  articles
    .filter((one) => one.locale === locale && one.status === "article")
    .toSorted((a, b) => (a.slug < b.slug ? -1 : 1));

/** Indexes the articles of one language. The order of the files does not matter. */
export const buildLocale = (
  locale: Locale,
  articles: readonly Article[],
  needs: BuildNeeds,
): LocaleIndex => atOnce(buildLocaleInSteps(locale, articles, needs));

/** See `buildLocale`. */
export function* buildLocaleInSteps(
  locale: Locale,
  articles: readonly Article[],
  needs: BuildNeeds,
): Steps<LocaleIndex> {
  const own = searchable(articles, locale);
  const vocabulary =
    needs.withoutCompounds === true ? new Map() : vocabularyOf(locale, own, needs.concepts);
  const index = emptyLocaleIndex(locale, vocabulary, needs);
  for (const article of own) {
    index.add(article);
    needs.onArticle?.();
    yield;
  }
  index.analyser.forget();
  index.pack();
  return index;
}

/** Above this share of changed or dead articles a language is built anew. */
const MOST_CHANGED = 0.1;

/**
 * Brings an index up to date: only what changed is indexed. Tells whether anything did; undefined
 * where so much changed that building anew is better, and nothing was done.
 */
export function* bringUpToDate(
  index: LocaleIndex,
  articles: readonly Article[],
  onArticle?: () => void,
): Steps<{ readonly changed: boolean } | undefined> {
  const wanted = new Map(searchable(articles, index.locale).map((one) => [one.slug, one]));
  const present = index.articles.filter((one) => one !== undefined);
  const gone = present.filter(({ slug }) => !wanted.has(slug));
  const kept = new Map(present.map(({ slug, digest }) => [slug, digest]));
  const fresh = [...wanted.values()].filter((one) => kept.get(one.slug) !== articleDigest(one));
  const replaced = fresh.filter(({ slug }) => kept.has(slug)).length;
  const dead = index.articles.length - present.length + gone.length + replaced;
  if (Math.max(dead, fresh.length) > MOST_CHANGED * wanted.size) return undefined;
  for (const { slug } of gone) index.remove(slug);
  const renewed = new Set(fresh);
  for (const article of wanted.values()) {
    if (renewed.has(article)) index.add(article);
    else index.renew(article);
    onArticle?.();
    yield;
  }
  if (fresh.length > 0) index.analyser.forget();
  return { changed: fresh.length + gone.length > 0 };
}
