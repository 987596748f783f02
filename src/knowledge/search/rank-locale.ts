import type { Product } from "../../kernel/product.ts";
import type { Scored } from "./best-of.ts";
import { NONE } from "./catalogue.ts";
import type { ListName, LocaleIndex } from "./locale-index.ts";
import type { OwnQuery } from "./own-query.ts";
import type { TermGroup } from "./ranked-list.ts";
import type { LocaleRoom } from "./search-room.ts";

/** What each list of the asker's own language weighs. */
export type Ranking = Readonly<Record<"stems" | "surfaces" | "sections" | "grams", number>>;

/** Dropping any one of them costs; the optimum is flat. */
export const RANKING: Ranking = { stems: 0.5, surfaces: 0.5, sections: 1.5, grams: 1 };

/** What a concept that both name weighs beside the words of a section. */
const CONCEPTS = 1;

/** What both languages are ranked by. */
export type Asked = {
  /** The concepts a query names. */
  readonly concepts: readonly TermGroup[];
  readonly product?: Product | undefined;
};

export type OwnRanking = Asked & { readonly ranking: Ranking };

/** Ranks by the four lists of the asker's own language. */
export function rankOwn(
  room: LocaleRoom,
  query: OwnQuery,
  { ranking, concepts, product }: OwnRanking,
): void {
  const rank = ranker(room.index, product);
  const sum = Object.values(ranking).reduce((all, weight) => all + weight, 0);
  const sections = rank("sections", query.stems);
  addArticles(room, rank("stems", query.stems), ranking.stems / sum);
  addArticles(room, rank("surfaces", query.surfaces), ranking.surfaces / sum);
  addArticlesOf(room, sections, ranking.sections / sum);
  addArticles(room, rank("grams", query.grams), ranking.grams / sum);
  addSections(room, sections, 1);
  addSections(room, rank("concepts", concepts), CONCEPTS);
}

/** A query said in another language. */
export type TranslatedQuery = { readonly groups: readonly TermGroup[]; readonly missing: number };

/** Ranks by stems and sections of another language; spelling says nothing there. */
export function rankTranslated(
  room: LocaleRoom,
  { groups, missing }: TranslatedQuery,
  { concepts, product }: Asked,
): void {
  const rank = ranker(room.index, product, missing);
  const sections = rank("sections", groups);
  addArticles(room, rank("stems", groups), 0.5);
  addArticlesOf(room, sections, 0.5);
  addSections(room, sections, 1);
  addSections(room, ranker(room.index, product)("concepts", concepts), CONCEPTS);
}

function ranker(index: LocaleIndex, product: Product | undefined, missing = 0) {
  return (list: ListName, groups: readonly TermGroup[]): readonly Scored[] => {
    if (groups.length === 0) return [];
    return index.lists[list].rank(groups, { missing, open: index.open(list, product) });
  };
}

function addArticles({ numbers, articles }: LocaleRoom, found: readonly Scored[], weight: number) {
  for (const { unit, score } of found) articles.add(numbers.articles[unit] ?? NONE, weight * score);
}

function addSections({ numbers, sections }: LocaleRoom, found: readonly Scored[], weight: number) {
  for (const { unit, score } of found) sections.add(numbers.sections[unit] ?? NONE, weight * score);
}

/** An article is as good as its best section. */
function addArticlesOf(room: LocaleRoom, sections: readonly Scored[], weight: number): void {
  const { numbers, articleOf, articles } = room;
  const seen = new Set<number>();
  for (const { unit, score } of sections) {
    const article = articleOf[numbers.sections[unit] ?? NONE] ?? NONE;
    if (seen.has(article)) continue;
    seen.add(article);
    articles.add(article, weight * score);
  }
}
