import { digestOf } from "../../kernel/digest.ts";
import type { Article } from "../article.ts";

const KNOWN = new WeakMap<Article, string>();

/** Changes when anything of an article changes that search reads. */
export function articleDigest(article: Article): string {
  const known = KNOWN.get(article);
  if (known !== undefined) return known;
  const { title, heading, description, product, sections } = article;
  const texts = sections.flatMap((one) => [
    one.depth,
    one.heading,
    one.blocks.map(({ kind, display }) => `${kind} ${display}`),
  ]);
  const digest = digestOf(JSON.stringify([title, heading, description, product, texts]));
  KNOWN.set(article, digest);
  return digest;
}
