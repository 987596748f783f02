import { createHash } from "node:crypto";
import type { Article, Block } from "../../../src/knowledge/article.ts";
import { rawWords } from "../../../src/knowledge/search/cut-words.ts";
import { random } from "./random.ts";

/** What is indexed: the articles as the product has them, or with something made harder. */
export type DocumentSet = string;

/**
 * `plain` leaves the description out, `described` keeps it, `hard` also drops whatever repeats it,
 * `only-sv` leaves one fifth of the articles in Swedish alone, `scale-10` is English ten times over.
 */
export function documentsOf(articles: readonly Article[], set: DocumentSet): readonly Article[] {
  if (set === "described") return articles;
  if (set === "hard") return articles.map(withoutEchoes).map(withoutDescription);
  const [kind, what = ""] = set.split("-");
  const plain = articles.map(withoutDescription);
  if (kind === "only") return plain.filter((one) => one.locale === what || !isKeptBack(one.slug));
  if (kind === "scale")
    return copies(
      plain.filter(({ locale }) => locale === "en"),
      Number(what),
    );
  return plain;
}

/** One fifth of the slugs: those that exist in one language only. */
export const isKeptBack = (slug: string): boolean =>
  (createHash("sha256").update(slug).digest()[0] ?? 0) % 5 === 0;

function withoutDescription({ description: _description, ...article }: Article): Article {
  return article;
}

function withoutEchoes(article: Article): Article {
  const said = new Set(rawWords((article.description ?? "").toLowerCase()));
  const sections = article.sections.map((section) => ({
    ...section,
    blocks: section.blocks.filter((block) => !isEcho(block, said)),
  }));
  return { ...article, sections };
}

function isEcho({ display }: Block, said: ReadonlySet<string>): boolean {
  const words = new Set(rawWords(display.toLowerCase()));
  if (words.size < 4 || said.size === 0) return false;
  const shared = [...words].filter((word) => said.has(word)).length;
  return shared / said.size > 0.5 || shared / (words.size + said.size - shared) > 0.4;
}

/** The corpus again and again, three words in ten of four letters and more changed in each copy. */
function copies(articles: readonly Article[], times: number): Article[] {
  const all = [...articles];
  for (let copy = 1; copy < times; copy += 1) {
    for (const article of articles) all.push(changed(article, copy));
  }
  return all;
}

function changed(article: Article, copy: number): Article {
  const next = random(`${copy} ${article.slug}`);
  const change = (text: string): string =>
    text.replaceAll(/\p{L}{4,}/gu, (word) =>
      next() < 0.3 ? `${word}${Math.floor(next() * 50)}x` : word,
    );
  return {
    ...article,
    slug: `${article.slug}-${copy}`,
    title: change(article.title),
    sections: article.sections.map((section) => ({
      ...section,
      heading: change(section.heading),
      blocks: section.blocks.map((block) => ({ ...block, display: change(block.display) })),
    })),
  };
}
