import { parentPort, workerData } from "node:worker_threads";
import { LOCALES } from "../../kernel/locale.ts";
import { atOnce } from "../../kernel/steps.ts";
import { readCorpus } from "../../knowledge/corpus.ts";
import type { SourceFile } from "../../knowledge/article.ts";
import { knownLanguage } from "../../knowledge/known-language.ts";
import { keptPolicy } from "../../knowledge/policy/keep-policy.ts";
import type { BuildProgress } from "../../knowledge/search/live-search.ts";
import { readTerms } from "../../knowledge/terms/read-terms.ts";
import { readContent } from "../content/read-content.ts";
import { openKnowledgeSearch } from "./open-knowledge-search.ts";
import type { PrepareTask } from "./prepare-search.ts";

const { content, cache } = workerData as PrepareTask;
const tell = (progress: BuildProgress): void => parentPort?.postMessage(progress);
const kept = openKnowledgeSearch({ content, cache, onProgress: tell });

const { files } = await readContent(content);
readInSteps(files);
const { articles } = readCorpus(files, kept.articles);
const concepts = readTerms(files, []);
for (const locale of LOCALES) {
  atOnce(knownLanguage(locale, { articles, concepts, ...kept.kept }));
}
keptPolicy(files, kept.kept);
const language = { detect: () => ({ locale: "en" as const, sure: false }) };
kept.searchOver({ articles, concepts, language });
kept.close();

/** Reads some files at a time, so that progress can be told and a stop loses little. */
function readInSteps(all: readonly SourceFile[]): void {
  const includes = all.filter(({ path }) => path.includes("_includes/"));
  for (let at = 0; at < all.length; at += 200) {
    readCorpus([...includes, ...all.slice(at, at + 200)], kept.articles);
    kept.flush();
    tell({ step: "reading", done: Math.min(at + 200, all.length), total: all.length });
  }
}
