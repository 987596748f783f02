import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readContent } from "../adapters/content/read-content.ts";
import { openKnowledgeSearch } from "../adapters/search-cache/open-knowledge-search.ts";
import { LOCALES } from "../kernel/locale.ts";
import type { Result } from "../kernel/result.ts";
import { fail, ok } from "../kernel/result.ts";
import type { SourceFile } from "../knowledge/article.ts";
import type { Fault } from "../knowledge/fault.ts";
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
    const loaded = built.ok ? statsOf(cache, files) : built;
    if (!built.ok || !loaded.ok) {
      const [first] = loaded.ok ? [] : loaded.problem;
      complain(
        `Cannot build the index of "${folder}": ${first?.file ?? ""}: ${first?.reason ?? ""}`,
      );
      return;
    }
    const { buildMs } = built.value.index;
    const stats = { ...loaded.value, index: { ...loaded.value.index, buildMs } };
    if (json) printJson(stats);
    else print(statsText(stats));
  } finally {
    await rm(cacheFolder, { recursive: true, force: true });
  }
}

/** Opens the index with what the cache holds: the first time it is built, after that loaded. */
function statsOf(
  cache: string,
  files: readonly SourceFile[],
): Result<SearchStats, readonly Fault[]> {
  const search = openKnowledgeSearch({ cache });
  try {
    const built = buildKnowledge({
      files,
      cache: search.articles,
      searchOver: search.searchOver,
      withoutEvidence: "withdraw",
    });
    search.flush();
    return built.ok ? ok(search.stats()) : fail(built.problem);
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
