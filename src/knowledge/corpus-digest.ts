import { canonicalJson } from "../kernel/canonical-json.ts";
import { digestOf } from "../kernel/digest.ts";
import type { Knowledge } from "./knowledge.ts";
import { articleDigest } from "./search/article-digest.ts";

/** Names one state of the corpus: changes with any text, edition or policy cell an answer could rest on. */
export function corpusDigest({ articles, cells, facts }: Knowledge): string {
  const texts = articles.map((one) => [one.file, one.edition ?? "", articleDigest(one)]);
  return digestOf(canonicalJson([texts, cells, facts]));
}
