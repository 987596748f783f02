import type { Locale } from "../../kernel/locale.ts";
import { LOCALES } from "../../kernel/locale.ts";
import type { SectionHit } from "../answer.ts";
import type { Article } from "../article.ts";
import type { Glossary } from "../glossary/glossary.ts";
import { directionOf } from "../glossary/glossary.ts";
import { translateQuery } from "../glossary/translate-query.ts";
import type { Search, SearchRequest, SearchResult } from "../ports.ts";
import type { Foreign, Fused } from "./fuse.ts";
import { dilutionOf, fuseArticles } from "./fuse.ts";
import { fuseSections } from "./fuse-sections.ts";
import type { LocaleIndex } from "./locale-index.ts";
import { ownQuery } from "./own-query.ts";
import type { LocaleScores, Ranking } from "./rank-locale.ts";
import { RANKING, rankOwn, rankTranslated } from "./rank-locale.ts";
import type { TermGroup } from "./ranked-list.ts";
import { sectionKey } from "./section-key.ts";

const MOST = 10;
/** A longer query is cut: nobody asks in more. */
const LONGEST_QUERY = 4000;

export type DetectLanguage = (text: string) => {
  readonly locale: Locale | "other";
  readonly sure: boolean;
};

/** Everything that is searched, at one moment. */
export type SearchIndex = {
  readonly locales: ReadonlyMap<Locale, LocaleIndex>;
  readonly glossary: Glossary;
  readonly ranking?: Ranking;
};

/** Finds in whatever index is the present one, so that a new one can be put in its place at once. */
export function searchIn(present: () => SearchIndex, detect: DetectLanguage): Search {
  return {
    find: (request) => {
      const language =
        request.locale === undefined
          ? detect(request.query)
          : { locale: request.locale, sure: true };
      const asked = language.locale === "other" ? "en" : language.locale;
      return { ...language, ...findIn(present(), request, asked) };
    },
  };
}

type Hits = Pick<SearchResult, "articles" | "sections">;

function findIn(index: SearchIndex, request: SearchRequest, locale: Locale): Hits {
  const own = index.locales.get(locale);
  if (own === undefined) return { articles: [], sections: [] };
  const searched = searchedLocales(index, request);
  const text = request.query.slice(0, LONGEST_QUERY);
  const words = own.analyser.words(text);
  const concepts = own
    .marks(text)
    .map((mark): TermGroup => ({ weight: 1, alternatives: [[mark, 1]] }));
  const asked = { concepts, product: request.product, ranking: index.ranking ?? RANKING };
  const isSearched = searched.includes(own);
  const found = isSearched ? rankOwn(own, ownQuery(words, own), asked) : NOTHING;
  const foreign = searched.flatMap((to) => {
    if (to === own) return [];
    const table = index.glossary.get(directionOf(locale, to.locale));
    return [
      { to, scores: rankTranslated(to, translateQuery(words, { from: own, to, table }), asked) },
    ];
  });
  return fused({
    index,
    own,
    isSearched,
    found,
    foreign,
    limit: Math.min(MOST, request.limit ?? MOST),
  });
}

const NOTHING: LocaleScores = { articles: new Map(), sections: new Map() };

function searchedLocales(
  { locales }: SearchIndex,
  { indexLocales = LOCALES }: SearchRequest,
): LocaleIndex[] {
  return LOCALES.flatMap((locale) => {
    const one = locales.get(locale);
    return one !== undefined && one.size > 0 && indexLocales.includes(locale) ? [one] : [];
  });
}

type Found = {
  readonly index: SearchIndex;
  readonly own: LocaleIndex;
  readonly isSearched: boolean;
  readonly found: LocaleScores;
  readonly foreign: readonly { readonly to: LocaleIndex; readonly scores: LocaleScores }[];
  readonly limit: number;
};

function fused({ index, own, isSearched, found, foreign, limit }: Found): Hits {
  const locale = own.locale;
  const places = new Map<string, Place>();
  const articles = {
    own: bySlug(own, found),
    foreign: foreign.map(({ to, scores }) => ({ locale: to.locale, scores: bySlug(to, scores) })),
    isOwn: (slug: string) => isSearched && own.article(slug) !== undefined,
    locale,
  };
  const ranked = fuseArticles(articles);
  const slugOf = (key: string): string => places.get(key)?.article.slug ?? "";
  const sections = fuseSections({
    own: bySection(own, found, places),
    foreign: foreign.map(({ to, scores }): Foreign<string> => ({
      locale: to.locale,
      scores: bySection(to, scores, places),
    })),
    articleScore: (key) => ranked.get(slugOf(key))?.score ?? 0,
    hasOwn: (key) => isSearched && ownSection(own, places.get(key), key) !== undefined,
    hasArticle: (key) => articles.isOwn(slugOf(key)),
    dilution: dilutionOf(articles),
    locale,
  });
  return {
    articles: best(ranked, limit).map(([slug, hit]) => ({
      slug,
      locale: hit.locale,
      score: rounded(hit.score),
    })),
    sections: best(sections, limit).flatMap(([key, hit]) => {
      const place = placeIn(index.locales.get(hit.locale), places.get(key), key);
      return place === undefined ? [] : [sectionHit(place, hit)];
    }),
  };
}

/** A section in the language it was found in. */
type Place = { readonly article: Article; readonly position: number };

function bySlug(index: LocaleIndex, scores: LocaleScores): Map<string, number> {
  const slugs = new Map<string, number>();
  for (const [unit, score] of scores.articles) {
    const article = index.articleAt(unit);
    if (article !== undefined) slugs.set(article.slug, score);
  }
  return slugs;
}

function bySection(
  index: LocaleIndex,
  scores: LocaleScores,
  places: Map<string, Place>,
): Map<string, number> {
  const keys = new Map<string, number>();
  for (const [unit, score] of scores.sections) {
    const section = index.sections[unit];
    const article = section === undefined ? undefined : index.articleAt(section.article);
    if (section === undefined || article === undefined) continue;
    const key = sectionKey(article, section.position);
    keys.set(key, score);
    places.set(key, { article, position: section.position });
  }
  return keys;
}

/** The same section in the asker's language. */
function ownSection(own: LocaleIndex, place: Place | undefined, key: string): Place | undefined {
  if (place === undefined) return undefined;
  const article = own.article(place.article.slug);
  if (article === undefined || sectionKey(article, place.position) !== key) return undefined;
  return { article, position: place.position };
}

function placeIn(
  index: LocaleIndex | undefined,
  place: Place | undefined,
  key: string,
): Place | undefined {
  return index === undefined ? undefined : ownSection(index, place, key);
}

function sectionHit({ article, position }: Place, { locale, score }: Fused): SectionHit {
  const section = article.sections[position];
  const [anchor, heading] = [section?.anchor ?? "", section?.heading ?? article.title];
  return { slug: article.slug, anchor, heading, locale, score: rounded(score) };
}

const best = (scores: ReadonlyMap<string, Fused>, limit: number): [string, Fused][] =>
  [...scores]
    .toSorted(([one, a], [other, b]) => b.score - a.score || (one < other ? -1 : 1))
    .slice(0, limit);

const rounded = (score: number): number => Math.round(score * 1e4) / 1e4;
