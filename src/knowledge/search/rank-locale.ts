import type { Product } from "../../kernel/product.ts";
import type { Scored } from "./best-of.ts";
import type { ListName, LocaleIndex } from "./locale-index.ts";
import type { OwnQuery } from "./own-query.ts";
import type { TermGroup } from "./ranked-list.ts";

/** Scores of one language, by article unit and by section unit. */
export type LocaleScores = {
  readonly articles: ReadonlyMap<number, number>;
  readonly sections: ReadonlyMap<number, number>;
};

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
  index: LocaleIndex,
  query: OwnQuery,
  { ranking, concepts, product }: OwnRanking,
): LocaleScores {
  const rank = ranker(index, product);
  const sum = Object.values(ranking).reduce((all, weight) => all + weight, 0);
  const sections = rank("sections", query.stems);
  return {
    articles: addedUp([
      { weight: ranking.stems / sum, units: rank("stems", query.stems) },
      { weight: ranking.surfaces / sum, units: rank("surfaces", query.surfaces) },
      { weight: ranking.sections / sum, units: bestSections(index, sections) },
      { weight: ranking.grams / sum, units: rank("grams", query.grams) },
    ]),
    sections: addedUp([
      { weight: 1, units: sections },
      { weight: CONCEPTS, units: rank("concepts", concepts) },
    ]),
  };
}

/** A query said in another language. */
export type TranslatedQuery = { readonly groups: readonly TermGroup[]; readonly missing: number };

/** Ranks by stems and sections of another language; spelling says nothing there. */
export function rankTranslated(
  index: LocaleIndex,
  { groups, missing }: TranslatedQuery,
  { concepts, product }: Asked,
): LocaleScores {
  const rank = ranker(index, product, missing);
  const sections = rank("sections", groups);
  return {
    articles: addedUp([
      { weight: 0.5, units: rank("stems", groups) },
      { weight: 0.5, units: bestSections(index, sections) },
    ]),
    sections: addedUp([
      { weight: 1, units: sections },
      { weight: CONCEPTS, units: ranker(index, product)("concepts", concepts) },
    ]),
  };
}

function ranker(index: LocaleIndex, product: Product | undefined, missing = 0) {
  return (list: ListName, groups: readonly TermGroup[]): readonly Scored[] => {
    return index.lists[list].rank(groups, { missing, open: index.open(list, product) });
  };
}

/** An article is as good as its best section. */
function bestSections({ sections }: LocaleIndex, found: readonly Scored[]): Scored[] {
  const best = new Map<number, number>();
  for (const { unit, score } of found) {
    const article = sections[unit]?.article;
    if (article !== undefined && !best.has(article)) best.set(article, score);
  }
  return [...best].map(([unit, score]) => ({ unit, score }));
}

type Weighed = { readonly weight: number; readonly units: readonly Scored[] };

function addedUp(lists: readonly Weighed[]): Map<number, number> {
  const sum = new Map<number, number>();
  for (const { weight, units } of lists) {
    for (const { unit, score } of units) sum.set(unit, (sum.get(unit) ?? 0) + weight * score);
  }
  return sum;
}
