import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readContent } from "../../../src/adapters/content/read-content.ts";
import type { Article } from "../../../src/knowledge/article.ts";
import { readCorpus } from "../../../src/knowledge/corpus.ts";
import type { BenchOptions } from "./bench-options.ts";

/** A row of queries: what is asked, and which articles answer it. */
export type Row = {
  readonly id: string;
  readonly kind: string;
  readonly lang: Article["locale"];
  readonly index_lang: Article["locale"];
  readonly query: string;
  readonly query_noid?: string;
  readonly relevant: readonly string[];
  readonly title_overlap?: number;
};

export const readRows = (file: string): Row[] =>
  readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Row);

/** Reads the corpus once, with the product's own reader, and gives the file the engines load. */
export async function prepareCorpus(
  { corpus, parsed }: BenchOptions,
  temporary: string,
): Promise<{ readonly file: string; readonly articles: number; readonly seconds: number }> {
  const file = parsed ?? join(temporary, "articles.json");
  if (existsSync(file)) return { file, articles: readArticles(file).length, seconds: 0 };
  const started = performance.now();
  const { files } = await readContent(unpacked(corpus, temporary));
  const articles = readCorpus(files).articles.filter(({ status }) => status === "article");
  writeFileSync(file, JSON.stringify(articles));
  return { file, articles: articles.length, seconds: (performance.now() - started) / 1000 };
}

function unpacked(corpus: string, temporary: string): string {
  if (statSync(corpus).isDirectory()) return corpus;
  const folder = join(temporary, "corpus");
  mkdirSync(folder);
  execFileSync("tar", ["xzf", corpus, "-C", folder, "--strip-components=1"]);
  return folder;
}

export const readArticles = (file: string): Article[] =>
  (JSON.parse(readFileSync(file, "utf8")) as Article[]).filter(
    ({ status }) => status === "article",
  );
