import { digestOf } from "../../kernel/digest.ts";
import type { Locale } from "../../kernel/locale.ts";
import { LOCALES } from "../../kernel/locale.ts";
import type { Steps } from "../../kernel/steps.ts";
import { atOnce } from "../../kernel/steps.ts";
import type { Article } from "../article.ts";
import type { Direction } from "../glossary/glossary.ts";
import { directionOf } from "../glossary/glossary.ts";
import type { ReadyPair } from "../glossary/keep-glossary.ts";
import { pairsOf, readyPair } from "../glossary/keep-glossary.ts";
import type { TranslationTable } from "../glossary/translation-table.ts";
import type { Search } from "../ports.ts";
import type { Concept } from "../terms/read-terms.ts";
import type { Stem } from "./analyser.ts";
import type { IndexCache } from "./index-cache.ts";
import { NO_CACHE } from "./index-cache.ts";
import type { ReadyLocale } from "./keep-locale.ts";
import { readyLocale } from "./keep-locale.ts";
import type { OpenPostings } from "./postings.ts";
import type { DetectLanguage, SearchIndex } from "./search-index.ts";
import { searchIn } from "./search-index.ts";
import type { SearchStats } from "./search-stats.ts";
import { statsOf } from "./search-stats.ts";

/** What is being done while an index is built. */
export type BuildProgress = {
  readonly step: "reading" | "indexing" | "learning";
  readonly done: number;
  readonly total: number;
};

export type LiveSearchNeeds = {
  readonly stem: Stem;
  readonly postings: OpenPostings;
  readonly cache?: IndexCache;
  /** Names the corpus in the cache. */
  readonly corpus?: string;
  /** Questions in another language are then only found by words that are the same. */
  readonly withoutGlossary?: boolean;
  readonly onProgress?: (progress: BuildProgress) => void;
};

/** A search that follows its corpus. */
export type LiveSearch = {
  /**
   * Brings the index to these articles and gives the search over it. Only what changed is indexed;
   * a query finds in the old articles or in the new ones, never in half of each.
   */
  readonly bring: (
    articles: readonly Article[],
    concepts: readonly Concept[],
    detect: DetectLanguage,
  ) => Search;
  /** See `bring`. */
  readonly bringInSteps: (
    articles: readonly Article[],
    concepts: readonly Concept[],
    detect: DetectLanguage,
  ) => Steps<Search>;
  readonly stats: () => SearchStats;
};

type Ready = {
  readonly lexicon: string;
  readonly locales: ReadonlyMap<Locale, ReadyLocale>;
  readonly pairs: ReadonlyMap<string, ReadyPair>;
  readonly index: SearchIndex;
};

/** Opens a search over nothing. */
export function liveSearch(needs: LiveSearchNeeds): LiveSearch {
  let ready: Ready | undefined;
  let loadMs = 0;
  function* bringInSteps(
    articles: readonly Article[],
    concepts: readonly Concept[],
    detect: DetectLanguage,
  ): Steps<Search> {
    const started = performance.now();
    const brought = yield* bringAll({ articles, concepts }, ready, needs);
    ready = brought;
    loadMs = performance.now() - started;
    return searchIn(() => brought.index, detect);
  }
  return {
    bring: (articles, concepts, detect) => atOnce(bringInSteps(articles, concepts, detect)),
    bringInSteps,
    stats: () => {
      const locales = [...(ready?.locales.values() ?? [])];
      const pairs = [...(ready?.pairs.values() ?? [])];
      const buildMs =
        locales.reduce((sum, one) => sum + one.buildMs, 0) +
        pairs.reduce((sum, one) => sum + one.learnMs, 0);
      return statsOf(
        locales.map(({ index }) => index),
        { buildMs, loadMs },
      );
    },
  };
}

type Content = { readonly articles: readonly Article[]; readonly concepts: readonly Concept[] };

function* bringAll(
  { articles, concepts }: Content,
  before: Ready | undefined,
  needs: LiveSearchNeeds,
): Steps<Ready> {
  const { cache = NO_CACHE, corpus = "", stem, postings } = needs;
  const lexicon = digestOf(JSON.stringify(concepts));
  const present = before?.lexicon === lexicon ? before : undefined;
  const total = articles.filter(({ status }) => status === "article").length;
  let done = 0;
  const onArticle = (): void => {
    done += 1;
    if (done % 50 === 0 || done === total) needs.onProgress?.({ step: "indexing", done, total });
  };
  const all = { cache, corpus, lexicon, concepts, stem, postings, onArticle };
  const locales = new Map<Locale, ReadyLocale>();
  for (const locale of LOCALES) {
    const own = { present: present?.locales.get(locale), needs: all };
    locales.set(locale, yield* readyLocale(locale, articles, own));
  }
  const pairs =
    needs.withoutGlossary === true
      ? new Map<string, ReadyPair>()
      : yield* learnAll(locales, present, { ...all, onProgress: needs.onProgress });
  for (const { index } of locales.values()) index.analyser.forget();
  return { lexicon, locales, pairs, index: indexOf(locales, pairs) };
}

type Learning = Parameters<typeof readyPair>[2] & {
  readonly onProgress: LiveSearchNeeds["onProgress"];
};

function* learnAll(
  locales: ReadonlyMap<Locale, ReadyLocale>,
  present: Ready | undefined,
  needs: Learning,
): Steps<Map<string, ReadyPair>> {
  const filled = [...locales].flatMap(([locale, { index }]) => (index.size > 0 ? [locale] : []));
  const pairs = pairsOf(filled);
  const ready = new Map<string, ReadyPair>();
  for (const [one, other] of pairs) {
    const [here, there] = [locales.get(one)?.index, locales.get(other)?.index];
    if (here === undefined || there === undefined) continue;
    const name = directionOf(one, other);
    ready.set(name, readyPair([here, there], present?.pairs.get(name), needs));
    needs.onProgress?.({ step: "learning", done: ready.size, total: pairs.length });
    yield;
  }
  return ready;
}

function indexOf(
  locales: ReadonlyMap<Locale, ReadyLocale>,
  pairs: ReadonlyMap<string, ReadyPair>,
): SearchIndex {
  const glossary = new Map<Direction, TranslationTable>();
  for (const one of LOCALES) {
    for (const other of LOCALES) {
      const pair = pairs.get(directionOf(one, other));
      if (pair === undefined) continue;
      glossary.set(directionOf(one, other), pair.there);
      glossary.set(directionOf(other, one), pair.back);
    }
  }
  return { locales: new Map([...locales].map(([locale, { index }]) => [locale, index])), glossary };
}
