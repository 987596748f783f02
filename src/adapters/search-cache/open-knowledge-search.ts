import type { Steps } from "../../kernel/steps.ts";
import type { ArticleCache } from "../../knowledge/corpus.ts";
import type { PartsKept, SearchParts } from "../../knowledge/knowledge.ts";
import type { Search } from "../../knowledge/ports.ts";
import { liveSearch } from "../../knowledge/search/live-search.ts";
import type { BuildProgress } from "../../knowledge/search/live-search.ts";
import type { SearchStats } from "../../knowledge/search/search-stats.ts";
import { flexsearchPostings } from "../flexsearch/flexsearch-postings.ts";
import { snowballStem } from "../snowball/snowball-stem.ts";
import { KeptArticles } from "./article-cache.ts";
import { openSearchCache } from "./search-cache.ts";

export type KnowledgeSearchOptions = {
  /** The cache's file; kept in memory where it is left out. */
  readonly cache?: string | undefined;
  /** The corpus' folder, which names it in the cache. */
  readonly content?: string;
  readonly withoutGlossary?: boolean;
  readonly onProgress?: (progress: BuildProgress) => void;
};

/** What the composition root gives to `buildKnowledge`, again for every new state of the corpus. */
export type KnowledgeSearch = {
  readonly articles: ArticleCache;
  readonly searchOver: (parts: SearchParts) => Search;
  /** See `searchOver`. */
  readonly searchInSteps: (parts: SearchParts) => Steps<Search>;
  /** Where else something of the corpus is kept. */
  readonly kept: PartsKept;
  readonly stats: () => SearchStats;
  /** Writes the articles read for the first time. */
  readonly flush: () => void;
  readonly close: () => void;
};

/** Opens the search of a corpus with everything that was kept of it. */
export function openKnowledgeSearch(options: KnowledgeSearchOptions = {}): KnowledgeSearch {
  const { content = "", withoutGlossary = false, onProgress } = options;
  const cache = openSearchCache(options.cache);
  const articles = new KeptArticles(cache);
  const live = liveSearch({
    stem: snowballStem(),
    postings: flexsearchPostings,
    cache,
    corpus: content,
    withoutGlossary,
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  return {
    articles,
    searchOver: ({ articles: read, concepts, language }) =>
      live.bring(read, concepts, (text) => language.detect(text)),
    searchInSteps: ({ articles: read, concepts, language }) =>
      live.bringInSteps(read, concepts, (text) => language.detect(text)),
    kept: { cache, corpus: content },
    stats: live.stats,
    flush: () => articles.flush(),
    close: () => cache.close(),
  };
}
