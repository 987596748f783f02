import { digestOf } from "../../kernel/digest.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { Steps } from "../../kernel/steps.ts";
import { atOnce } from "../../kernel/steps.ts";
import type { Article } from "../article.ts";
import { articleDigest } from "./article-digest.ts";
import type { BuildNeeds } from "./build-index.ts";
import { bringUpToDate, buildLocaleInSteps } from "./build-index.ts";
import type { IndexCache } from "./index-cache.ts";
import type { ListName, LocaleIndex } from "./locale-index.ts";
import { openLists } from "./locale-index.ts";
import type { PackedList, PackedLocale } from "./pack-locale.ts";
import { packLocale, unpackLocale } from "./pack-locale.ts";

/** How an index is kept: with what it rests on beside its articles; its lists are apart. */
type KeptLocale = {
  /** Of the terms lexicon, which splits compounds too. */
  readonly lexicon: string;
  readonly buildMs: number;
  readonly packed: Omit<PackedLocale, "lists">;
};

/** One list, with the digest of the index it belongs to. */
type KeptList = { readonly of: string; readonly packed: PackedList };

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
 * date; else a new one. The present one is searched meanwhile: it changes in one step.
 */
export function* readyLocale(
  locale: Locale,
  articles: readonly Article[],
  { present, needs }: { readonly present: ReadyLocale | undefined; readonly needs: KeepNeeds },
): Steps<ReadyLocale> {
  for (const article of articles) {
    if (article.locale !== locale) continue;
    articleDigest(article);
    yield;
  }
  if (present !== undefined) {
    const brought = atOnce(bringUpToDate(present.index, articles, needs.onArticle));
    if (brought !== undefined) return present;
  } else {
    const kept = yield* keptLocale(locale, needs);
    const brought =
      kept === undefined ? undefined : yield* bringUpToDate(kept.index, articles, needs.onArticle);
    if (kept !== undefined && brought !== undefined) {
      if (brought.changed) yield* keep(kept, needs);
      return kept;
    }
  }
  return yield* newLocale(locale, articles, needs);
}

function* newLocale(
  locale: Locale,
  articles: readonly Article[],
  needs: KeepNeeds,
): Steps<ReadyLocale> {
  const started = performance.now();
  const index = yield* buildLocaleInSteps(locale, articles, needs);
  const built = { index, buildMs: performance.now() - started };
  yield* keep(built, needs);
  return built;
}

const keyOf = (locale: Locale, { corpus }: KeepNeeds): string => `${corpus} ${locale}`;

const LISTS: readonly ListName[] = ["stems", "surfaces", "sections", "grams", "concepts"];

function* keep({ index, buildMs }: ReadyLocale, needs: KeepNeeds): Steps<void> {
  const { lists, ...packed } = packLocale(index);
  const key = keyOf(index.locale, needs);
  const of = stateOf(packed, needs);
  for (const name of LISTS) {
    const kept: KeptList = { of, packed: lists[name] };
    needs.cache.put("list", `${key} ${name}`, kept);
    yield;
  }
  const kept: KeptLocale = { lexicon: needs.lexicon, buildMs, packed };
  needs.cache.put("index", key, kept);
}

/** Lists of another state of the corpus are of no use. */
const stateOf = ({ articles }: KeptLocale["packed"], { lexicon }: KeepNeeds): string =>
  digestOf(JSON.stringify([lexicon, articles]));

function* keptLocale(locale: Locale, needs: KeepNeeds): Steps<ReadyLocale | undefined> {
  const key = keyOf(locale, needs);
  const kept = needs.cache.get("index", key) as KeptLocale | undefined;
  if (kept?.lexicon !== needs.lexicon) return undefined;
  const of = stateOf(kept.packed, needs);
  yield;
  const lists: Partial<Record<ListName, PackedList>> = {};
  for (const name of LISTS) {
    const list = needs.cache.get("list", `${key} ${name}`) as KeptList | undefined;
    if (list?.of !== of) return undefined;
    lists[name] = list.packed;
    yield;
  }
  const packed = { ...kept.packed, lists: openLists((name) => lists[name] as PackedList) };
  return { index: unpackLocale(packed, needs), buildMs: kept.buildMs };
}
