import { beforeAll, expect, test } from "vitest";
import { readContent } from "../../src/adapters/content/read-content.ts";
import type { SourceFile } from "../../src/knowledge/article.ts";
import type { ArticleCache } from "../../src/knowledge/corpus.ts";
import { checkContent } from "../../src/knowledge/contradictions/check-content.ts";
import type { Fault } from "../../src/knowledge/fault.ts";
import type { Locale } from "../../src/kernel/locale.ts";
import { LOCALES } from "../../src/kernel/locale.ts";
import type { Concept } from "../../src/knowledge/terms/read-terms.ts";
import { readTerms } from "../../src/knowledge/terms/read-terms.ts";
import { everyPlace, withoutSection } from "./plant-fault.ts";
import type { Plant } from "./plant-fault.ts";

const CONTENT = `${import.meta.dirname}/../../content`;
const PLACES = 6;

let files: readonly SourceFile[] = [];
let concepts: readonly Concept[] = [];
const cache: ArticleCache = new Map();

beforeAll(async () => {
  ({ files } = await readContent(CONTENT));
  concepts = readTerms(files, []);
});

/** Checks only the editions of one article: the rest of the corpus is not touched by the edit. */
function findingsWith(path: string, text: string): readonly Fault[] {
  const slug = path.split("/").slice(2).join("/");
  const editions = files.filter(
    (one) => one.path.startsWith("articles/") && one.path.endsWith(`/${slug}`),
  );
  const bytes = new TextEncoder().encode(text);
  const edited = editions.map((one) => (one.path === path ? { path, bytes } : one));
  return checkContent({ files: edited, concepts, cache }).findings.filter(
    ({ rule }) => !rule.startsWith("link-"),
  );
}

/** Some places of all, spread evenly, so that a run is short and always the same. */
const spread = <Place>(places: readonly Place[]): Place[] =>
  Array.from(
    { length: Math.min(PLACES, places.length) },
    (_, index) => places[Math.floor((index * places.length) / Math.min(PLACES, places.length))],
  ).flatMap((place) => place ?? []);

test("our own corpus has no fault at all", () => {
  expect(checkContent({ files, concepts, cache }).findings).toEqual([]);
});

const WITHOUT = "";
const PLANTS: readonly (readonly [what: string, locale: Locale, plant: Plant])[] = [
  ["a lost not", "en", [/(?<! or) not(?= )|(?<=can)not(?= )/g, WITHOUT]],
  ["a lost pas", "fr", [/ pas(?= )(?! de code)/g, WITHOUT]],
  ["a lost niet", "nl", [/(?<! of) niet(?= [a-z])(?! (?:in|met|van|voor) )/g, WITHOUT]],
  ["a lost inte", "sv", [/(?<!eller|sig) inte(?= )/g, WITHOUT]],
  ["17 instead of 7 days", "en", [/\b7(?= days)/g, "17"]],
  ["17 instead of 7 days", "fr", [/\b7(?= jours)/g, "17"]],
  ["17 instead of 7 days", "nl", [/\b7(?= dagen)/g, "17"]],
  ["17 instead of 7 days", "sv", [/\b7(?= dagar)/g, "17"]],
  ["only instead of any", "en", [/\b(?:any|every|all)\b(?= [a-z])/g, "only a certain"]],
  ["only instead of any", "fr", [/n’importe quel\b|\bchaque\b/g, "seulement un certain"]],
  ["only instead of any", "nl", [/\b(?:elke?|alle)\b/g, "alleen een bepaalde"]],
  ["only instead of any", "sv", [/(?<!\p{L})(?:varje|alla)(?!\p{L})/gu, "bara en viss"]],
  ["staging instead of production", "en", [/\bproduction\b/g, "staging"]],
  ["staging instead of production", "fr", [/\bproduction\b/g, "staging"]],
  ["staging instead of production", "nl", [/\bproductie\b/g, "staging"]],
  ["staging instead of production", "sv", [/\bproduktion\b/g, "staging"]],
  ["Starter instead of Pro", "en", [/\bPro\b(?! Legacy)/g, "Starter"]],
  ["Starter instead of Pro", "fr", [/\bPro\b(?! Legacy)/g, "Starter"]],
  ["Pro instead of Starter", "nl", [/\bStarter\b/g, "Pro"]],
  ["Pro instead of Starter", "sv", [/\bStarter\b/g, "Pro"]],
  ["a wrong encoding", "en", [/(?<=[a-z])i(?=ng)/g, "Ã¯"]],
  ["a wrong encoding", "fr", [/é(?=[a-z])/g, "Ã©"]],
  ["a wrong encoding", "nl", [/ë/g, "Ã«"]],
  ["a wrong encoding", "sv", [/ö(?=[a-z])/g, "Ã¶"]],
];

test.each(PLANTS)("the check names %s in %s at every place tried", (_what, locale, plant) => {
  const places = spread(everyPlace(files, locale, plant));
  expect(places.length).toBeGreaterThan(2);
  const missed = places.filter(
    ({ path, line, text }) =>
      !findingsWith(path, text).some((found) => found.file === path && found.line === line),
  );
  expect(missed.map(({ path, line }) => `${path}:${line}`)).toEqual([]);
});

test.each(LOCALES)("the check names a section that is missing in %s", (locale) => {
  const paths = files
    .map(({ path }) => path)
    .filter((path) => path.startsWith(`articles/${locale}/`));
  const missed = spread(paths).filter((path) => {
    const found = findingsWith(path, withoutSection(files, path));
    return !found.some(({ rule, locale: where }) => rule === "section-missing" && where === locale);
  });
  expect(missed).toEqual([]);
});

test.each(LOCALES)("the check names a proof that is gone in %s", (locale) => {
  const path = `articles/${locale}/take-a-snapshot.md`;
  const edited = files.map((one) =>
    one.path === path
      ? { path, bytes: new TextEncoder().encode(withoutSection(files, path)) }
      : one,
  );
  const rules = checkContent({ files: edited, concepts, cache }).findings.filter(
    (found) => found.locale === locale,
  );
  expect(rules.map(({ rule }) => rule)).toContain("evidence-missing");
});
