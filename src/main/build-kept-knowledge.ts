import { join } from "node:path";
import { eldGuess } from "../adapters/eld.ts";
import { inSlices } from "../adapters/search-cache/in-slices.ts";
import { openKnowledgeSearch } from "../adapters/search-cache/open-knowledge-search.ts";
import { prepareSearch } from "../adapters/search-cache/prepare-search.ts";
import type { Result } from "../kernel/result.ts";
import type { SourceFile } from "../knowledge/article.ts";
import type { Fault } from "../knowledge/fault.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { buildKnowledgeInSteps } from "../knowledge/knowledge.ts";
import type { BuildProgress } from "../knowledge/search/live-search.ts";

export type KeptKnowledgeOptions = {
  /** The corpus' folder. */
  readonly content: string;
  /** The file of what is kept between starts; in memory where it is left out. */
  readonly cache?: string | undefined;
  readonly onProgress?: ((progress: BuildProgress) => void) | undefined;
};

/** Builds the knowledge of a corpus again and again: only what changed is read and indexed. */
export type KeptKnowledge = {
  readonly build: (files: readonly SourceFile[]) => Promise<Result<Knowledge, readonly Fault[]>>;
  readonly close: () => void;
};

/** Where the desk keeps what search need not do twice. Deleting it is always safe. */
export const searchCacheIn = (data: string): string => join(data, "search-cache.sqlite");

/**
 * Opens what was kept of a corpus. A large one is prepared in a thread of its own first, and then
 * taken over in short slices: whoever asks meanwhile is answered.
 */
export function keptKnowledge({ content, cache, onProgress }: KeptKnowledgeOptions): KeptKnowledge {
  const telling = onProgress === undefined ? {} : { onProgress };
  const search = openKnowledgeSearch({ content, cache, ...telling });
  const guess = eldGuess();
  return {
    build: async (files) => {
      if (cache !== undefined) await prepareSearch({ content, files, cache, ...telling });
      const steps = buildKnowledgeInSteps({
        files,
        cache: search.articles,
        kept: search.kept,
        searchOver: search.searchInSteps,
        guess,
      });
      const built = await inSlices(steps);
      search.flush();
      return built;
    },
    close: search.close,
  };
}
