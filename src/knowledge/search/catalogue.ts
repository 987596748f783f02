import type { Locale } from "../../kernel/locale.ts";
import type { Article } from "../article.ts";
import type { LocaleIndex } from "./locale-index.ts";

/**
 * Numbers for all that can be found, whatever language it is in: one for every slug, in their
 * order, and one for every section, in the order of slugs and places. The same section has one
 * number in all translations whose headings have the same levels.
 */
export type Catalogue = {
  /** By the number of an article. */
  readonly slugs: readonly string[];
  /** The article of a section, by numbers. */
  readonly articleOf: Int32Array;
  /** The place of a section in its article, by its number. */
  readonly placeOf: Int32Array;
  readonly locales: ReadonlyMap<Locale, LocaleNumbers>;
};

/** What the units of one language are in the catalogue. */
export type LocaleNumbers = {
  /** By unit; `NONE` where the article is gone. */
  readonly articles: Int32Array;
  /** By unit; `NONE` where the section is gone. */
  readonly sections: Int32Array;
  /** The first section of an article, by numbers; `NONE` where this language does not have it. */
  readonly firstOf: Int32Array;
};

export const NONE = -1;

/** Numbers the articles and sections of all languages. */
export function catalogueOf(locales: ReadonlyMap<Locale, LocaleIndex>): Catalogue {
  const { slugs, shapes } = contents([...locales.values()]);
  const size = shapes.reduce((sum, { length }) => sum + length, 0);
  const [articleOf, placeOf] = [new Int32Array(size), new Int32Array(size)];
  const firsts = new Map<string, number>();
  let next = 0;
  for (const { slug, shape, length } of shapes) {
    firsts.set(`${slugs[slug] ?? ""} ${shape}`, next);
    articleOf.fill(slug, next, next + length);
    for (let place = 0; place < length; place += 1) placeOf[next++] = place;
  }
  const numberOf = new Map(slugs.map((slug, number) => [slug, number]));
  const numbered = [...locales].map(
    ([locale, index]) => [locale, numbersIn(index, numberOf, firsts)] as const,
  );
  return { slugs, articleOf, placeOf, locales: new Map(numbered) };
}

type Shape = { readonly slug: number; readonly shape: string; readonly length: number };

/** Slugs in their order, and what shapes the translations of each have. */
function contents(indexes: readonly LocaleIndex[]): { slugs: string[]; shapes: Shape[] } {
  const shapesOf = new Map<string, Map<string, number>>();
  for (const article of indexes.flatMap(articlesIn)) {
    const shapes = shapesOf.get(article.slug) ?? new Map<string, number>();
    shapesOf.set(article.slug, shapes.set(shapeOf(article), Math.max(1, article.sections.length)));
  }
  const slugs = [...shapesOf.keys()].toSorted();
  const shapes = slugs.flatMap((slug, number) =>
    [...(shapesOf.get(slug) ?? [])]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([shape, length]) => ({ slug: number, shape, length })),
  );
  return { slugs, shapes };
}

const articlesIn = ({ articles }: LocaleIndex): Article[] =>
  articles.flatMap((one) => one?.article ?? []);

/** The levels of its headings. */
const shapeOf = ({ sections }: Article): string => sections.map(({ depth }) => depth).join("");

function numbersIn(
  index: LocaleIndex,
  numberOf: ReadonlyMap<string, number>,
  firsts: ReadonlyMap<string, number>,
): LocaleNumbers {
  const articles = new Int32Array(index.articles.length).fill(NONE);
  const firstOf = new Int32Array(numberOf.size).fill(NONE);
  index.articles.forEach((one, unit) => {
    const number = one?.article === undefined ? undefined : numberOf.get(one.slug);
    if (one?.article === undefined || number === undefined) return;
    articles[unit] = number;
    firstOf[number] = firsts.get(`${one.slug} ${shapeOf(one.article)}`) ?? NONE;
  });
  const sections = Int32Array.from(index.sections, ({ article, position }) => {
    const number = articles[article] ?? NONE;
    return number === NONE ? NONE : (firstOf[number] ?? 0) + position;
  });
  return { articles, sections, firstOf };
}
