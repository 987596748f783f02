import type { Product } from "../../kernel/product.ts";
import type { WeighedTerm } from "./add-scores.ts";
import type { Scored } from "./best-of.ts";
import { bestUnits } from "./best-units.ts";
import { NONE } from "./catalogue.ts";
import type { LocaleIndex } from "./locale-index.ts";
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

/** How many of the best are looked at further. */
const KEPT = { articles: 100, sections: 300 };

/** Ranks by the four lists of the asker's own language. */
export function rankOwn(
  room: LocaleRoom,
  { stems, surfaces, grams }: OwnQuery,
  { ranking, concepts, product }: OwnRanking,
): void {
  const { lists } = room.index;
  const sum = Object.values(ranking).reduce((all, weight) => all + weight, 0);
  const share = (name: keyof Ranking): number => ranking[name] / sum;
  const sections = bestSections(room, stems, { product });
  const terms = [
    ...lists.stems.weigh(stems, { share: share("stems") }),
    ...lists.surfaces.weigh(surfaces, { share: share("surfaces") }),
    ...lists.grams.weigh(grams, { share: share("grams") }),
  ];
  addArticles(room, { terms, sections, share: share("sections"), product });
  addSections(room, sections, 1);
  addSections(room, bestByConcepts(room, concepts, product), CONCEPTS);
}

/** A query said in another language. */
export type TranslatedQuery = { readonly groups: readonly TermGroup[]; readonly missing: number };

/** Ranks by stems and sections of another language; spelling says nothing there. */
export function rankTranslated(
  room: LocaleRoom,
  { groups, missing }: TranslatedQuery,
  { concepts, product }: Asked,
): void {
  const sections = bestSections(room, groups, { product, missing });
  const terms = room.index.lists.stems.weigh(groups, { share: 0.5, missing });
  addArticles(room, { terms, sections, share: 0.5, product });
  addSections(room, sections, 1);
  addSections(room, bestByConcepts(room, concepts, product), CONCEPTS);
}

type Where = { readonly product: Product | undefined; readonly missing?: number };

const bestSections = (
  { index }: LocaleRoom,
  groups: readonly TermGroup[],
  { product, missing = 0 }: Where,
): readonly Scored[] =>
  index.lists.sections.rank(groups, {
    missing,
    open: index.open("sections", product),
    keep: KEPT.sections,
  });

const bestByConcepts = (
  { index }: LocaleRoom,
  concepts: readonly TermGroup[],
  product: Product | undefined,
): readonly Scored[] =>
  concepts.length === 0
    ? []
    : index.lists.concepts.rank(concepts, {
        open: index.open("concepts", product),
        keep: KEPT.sections,
      });

type ArticleRanking = {
  /** Of all lists of articles: their units are the same. */
  readonly terms: readonly WeighedTerm[];
  readonly sections: readonly Scored[];
  /** What the sections count. */
  readonly share: number;
  readonly product: Product | undefined;
};

/** The lists of articles are ranked as one, which starts with what the sections say. */
function addArticles(room: LocaleRoom, { terms, sections, share, product }: ArticleRanking): void {
  const { index, numbers, articles } = room;
  const { scratch, live } = index.lists.stems;
  const ahead = articlesOf(index, sections, share);
  const open = index.open("stems", product) ?? live;
  const best = bestUnits(terms, { scratch, open, ahead, keep: KEPT.articles });
  for (const { unit, score } of best) articles.add(numbers.articles[unit] ?? NONE, score);
}

/** An article is as good as its best section, which is the first of them. */
function articlesOf(index: LocaleIndex, found: readonly Scored[], share: number): Scored[] {
  return found.map(({ unit, score }) => ({
    unit: index.sections[unit]?.article ?? NONE,
    score: share * score,
  }));
}

function addSections({ numbers, sections }: LocaleRoom, found: readonly Scored[], weight: number) {
  for (const { unit, score } of found) sections.add(numbers.sections[unit] ?? NONE, weight * score);
}
