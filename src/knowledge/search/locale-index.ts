import type { Locale } from "../../kernel/locale.ts";
import type { Product } from "../../kernel/product.ts";
import type { Article } from "../article.ts";
import type { Analyser, Stem } from "./analyser.ts";
import { conceptMarks } from "../terms/concept-marks.ts";
import type { Concept } from "../terms/read-terms.ts";
import { tokensOf } from "../question/tokens.ts";
import { analyserOf } from "./analyser.ts";
import { articleDigest } from "./article-digest.ts";
import type { MarkConcepts } from "./article-terms.ts";
import { articleTerms } from "./article-terms.ts";
import type { Vocabulary } from "./compounds.ts";
import { compoundSplitter } from "./compounds.ts";
import { packedPostings } from "./packed-postings.ts";
import type { OpenPostings } from "./postings.ts";
import type { Tuning } from "./ranked-list.ts";
import { RankedList } from "./ranked-list.ts";
import type { Repairer } from "./repair.ts";
import { repairer } from "./repair.ts";

export type ListName = "stems" | "surfaces" | "sections" | "grams" | "concepts";
export type Lists = Readonly<Record<ListName, RankedList>>;

export const TUNING: Readonly<Record<ListName, Tuning>> = {
  stems: { k1: 1.2, b: 0.75 },
  surfaces: { k1: 1.2, b: 0.75 },
  sections: { k1: 1.2, b: 0.75 },
  grams: { k1: 1.2, b: 0.5 },
  concepts: { k1: 1.2, b: 0.6 },
};

/** A section as the index knows it: the unit of its article, and its place there. */
export type SectionUnit = { readonly article: number; readonly position: number };

/** An article as the index knows it; gone where it was removed or replaced. */
export type ArticleUnit = { readonly slug: string; readonly digest: string; article?: Article };

/** What an index is made of. */
export type LocaleParts = {
  readonly vocabulary: Vocabulary;
  readonly lists: Lists;
  readonly articles: (ArticleUnit | undefined)[];
  readonly sections: SectionUnit[];
};

export type LocaleNeeds = {
  readonly stem: Stem;
  readonly postings: OpenPostings;
  readonly concepts: readonly Concept[];
};

/** Five lists over the articles of one language: three of articles, two of sections. */
export class LocaleIndex {
  readonly locale: Locale;
  readonly analyser: Analyser;
  readonly marks: MarkConcepts;
  readonly lists: Lists;
  readonly vocabulary: Vocabulary;
  /** Mends words the stem or the surface list does not know. */
  readonly repair: { readonly stems: Repairer; readonly surfaces: Repairer };
  readonly #articles: (ArticleUnit | undefined)[];
  readonly #sections: SectionUnit[];
  readonly #unitOf = new Map<string, number>();
  #version = 0;
  readonly #masks = new Map<string, Uint8Array>();

  constructor(
    locale: Locale,
    { vocabulary, lists, articles, sections }: LocaleParts,
    { stem, concepts }: LocaleNeeds,
  ) {
    this.locale = locale;
    this.vocabulary = vocabulary;
    this.lists = lists;
    this.#articles = articles;
    this.#sections = sections;
    this.analyser = analyserOf(locale, { stem, split: compoundSplitter(locale, vocabulary) });
    const marks = conceptMarks(concepts);
    this.marks = (text) => marks(tokensOf(text), locale);
    this.repair = { stems: repairer(lists.stems), surfaces: repairer(lists.surfaces) };
    articles.forEach((one, unit) => {
      if (one !== undefined) this.#unitOf.set(one.slug, unit);
    });
  }

  /** Another one after every change of what can be found. */
  get version(): number {
    return this.#version;
  }

  /** How many articles can be found. */
  get size(): number {
    return this.#unitOf.size;
  }

  get articles(): readonly (ArticleUnit | undefined)[] {
    return this.#articles;
  }

  get sections(): readonly SectionUnit[] {
    return this.#sections;
  }

  article(slug: string): Article | undefined {
    const unit = this.#unitOf.get(slug);
    return unit === undefined ? undefined : this.articleAt(unit);
  }

  articleAt(unit: number): Article | undefined {
    return this.#articles[unit]?.article;
  }

  /** Adds an article, or puts it in the place of its older version. */
  add(article: Article): void {
    this.remove(article.slug);
    const { stems, surfaces, grams, sections } = articleTerms(article, this);
    const { slug } = article;
    const unit = this.#articles.push({ slug, digest: articleDigest(article), article }) - 1;
    this.#unitOf.set(slug, unit);
    this.lists.stems.add(stems.frequencies, stems.length);
    this.lists.surfaces.add(surfaces.frequencies, surfaces.length);
    this.lists.grams.add(grams.frequencies, grams.length);
    for (const { position, stems: said, concepts } of sections) {
      this.lists.sections.add(said.frequencies, said.length);
      this.lists.concepts.add(concepts.frequencies, concepts.length);
      this.#sections.push({ article: unit, position });
    }
    this.#changed();
  }

  /** Its units stay, but are not found any more. */
  remove(slug: string): void {
    const unit = this.#unitOf.get(slug);
    if (unit === undefined) return;
    this.#unitOf.delete(slug);
    this.#articles[unit] = undefined;
    for (const name of ["stems", "surfaces", "grams"] as const) this.lists[name].remove(unit);
    this.#sections.forEach(({ article }, at) => {
      if (article !== unit) return;
      this.lists.sections.remove(at);
      this.lists.concepts.remove(at);
    });
    this.#changed();
  }

  /** Packs what was added. */
  pack(): void {
    for (const list of Object.values(this.lists)) list.pack();
  }

  /** The same article read again: nothing to index. */
  renew(article: Article): void {
    const known = this.#articles[this.#unitOf.get(article.slug) ?? -1];
    if (known === undefined) return;
    if (known.article === undefined) this.#version += 1;
    known.article = article;
  }

  /** Units of a list that may be found for a product; undefined where all live ones may. */
  open(list: ListName, product?: Product): Uint8Array | undefined {
    if (product === undefined) return undefined;
    const key = isOfSections(list) ? `sections ${product}` : product;
    const mask = this.#masks.get(key) ?? this.#maskFor(list, product);
    this.#masks.set(key, mask);
    return mask;
  }

  #maskFor(list: ListName, product: Product): Uint8Array {
    const may = (unit: number): number => {
      const article = this.articleAt(unit);
      if (article === undefined) return 0;
      return article.product === undefined || article.product === product ? 1 : 0;
    };
    const units = isOfSections(list) ? this.#sections.map(({ article }) => article) : undefined;
    return Uint8Array.from(units ?? this.#articles.keys(), may);
  }

  #changed(): void {
    this.#version += 1;
    this.#masks.clear();
    this.repair.stems.reset();
    this.repair.surfaces.reset();
  }
}

const isOfSections = (list: ListName): boolean => list === "sections" || list === "concepts";

/** Opens the lists of one language, empty. */
export function emptyLocaleIndex(
  locale: Locale,
  vocabulary: Vocabulary,
  needs: LocaleNeeds,
): LocaleIndex {
  const lists = openLists((name) => new RankedList(packedPostings(needs.postings), TUNING[name]));
  return new LocaleIndex(locale, { vocabulary, lists, articles: [], sections: [] }, needs);
}

export const openLists = <Opened>(open: (name: ListName) => Opened): Record<ListName, Opened> => ({
  stems: open("stems"),
  surfaces: open("surfaces"),
  sections: open("sections"),
  grams: open("grams"),
  concepts: open("concepts"),
});
