import type { Locale } from "../../kernel/locale.ts";
import { LOCALES } from "../../kernel/locale.ts";
import type { SectionHit } from "../answer.ts";
import type { Article } from "../article.ts";
import type { Glossary } from "../glossary/glossary.ts";
import { directionOf } from "../glossary/glossary.ts";
import { translateQuery } from "../glossary/translate-query.ts";
import type { Search, SearchRequest, SearchResult } from "../ports.ts";
import { NONE } from "./catalogue.ts";
import type { Foreign } from "./fuse.ts";
import { dilutionOf, fuseArticles, strongest } from "./fuse.ts";
import { fuseSections } from "./fuse-sections.ts";
import type { LocaleIndex } from "./locale-index.ts";
import { ownQuery } from "./own-query.ts";
import type { Ranking } from "./rank-locale.ts";
import { RANKING, rankOwn, rankTranslated } from "./rank-locale.ts";
import type { TermGroup } from "./ranked-list.ts";
import type { LocaleRoom, SearchRoom } from "./search-room.ts";
import { searchRooms } from "./search-room.ts";

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
  const roomFor = searchRooms();
  return {
    find: (request) => {
      const language =
        request.locale === undefined
          ? detect(request.query)
          : { locale: request.locale, sure: true };
      const asked = language.locale === "other" ? "en" : language.locale;
      const index = present();
      return { ...language, ...findIn(index, request, { asked, room: roomFor(index.locales) }) };
    },
  };
}

type Hits = Pick<SearchResult, "articles" | "sections">;
type Place = { readonly asked: Locale; readonly room: SearchRoom };

function findIn(index: SearchIndex, request: SearchRequest, { asked, room }: Place): Hits {
  const own = room.locales.get(asked);
  if (own === undefined) return { articles: [], sections: [] };
  const searched = searchedLocales(room, request);
  const text = request.query.slice(0, LONGEST_QUERY);
  const words = own.index.analyser.words(text);
  const marks = own.index.marks(text);
  const ranked = {
    concepts: marks.map((mark): TermGroup => ({ weight: 1, alternatives: [[mark, 1]] })),
    product: request.product,
    ranking: index.ranking ?? RANKING,
  };
  for (const one of searched) {
    if (one === own) rankOwn(own, ownQuery(words, own.index), ranked);
    else {
      const table = index.glossary.get(directionOf(asked, one.index.locale));
      const way = { from: own.index, to: one.index, table };
      rankTranslated(one, translateQuery(words, way), ranked);
    }
  }
  return fused({ room, own, searched, limit: Math.min(MOST, request.limit ?? MOST) });
}

function searchedLocales(
  { locales }: SearchRoom,
  { indexLocales = LOCALES }: SearchRequest,
): LocaleRoom[] {
  return LOCALES.flatMap((locale) => {
    const one = locales.get(locale);
    return one !== undefined && one.index.size > 0 && indexLocales.includes(locale) ? [one] : [];
  });
}

type Ranked = {
  readonly room: SearchRoom;
  readonly own: LocaleRoom;
  readonly searched: readonly LocaleRoom[];
  readonly limit: number;
};

function fused({ room, own, searched, limit }: Ranked): Hits {
  const { slugs, articleOf, placeOf } = room.catalogue;
  const isSearched = searched.includes(own);
  const others = searched.filter((one) => one !== own);
  const foreign = (sheet: "articles" | "sections"): Foreign[] =>
    others.map((one) => ({ locale: one.index.locale, scores: one[sheet] }));
  const isOwn = (article: number): boolean => isSearched && own.numbers.firstOf[article] !== NONE;
  const articleIn = (section: number): number => articleOf[section] ?? NONE;
  const ownSection = (section: number): boolean =>
    isSearched && own.numbers.firstOf[articleIn(section)] === section - (placeOf[section] ?? 0);
  const articles = { own: own.articles, foreign: foreign("articles"), isOwn };
  const sections = { own: own.sections, foreign: foreign("sections") };
  const dilution = dilutionOf(articles);
  fuseArticles(articles, dilution, room.articles);
  const articleScore = (section: number): number => room.articles.get(articleIn(section));
  const hasArticle = (section: number): boolean => isOwn(articleIn(section));
  fuseSections({ ...sections, articleScore, hasArticle, dilution }, room.sections);
  const localeOf = (isHere: boolean, among: readonly Foreign[], number: number): Locale =>
    (isHere ? undefined : strongest(among, number)?.locale) ?? own.index.locale;
  return {
    articles: room.articles.best(limit).map(({ unit, score }) => ({
      slug: slugs[unit] ?? "",
      locale: localeOf(isOwn(unit), articles.foreign, unit),
      score: rounded(score),
    })),
    sections: room.sections.best(limit).flatMap(({ unit, score }) => {
      const locale = localeOf(ownSection(unit), sections.foreign, unit);
      const article = room.locales.get(locale)?.index.article(slugs[articleIn(unit)] ?? "");
      return article === undefined ? [] : [sectionHit(article, placeOf[unit] ?? 0, score)];
    }),
  };
}

function sectionHit(article: Article, place: number, score: number): SectionHit {
  const section = article.sections[place];
  const [anchor, heading] = [section?.anchor ?? "", section?.heading ?? article.title];
  return { slug: article.slug, anchor, heading, locale: article.locale, score: rounded(score) };
}

const rounded = (score: number): number => Math.round(score * 1e4) / 1e4;
