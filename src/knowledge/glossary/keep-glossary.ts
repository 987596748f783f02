import type { Locale } from "../../kernel/locale.ts";
import type { Article } from "../article.ts";
import { articleDigest } from "../search/article-digest.ts";
import type { IndexCache } from "../search/index-cache.ts";
import type { LocaleIndex } from "../search/locale-index.ts";
import type { Concept } from "../terms/read-terms.ts";
import { alignedArticles, learnPair } from "./learn-glossary.ts";
import type { PackedTable, TranslationTable } from "./translation-table.ts";
import { packTable, translationTable } from "./translation-table.ts";

/** Two tables of a pair of languages, and what they were learnt from. */
type KeptPair = {
  readonly lexicon: string;
  /** Digests of the aligned articles, both languages in one. */
  readonly learntFrom: readonly string[];
  readonly learnMs: number;
  readonly there: PackedTable;
  readonly back: PackedTable;
};

export type ReadyPair = {
  readonly learntFrom: readonly string[];
  readonly lexicon: string;
  readonly learnMs: number;
  readonly there: TranslationTable;
  readonly back: TranslationTable;
};

export type GlossaryNeeds = {
  readonly concepts: readonly Concept[];
  readonly lexicon: string;
  readonly cache: IndexCache;
  readonly corpus: string;
};

/** Under this share of changed articles the tables are kept as they are. */
const MOST_CHANGED = 0.05;

/** The tables of two languages: the present ones, else the kept ones, where little has changed; else new ones. */
export function readyPair(
  [one, other]: readonly [LocaleIndex, LocaleIndex],
  present: ReadyPair | undefined,
  needs: GlossaryNeeds,
): ReadyPair {
  const [ones, others] = [articlesOf(one), articlesOf(other)];
  const from = alignedArticles(ones, others).map(alignedDigest);
  if (present !== undefined && isNear(present, from, needs)) return present;
  const key = `${needs.corpus} ${one.locale}-${other.locale}`;
  const kept = keptPair(key, needs.cache);
  if (kept !== undefined && isNear(kept, from, needs)) return kept;
  const started = performance.now();
  const learnt = learnPair(
    { analyser: one.analyser, articles: ones },
    { analyser: other.analyser, articles: others },
    needs.concepts,
  );
  const fresh: KeptPair = {
    lexicon: needs.lexicon,
    learntFrom: from,
    learnMs: performance.now() - started,
    there: packTable(learnt.there),
    back: packTable(learnt.back),
  };
  needs.cache.put("glossary", key, fresh);
  return opened(fresh);
}

/** Every two of these languages. */
export const pairsOf = (locales: readonly Locale[]): (readonly [Locale, Locale])[] =>
  locales.flatMap((one, at) => locales.slice(at + 1).map((other) => [one, other] as const));

const articlesOf = ({ articles }: LocaleIndex): Article[] =>
  articles.flatMap((unit) => unit?.article ?? []);

/** The first letters of both digests say enough to tell a change. */
const alignedDigest = ([one, other]: readonly [Article, Article]): string =>
  `${articleDigest(one).slice(7, 19)}${articleDigest(other).slice(7, 19)}`;

function isNear(
  { learntFrom, lexicon }: Pick<ReadyPair, "learntFrom" | "lexicon">,
  from: readonly string[],
  needs: GlossaryNeeds,
): boolean {
  if (lexicon !== needs.lexicon) return false;
  const known = new Set(learntFrom);
  const fresh = from.filter((digest) => !known.has(digest)).length;
  const gone = learntFrom.length - (from.length - fresh);
  return Math.max(fresh, gone) <= MOST_CHANGED * from.length;
}

function keptPair(key: string, cache: IndexCache): ReadyPair | undefined {
  const kept = cache.get("glossary", key) as KeptPair | undefined;
  return kept === undefined ? undefined : opened(kept);
}

const opened = ({ there, back, ...rest }: KeptPair): ReadyPair => ({
  ...rest,
  there: translationTable(there),
  back: translationTable(back),
});
