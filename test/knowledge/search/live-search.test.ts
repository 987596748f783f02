import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { flexsearchPostings } from "../../../src/adapters/flexsearch/flexsearch-postings.ts";
import { openSearchCache } from "../../../src/adapters/search-cache/search-cache.ts";
import { snowballStem } from "../../../src/adapters/snowball/snowball-stem.ts";
import type { Locale } from "../../../src/kernel/locale.ts";
import { LOCALES } from "../../../src/kernel/locale.ts";
import type { Article } from "../../../src/knowledge/article.ts";
import type { Search } from "../../../src/knowledge/ports.ts";
import type { IndexCache } from "../../../src/knowledge/search/index-cache.ts";
import type { BuildProgress, LiveSearch } from "../../../src/knowledge/search/live-search.ts";
import { liveSearch } from "../../../src/knowledge/search/live-search.ts";
import { toyArticle, toyCorpus, toyTitle } from "./toy-corpus.ts";

const stem = snowballStem();
const detect = () => ({ locale: "en" as const, sure: true });
const open = (more: Partial<Parameters<typeof liveSearch>[0]> = {}): LiveSearch =>
  liveSearch({ stem, postings: flexsearchPostings, ...more });
const searchOver = (articles: readonly Article[]): Search => open().bring(articles, [], detect);
const slugs = (search: Search, query: string, locale: Locale): string[] =>
  search.find({ query, locale }).articles.map(({ slug }) => slug);

const corpus = toyCorpus(60);
const search = searchOver(corpus);

const misspelt = (title: string): string =>
  title
    .split(" ")
    .map((word, at) => (at < 2 ? word.slice(0, 4) + word.slice(5) : word))
    .join(" ");

