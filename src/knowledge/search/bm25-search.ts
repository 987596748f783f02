import type { Locale } from "../../kernel/locale.ts";
import { LOCALES } from "../../kernel/locale.ts";
import type { Article, Section } from "../article.ts";
import type { SectionHit } from "../answer.ts";
import type { LanguageModel } from "../language.ts";
import type { ArticleHit, Search, SearchRequest, SearchResult } from "../ports.ts";
import { tokensOf } from "../question/tokens.ts";
import { STOP_WORDS } from "../words/stop-words.ts";

type Unit = { readonly article: Article; readonly section: Section; readonly length: number };
type Posting = { readonly unit: number; readonly weight: number };

const K1 = 1.2;
const B = 0.6;
const STEM = 6;
const MOST = 10;

/** Turns the words of one language into marks that are the same in every language. */
export type ConceptMarks = (tokens: readonly string[], locale: Locale) => readonly string[];

type Needs = {
  readonly articles: readonly Article[];
  readonly language: LanguageModel;
  readonly marks: ConceptMarks;
};

/** A plain BM25 over sections, with word stems and with concepts that are one in all languages. */
export function bm25Search({ articles, language, marks }: Needs): Search {
  const units: Unit[] = [];
  const postings = new Map<string, Posting[]>();
  for (const article of articles.filter(({ status }) => status === "article")) {
    for (const section of article.sections) {
      const terms = termsOfSection(article, section, marks);
      const length = [...terms.values()].reduce((sum, weight) => sum + weight, 0);
      for (const [term, weight] of terms) {
        const list = postings.get(term) ?? [];
        postings.set(term, list);
        list.push({ unit: units.length, weight });
      }
      units.push({ article, section, length });
    }
  }
  const index = { units, postings, average: average(units) };
  return {
    find: (request) => {
      const { locale, sure } = language.detect(request.query, request.locale);
      return resultOf(index, marks, { ...request, locale: request.locale ?? locale, sure });
    },
  };
}

type Index = {
  readonly units: readonly Unit[];
  readonly postings: ReadonlyMap<string, readonly Posting[]>;
  readonly average: number;
};

const average = (units: readonly Unit[]): number =>
  units.reduce((sum, { length }) => sum + length, 0) / Math.max(1, units.length);

function termsOfSection(
  article: Article,
  section: Section,
  marks: ConceptMarks,
): Map<string, number> {
  const terms = new Map<string, number>();
  const add = (text: string, weight: number): void => {
    for (const term of termsOf(text, article.locale, marks)) {
      terms.set(term, (terms.get(term) ?? 0) + weight);
    }
  };
  add(article.title, 1.5);
  if (article.heading !== undefined) add(article.heading, 1);
  if (section.depth === 1 && article.description !== undefined) add(article.description, 1);
  add(section.heading, 2.5);
  for (const block of section.blocks) add(block.display, block.kind === "code" ? 0.4 : 1);
  return terms;
}

function termsOf(text: string, locale: Locale, marks: ConceptMarks): string[] {
  const tokens = tokensOf(text).filter((one) => one.length > 1 && !STOP_WORDS[locale].has(one));
  const stems = tokens.map((one) => (one.length > STEM ? one.slice(0, STEM) : one));
  return [...tokens, ...stems.map((one) => `~${one}`), ...marks(tokensOf(text), locale)];
}

type Find = SearchRequest & { readonly locale: Locale; readonly sure: boolean };

function resultOf(index: Index, marks: ConceptMarks, find: Find): SearchResult {
  const scores = scoresOf(index, termsOf(find.query, find.locale, marks));
  const limit = Math.min(MOST, find.limit ?? MOST);
  const allowed = new Set(find.indexLocales ?? LOCALES);
  const ranked = [...scores]
    .flatMap(([at, score]) => {
      const unit = index.units[at];
      return unit === undefined ? [] : [{ article: unit.article, section: unit.section, score }];
    })
    .filter(({ article }) => allowed.has(article.locale))
    .filter(({ article: { product } }) =>
      find.product === undefined || product === undefined ? true : product === find.product,
    )
    .toSorted((a, b) => b.score - a.score);
  return {
    locale: find.locale,
    sure: find.sure,
    articles: firstOfEach(ranked.map(articleHit), ({ slug }) => slug, find.locale).slice(0, limit),
    sections: firstOfEach(
      ranked.map(sectionHit),
      (one) => `${one.slug}#${one.anchor}`,
      find.locale,
    ).slice(0, limit),
  };
}

function scoresOf(
  { units, postings, average: mean }: Index,
  terms: readonly string[],
): Map<number, number> {
  const scores = new Map<number, number>();
  for (const term of new Set(terms)) {
    const list = postings.get(term) ?? [];
    const rarity = Math.log(1 + (units.length - list.length + 0.5) / (list.length + 0.5));
    for (const { unit, weight } of list) {
      const length = units[unit]?.length ?? mean;
      const gain = (weight * (K1 + 1)) / (weight + K1 * (1 - B + (B * length) / mean));
      const share = term.startsWith("~") ? 0.5 : term.startsWith("#") ? 0.8 : 1;
      scores.set(unit, (scores.get(unit) ?? 0) + rarity * gain * share);
    }
  }
  return scores;
}

type Ranked = Omit<Unit, "length"> & { readonly score: number };

const rounded = (score: number): number => Math.round(score * 1000) / 1000;

const articleHit = ({ article: { slug, locale }, score }: Ranked): ArticleHit => ({
  slug,
  locale,
  score: rounded(score),
});

const sectionHit = ({ article, section, score }: Ranked): SectionHit => ({
  slug: article.slug,
  anchor: section.anchor,
  heading: section.heading,
  locale: article.locale,
  score: rounded(score),
});

/** The first of each key, in the asker's language where that was found at all. */
function firstOfEach<Hit extends { readonly locale: Locale }>(
  hits: readonly Hit[],
  keyOf: (hit: Hit) => string,
  locale: Locale,
): Hit[] {
  const first = new Map<string, Hit>();
  for (const hit of hits) {
    const known = first.get(keyOf(hit));
    if (known === undefined) first.set(keyOf(hit), hit);
    else if (known.locale !== locale && hit.locale === locale) {
      first.set(keyOf(hit), { ...hit, ...("score" in known ? { score: known.score } : {}) });
    }
  }
  return [...first.values()];
}
