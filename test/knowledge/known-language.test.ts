import { expect, test } from "vitest";
import { atOnce } from "../../src/kernel/steps.ts";
import { readCorpus } from "../../src/knowledge/corpus.ts";
import { hasStem, hasWord, knownLanguage } from "../../src/knowledge/known-language.ts";
import type { IndexCache } from "../../src/knowledge/search/index-cache.ts";
import { sourceFile } from "./support/small-corpus.ts";

/** Counts what is put into it. */
function countingCache() {
  const values = new Map<string, unknown>();
  let puts = 0;
  const cache: IndexCache = {
    get: (kind, key) => values.get(`${kind} ${key}`),
    put: (kind, key, value) => {
      puts += 1;
      values.set(`${kind} ${key}`, value);
    },
  };
  return { cache, values, puts: () => puts };
}

const articles = (text: string) =>
  readCorpus([sourceFile("sv/a.md", `---\ntitle: En artikel\n---\n\n# En artikel\n\n${text}\n`)])
    .articles;

const learn = (cache: IndexCache, text: string, corpus = "here") =>
  atOnce(knownLanguage("sv", { articles: articles(text), concepts: [], cache, corpus }));

test("knownLanguage() learns the same text once, and another one anew", () => {
  const { cache, puts } = countingCache();
  const first = learn(cache, "Återställ miljön.");
  expect(hasWord(first, "aterstall")).toBe(true);
  expect(hasStem(first, "aterstallning")).toBe(true);
  expect(hasWord(first, "aterstallning")).toBe(false);
  expect(learn(cache, "Återställ miljön.")).toEqual(first);
  expect(puts()).toBe(1);
  const other = learn(cache, "Hämta säkerhetskopian.");
  expect(puts()).toBe(2);
  expect(hasWord(other, "aterstall")).toBe(false);
  expect(hasWord(other, "hamta")).toBe(true);
});

test("knownLanguage() does not take what another corpus or another text left there", () => {
  const { cache, values, puts } = countingCache();
  learn(cache, "Återställ miljön.");
  learn(cache, "Återställ miljön.", "elsewhere");
  expect(puts()).toBe(2);
  values.set("language here sv", values.get("language elsewhere sv"));
  learn(cache, "Hämta säkerhetskopian.", "elsewhere");
  values.set("language here sv", values.get("language elsewhere sv"));
  expect(hasWord(learn(cache, "Återställ miljön."), "hamta")).toBe(false);
  expect(puts()).toBe(4);
});
