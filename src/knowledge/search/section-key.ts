import type { Article } from "../article.ts";

const SHAPES = new WeakMap<Article, string>();

/**
 * Names a section in all languages at once: by its place, where the headings of the translations
 * have the same levels.
 */
export function sectionKey(article: Article, position: number): string {
  const shape = SHAPES.get(article) ?? article.sections.map(({ depth }) => depth).join("");
  SHAPES.set(article, shape);
  return `${article.slug} ${shape} ${position}`;
}