describe("what is found", () => {
  const ask = (change: (title: string) => string, from: Locale, to: Locale): number => {
    const all = corpus.filter(({ locale }) => locale === to);
    const found = all.filter(({ slug }) => {
      const { articles } = search.find({
        query: change(toyTitle(slug, from)),
        locale: from,
        indexLocales: [to],
      });
      return articles.slice(0, 5).some((hit) => hit.slug === slug && hit.locale === to);
    });
    return found.length / all.length;
  };

  test.each(LOCALES)(
    "in %s an article is found by its title, and by its title misspelt",
    (locale) => {
      expect(ask((title) => title, locale, locale)).toBe(1);
      expect(ask(misspelt, locale, locale)).toBeGreaterThan(0.9);
    },
  );

  test.each<[from: Locale, to: Locale]>([
    ["fr", "sv"],
    ["en", "nl"],
    ["nl", "fr"],
  ])("a title in %s finds the article in %s", (from, to) => {
    expect(ask((title) => title, from, to)).toBeGreaterThan(0.9);
  });

  test("an article that exists in one language only is found from every other", () => {
    const some = corpus.filter(({ slug, locale }) => locale === "sv" || !slug.endsWith("7"));
    const only = searchOver(some);
    expect(slugs(only, toyTitle("article-17", "fr"), "fr").slice(0, 5)).toContain("article-17");
    const hit = only
      .find({ query: toyTitle("article-17", "fr"), locale: "fr" })
      .articles.find(({ slug }) => slug === "article-17");
    expect(hit?.locale).toBe("sv");
  });

  test("an article that exists in all is given in the asker's language, once", () => {
    const { articles, sections } = search.find({
      query: toyTitle("article-3", "nl"),
      locale: "nl",
    });
    expect(articles[0]).toMatchObject({ slug: "article-3", locale: "nl" });
    expect(new Set(articles.map(({ slug }) => slug)).size).toBe(articles.length);
    const keys = sections.map(({ slug, anchor }) => `${slug}#${anchor}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(sections[0]).toMatchObject({ slug: "article-3", locale: "nl" });
  });

  test("the order of the files makes no difference", () => {
    const again = searchOver(corpus.toReversed());
    for (const at of [1, 20, 41]) {
      const query = toyTitle(`article-${at}`, "sv");
      expect(again.find({ query, locale: "sv" })).toEqual(search.find({ query, locale: "sv" }));
    }
  });

  test("hidden articles and those of another product are not found", () => {
    const [first, second] = [toyArticle("a", "en"), toyArticle("b", "en")];
    const fenced = searchOver([
      { ...first, status: "hidden" },
      { ...second, product: "cloudmc" },
    ]);
    expect(slugs(fenced, first.title, "en")).not.toContain("a");
    const find = (product: "cloudmc" | "commerce-cloud") =>
      fenced.find({ query: second.title, locale: "en", product }).articles.length;
    expect([find("cloudmc"), find("commerce-cloud")]).toEqual([1, 0]);
  });

  test.each(["", "   ", "?!", "🙂", "zzzzqqqq", "the of and", "a".repeat(100_000)])(
    "%j is survived",
    (query) => {
      expect(search.find({ query, locale: "en" }).articles.length).toBeLessThanOrEqual(10);
    },
  );

  test("the language is told where the asker did not", () => {
    expect(search.find({ query: "anything" })).toMatchObject({ locale: "en", sure: true });
  });
});

describe("what changes", () => {
  const edit = fc.record({
    at: fc.nat({ max: 59 }),
    locale: fc.constantFrom(...LOCALES),
    what: fc.constantFrom("change", "remove", "add"),
  });

  const edited = (
    articles: readonly Article[],
    { at, locale, what }: { at: number; locale: Locale; what: string },
  ): Article[] => {
    const slug = what === "add" ? `fresh-${at}` : `article-${at}`;
    const others = articles.filter((one) => one.slug !== slug || one.locale !== locale);
    return what === "remove"
      ? others
      : [...others, toyArticle(slug, locale, what === "change" ? " new" : "")];
  };

  test("bring() after some edits finds first what a new index finds first, and nothing removed", () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
        const live = open({ withoutGlossary: true });
        let [present, found] = [corpus, live.bring(corpus, [], detect)];
        for (const one of edits) {
          present = edited(present, one);
          found = live.bring(present, [], detect);
        }
        const anew = open({ withoutGlossary: true }).bring(present, [], detect);
        for (const { at, locale, what } of edits) {
          const slug = what === "add" ? `fresh-${at}` : `article-${at}`;
          const query = toyTitle(what === "change" ? `${slug} new` : slug, locale);
          const places = [found, anew].map((one) => slugs(one, query, locale).indexOf(slug) === 0);
          expect(places[0]).toBe(places[1]);
          const hits = found.find({ query, locale, indexLocales: [locale] }).articles;
          const isThere = present.some((one) => one.slug === slug && one.locale === locale);
          expect(isThere || hits.every((hit) => hit.slug !== slug)).toBe(true);
        }
      }),
      { numRuns: 6 },
    );
  });

  test("bring() indexes nothing again that did not change", () => {
    let added = 0;
    const counting = () => {
      const postings = flexsearchPostings();
      return {
        ...postings,
        add: (...args: Parameters<typeof postings.add>) => {
          added += 1;
          postings.add(...args);
        },
      };
    };
    const live = open({ postings: counting, withoutGlossary: true });
    live.bring(corpus, [], detect);
    added = 0;
    live.bring(
      corpus.map((one) => ({ ...one })),
      [],
      detect,
    );
    expect(added).toBe(0);
    live.bring(edited(corpus, { at: 5, locale: "fr", what: "change" }), [], detect);
    expect(added).toBe(3 + 3);
  });
});

describe("what is kept", () => {
  const query = toyTitle("article-8", "fr");

  test("a second start finds the same, and builds nothing", () => {
    const cache = openSearchCache();
    const first = open({ cache }).bring(corpus, [], detect);
    const puts: string[] = [];
    const again = open({
      cache: { get: (kind, key) => cache.get(kind, key), put: (kind) => puts.push(kind) },
    }).bring(corpus, [], detect);
    expect(puts).toEqual([]);
    for (const locale of LOCALES) {
      expect(again.find({ query, locale })).toEqual(first.find({ query, locale }));
    }
    cache.close();
  });

  test.each<[what: string, change: (kept: Record<string, unknown>) => unknown]>([
    ["of another lexicon", (kept) => ({ ...kept, lexicon: "other" })],
    ["lost", () => undefined],
  ])("what is %s is built again", (_what, change) => {
    const kept = new Map<string, unknown>();
    const keep: IndexCache = {
      get: (kind, key) => kept.get(kind + key),
      put: (kind, key, value) => kept.set(kind + key, value),
    };
    open({ cache: keep }).bring(corpus, [], detect);
    const puts: string[] = [];
    const spoilt: IndexCache = {
      get: (kind, key) => change(kept.get(kind + key) as Record<string, unknown>),
      put: (kind) => puts.push(kind),
    };
    const again = open({ cache: spoilt }).bring(corpus, [], detect);
    expect(puts.filter((kind) => kind === "index")).toHaveLength(4);
    expect(puts.filter((kind) => kind === "glossary")).toHaveLength(6);
    expect(again.find({ query, locale: "fr" }).articles[0]?.slug).toBe("article-8");
  });
});

test("onProgress() tells every step to its end", () => {
  const told: BuildProgress[] = [];
  open({ onProgress: (progress) => told.push(progress) }).bring(corpus, [], detect);
  expect(told.findLast(({ step }) => step === "indexing")).toEqual({
    step: "indexing",
    done: 240,
    total: 240,
  });
  expect(told.at(-1)).toEqual({ step: "learning", done: 6, total: 6 });
});

test("stats() counts articles, sections, words and terms", () => {
  const live = open({ withoutGlossary: true });
  live.bring(toyCorpus(3), [], detect);
  const { articles, slugs: distinct, locales, index } = live.stats();
  expect([articles, distinct]).toEqual([12, 3]);
  expect(locales.fr).toMatchObject({ articles: 3, sections: 9, words: 3 * (5 + 3 * (3 + 2 * 14)) });
  expect(locales.fr?.terms).toBeGreaterThan(20);
  expect(index.bytes).toBeGreaterThan(1000);
});

test("a section of an article whose translation is built otherwise is given where it was found", () => {
  const [here, there] = [toyArticle("same", "en"), toyArticle("same", "sv")];
  const shorter = { ...here, sections: here.sections.slice(0, 1) };
  const found = searchOver([shorter, there]).find({
    query: toyTitle("same", "sv"),
    locale: "sv",
    indexLocales: ["sv"],
  });
  expect(found.sections.map(({ locale }) => locale)).toEqual(["sv", "sv", "sv"]);
  const both = searchOver([shorter, there]).find({ query: toyTitle("same", "sv"), locale: "sv" });
  expect(both.articles).toMatchObject([{ slug: "same", locale: "sv" }]);
});

test("equal sections come in the order of their article, the tenth after the second", () => {
  const one = toyArticle("one", "en");
  const sections = Array.from({ length: 12 }, (_, place) =>
    one.sections.slice(0, 1).map((section) => ({ ...section, anchor: `at-${place}` })),
  ).flat();
  const found = searchOver([{ ...one, sections }]).find({
    query: toyTitle("one", "en"),
    locale: "en",
  });
  expect(found.sections.map(({ anchor }) => anchor)).toEqual(
    Array.from({ length: 10 }, (_, place) => `at-${place}`),
  );
});
