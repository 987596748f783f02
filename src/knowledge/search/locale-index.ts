import type { Locale } from "../../kernel/locale.ts";
import type { Product } from "../../kernel/product.ts";
import type { Article } from "../article.ts";
import type { Analyser, Stem } from "./analyser.ts";
import { analyserOf } from "./analyser.ts";
import { articleTerms } from "./article-terms.ts";
import type { Vocabulary } from "./compounds.ts";
import { compoundSplitter } from "./compounds.ts";
import type { OpenPostings } from "./postings.ts";
import type { RankedList, Tuning } from "./ranked-list.ts";
import { rankedList } from "./ranked-list.ts";
import type { Repairer } from "./repair.ts";
import { repairer } from "./repair.ts";

/** A section as the index knows it. */
export type SectionUnit = {
  readonly article: number;
  readonly position: number;
};

export const LISTS = ["stems", "surfaces", "sections", "grams"] as const;
export type ListName = (typeof LISTS)[number];

const TUNING: Readonly<Record<ListName, Tuning>> = {
  stems: { k1: 1.2, b: 0.75, keep: 100 },
  surfaces: { k1: 1.2, b: 0.75, keep: 100 },
  sections: { k1: 1.2, b: 0.75, keep: 300 },
  grams: { k1: 1.2, b: 0.5, keep: 100 },
};

/** Four lists over the articles of one language. */
export type LocaleIndex = {
  readonly locale: Locale;
  readonly analyser: Analyser;
  readonly lists: Readonly<Record<ListName, RankedList>>;
  /** Mends words the stem or the surface list does not know. */
  readonly repair: { readonly stems: Repairer; readonly surfaces: Repairer };
  readonly articles: readonly (Article | undefined)[];
  readonly sections: readonly SectionUnit[];
  readonly unitOf: ReadonlyMap<string, number>;
  readonly vocabulary: Vocabulary;
  readonly add: (article: Article) => void;
  readonly remove: (slug: string) => void;
  /** Units of a list that may be found for a product; all where none is named. */
  readonly open: (list: ListName, product?: Product) => Uint8Array | undefined;
};

export type LocaleNeeds = {
  readonly vocabulary: Vocabulary;
  readonly stem: Stem;
  readonly postings: OpenPostings;
};

/** Opens the lists of one language, empty. */
export function localeIndex(
  locale: Locale,
  { vocabulary, stem, postings }: LocaleNeeds,
): LocaleIndex {
  const analyser = analyserOf(locale, { stem, split: compoundSplitter(locale, vocabulary) });
  const lists: LocaleIndex["lists"] = {
    stems: rankedList(postings(), TUNING.stems),
    surfaces: rankedList(postings(), TUNING.surfaces),
    sections: rankedList(postings(), TUNING.sections),
    grams: rankedList(postings(), TUNING.grams),
  };
  const articles: (Article | undefined)[] = [];
  const sections: SectionUnit[] = [];
  const unitOf = new Map<string, number>();
  const masks = new Map<string, Uint8Array>();
  const repair = { stems: repairer(lists.stems), surfaces: repairer(lists.surfaces) };
  const changed = (): void => {
    masks.clear();
    repair.stems.reset();
    repair.surfaces.reset();
  };

  const remove = (slug: string): void => {
    const unit = unitOf.get(slug);
    if (unit === undefined) return;
    unitOf.delete(slug);
    articles[unit] = undefined;
    changed();
    for (const list of [lists.stems, lists.surfaces, lists.grams]) list.remove(unit);
    sections.forEach(({ article }, at) => {
      if (article === unit) lists.sections.remove(at);
    });
  };

  const add = (article: Article): void => {
    remove(article.slug);
    changed();
    const terms = articleTerms(article, analyser);
    const unit = articles.push(article) - 1;
    unitOf.set(article.slug, unit);
    lists.stems.add(terms.stems.frequencies, terms.stems.length);
    lists.surfaces.add(terms.surfaces.frequencies, terms.surfaces.length);
    lists.grams.add(terms.grams.frequencies, terms.grams.length);
    for (const { position, stems } of terms.sections) {
      lists.sections.add(stems.frequencies, stems.length);
      sections.push({ article: unit, position });
    }
  };

  const open = (list: ListName, product?: Product): Uint8Array | undefined => {
    if (product === undefined) return undefined;
    const key = `${list} ${product}`;
    const known = masks.get(key);
    if (known !== undefined) return known;
    const may = (unit: number): number => {
      const article = articles[unit];
      if (article === undefined) return 0;
      return article.product === undefined || article.product === product ? 1 : 0;
    };
    const units =
      list === "sections" ? sections.map(({ article }) => article) : [...articles.keys()];
    const mask = Uint8Array.from(units, may);
    masks.set(key, mask);
    return mask;
  };

  return {
    locale,
    analyser,
    lists,
    repair,
    articles,
    sections,
    unitOf,
    vocabulary,
    add,
    remove,
    open,
  };
}
