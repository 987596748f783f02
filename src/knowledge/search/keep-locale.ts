import type { Locale } from "../../kernel/locale.ts";
import type { Article } from "../article.ts";
import type { BuildNeeds } from "./build-index.ts";
import { bringUpToDate, buildLocale } from "./build-index.ts";
import type { IndexCache } from "./index-cache.ts";
import type { LocaleIndex } from "./locale-index.ts";
import type { PackedLocale } from "./pack-locale.ts";
import { packLocale, unpackLocale } from "./pack-locale.ts";

/** How an index is kept: with what it rests on beside its articles. */
type KeptLocale = {
  /** Of the terms lexicon, which splits compounds too. */
  readonly lexicon: string;
  readonly buildMs: number;
  readonly packed: PackedLocale;
};

export type KeepNeeds = BuildNeeds & {
  readonly cache: IndexCache;
  /** Names the corpus in the cache. */
  readonly corpus: string;
  /** Digest of the terms lexicon. */
  readonly lexicon: string;
};

export type ReadyLocale = { readonly index: LocaleIndex; readonly buildMs: number };

/**
 * The index of one language for these articles: the present one, else the kept one, brought up to
 * date; else a new one.
 */
export function readyLocale(
  locale: Locale,
  articles: readonly Article[],
  { present, needs }: { readonly present: ReadyLocale | undefined; readonly needs: KeepNeeds },
): ReadyLocale {
  const before = present ?? keptLocale(locale, needs);
  const brought =
    before === undefined ? undefined : bringUpToDate(before.index, articles, needs.onArticle);
  if (before !== undefined && brought !== undefined) {
    if (brought.changed && present === undefined) keep(before, needs);
    return before;
  }
  const started = performance.now();
  const index = buildLocale(locale, articles, needs);
  const built = { index, buildMs: performance.now() - started };
  keep(built, needs);
  return built;
}

const keyOf = (locale: Locale, { corpus }: KeepNeeds): string => `${corpus} ${locale}`;

function keep({ index, buildMs }: ReadyLocale, needs: KeepNeeds): void {
  const kept: KeptLocale = {
    lexicon: needs.lexicon,
    buildMs,
    packed: packLocale(index),
  };
  needs.cache.put("index", keyOf(index.locale, needs), kept);
}

function keptLocale(locale: Locale, needs: KeepNeeds): ReadyLocale | undefined {
  const kept = needs.cache.get("index", keyOf(locale, needs)) as KeptLocale | undefined;
  if (kept?.lexicon !== needs.lexicon) return undefined;
  return { index: unpackLocale(kept.packed, needs), buildMs: kept.buildMs };
}
