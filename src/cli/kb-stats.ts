import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readContent } from "../adapters/content/read-content.ts";
import { openKnowledgeSearch } from "../adapters/search-cache/open-knowledge-search.ts";
import { LOCALES } from "../kernel/locale.ts";
import type { SourceFile } from "../knowledge/article.ts";
import { buildKnowledge } from "../knowledge/knowledge.ts";
import type { SearchStats } from "../knowledge/search/search-stats.ts";
import { complain, print, printJson } from "./output.ts";
import { table } from "./table.ts";

/** Prints how large the corpus is in each language, and what its index costs. */
export async function corpusStats(folder: string, json: boolean): Promise<void> {
  const { files } = await readContent(folder);
  const cacheFolder = await mkdtemp(join(tmpdir(), "snapdesk-index-"));
  try {
    const cache = join(cacheFolder, "index.sqlite");
    const built = statsOf(cache, files);
    const loaded = statsOf(cache, files);
    if (typeof built === "string" || typeof loaded === "string") {
      complain(`Cannot build the index of "${folder}": ${String(built)}`);
      return;
    }
    const { buildMs } = built.index;
    const stats = { ...loaded, index: { ...loaded.index, buildMs } };
    if (json) printJson(stats);
    else print(statsText(stats));
  } finally {
    await rm(cacheFolder, { recursive: true, force: true });
  }
}

/** Opens the index with what the cache holds: the first time it is built, after that loaded. */
function statsOf(cache: string, files: readonly SourceFile[]): SearchStats | string {
  const search = openKnowledgeSearch({ cache });
  try {
    const built = buildKnowledge({
      files,
      cache: search.articles,
      searchOver: search.searchOver,
      withoutEvidence: "withdraw",
    });
    search.flush();
    const [first] = built.ok ? [] : built.problem;
    return first === undefined
      ? search.stats()
      : `${first.file}:${first.line}: ${first.rule}: ${first.reason}`;
  } finally {
    search.close();
  }
}

function statsText({ articles, slugs, locales, index }: SearchStats): string {
  const rows = LOCALES.flatMap((locale) => {
    const own = locales[locale];
    return own === undefined ? [] : [[locale, own.articles, own.sections, own.words, own.terms]];
  });
  const size = `${Math.round(index.bytes / 1024)} KB`;
  return [
    table(["Language", "Articles", "Sections", "Words", "Terms"], rows),
    "",
    `${articles} articles of ${slugs} slugs`,
    `Index ${size}, built in ${index.buildMs} ms, loaded in ${index.loadMs} ms`,
  ].join("\n");
}
