import { flexsearchPostings } from "../../../src/adapters/flexsearch/flexsearch-postings.ts";
import { snowballStem } from "../../../src/adapters/snowball/snowball-stem.ts";
import { LOCALES } from "../../../src/kernel/locale.ts";
import type { Article } from "../../../src/knowledge/article.ts";
import { readyPair, pairsOf } from "../../../src/knowledge/glossary/keep-glossary.ts";
import type { Direction, Glossary } from "../../../src/knowledge/glossary/glossary.ts";
import { directionOf } from "../../../src/knowledge/glossary/glossary.ts";
import type { TranslationTable } from "../../../src/knowledge/glossary/translation-table.ts";
import { buildLocale } from "../../../src/knowledge/search/build-index.ts";
import { NO_CACHE } from "../../../src/knowledge/search/index-cache.ts";
import type { LocaleIndex } from "../../../src/knowledge/search/locale-index.ts";
import { packLocale, unpackLocale } from "../../../src/knowledge/search/pack-locale.ts";
import { RANKING } from "../../../src/knowledge/search/rank-locale.ts";
import type { Ranking } from "../../../src/knowledge/search/rank-locale.ts";
import { searchIn } from "../../../src/knowledge/search/search-index.ts";
import type { BuildEngine, OpenEngine } from "./bench-engine.ts";

export type OurParts = {
  readonly locales: ReadonlyMap<LocaleIndex["locale"], LocaleIndex>;
  readonly glossary: Glossary;
};

/** Our indexes and glossary: built, packed and opened again, as the product does on a second start. */
function buildOurs(
  articles: readonly Article[],
  { withGlossary, withoutCompounds = false }: { withGlossary: boolean; withoutCompounds?: boolean },
): OurParts {
  const needs = {
    concepts: [],
    stem: snowballStem(),
    postings: flexsearchPostings,
    withoutCompounds,
  };
  const locales = new Map(
    LOCALES.map((locale) => {
      const index = unpackLocale(packLocale(buildLocale(locale, articles, needs)), needs);
      for (const article of articles) if (article.locale === locale) index.renew(article);
      return [locale, index] as const;
    }),
  );
  return { locales, glossary: withGlossary ? learn(locales) : new Map() };
}

/** Searches through the code the product runs. */
function openOurs({ locales, glossary }: OurParts, ranking: Ranking = RANKING): OpenEngine {
  const present = { locales, glossary, ranking };
  const search = searchIn(
    () => present,
    () => ({ locale: "en", sure: false }),
  );
  return {
    find: (query, { locale, indexLocales }) =>
      search
        .find({ query, locale, ...(indexLocales === undefined ? {} : { indexLocales }) })
        .articles.map(({ slug }) => slug),
  };
}

function learn(locales: OurParts["locales"]): Glossary {
  const tables = new Map<Direction, TranslationTable>();
  const needs = { concepts: [], lexicon: "", cache: NO_CACHE, corpus: "" };
  const filled = LOCALES.filter((locale) => (locales.get(locale)?.size ?? 0) > 0);
  for (const [one, other] of pairsOf(filled)) {
    const [here, there] = [locales.get(one), locales.get(other)];
    if (here === undefined || there === undefined) continue;
    const pair = readyPair([here, there], undefined, needs);
    tables.set(directionOf(one, other), pair.there);
    tables.set(directionOf(other, one), pair.back);
  }
  for (const index of locales.values()) index.analyser.forget();
  return tables;
}

/** In a set that keeps articles back nothing is learnt from these: they have no translation there. */
export const OURS: Readonly<Record<string, BuildEngine>> = {
  snapdesk: (articles) => openOurs(buildOurs(articles, { withGlossary: true })),
  "snapdesk, no glossary": (articles) => openOurs(buildOurs(articles, { withGlossary: false })),
};

const NO_REPAIR = { mend: () => [], reset: () => undefined };

/** Our search with one part after another taken away. Each one undoes nothing but itself. */
export function* ablations(
  articles: readonly Article[],
): Generator<readonly [name: string, engine: OpenEngine]> {
  const parts = buildOurs(articles, { withGlossary: true });
  yield ["all parts", openOurs(parts)];
  for (const list of ["stems", "surfaces", "sections", "grams"] as const) {
    yield [`without ${list}`, openOurs(parts, { ...RANKING, [list]: 0 })];
  }
  yield ["without glossary", openOurs({ ...parts, glossary: new Map() })];
  for (const { repair } of parts.locales.values()) {
    Object.assign(repair, { stems: NO_REPAIR, surfaces: NO_REPAIR });
  }
  yield ["without repair", openOurs(parts)];
  yield [
    "without compounds",
    openOurs(buildOurs(articles, { withGlossary: true, withoutCompounds: true })),
  ];
}
