import { expect, test } from "vitest";
import { flexsearchPostings } from "../../../src/adapters/flexsearch/flexsearch-postings.ts";
import { snowballStem } from "../../../src/adapters/snowball/snowball-stem.ts";
import type { Locale } from "../../../src/kernel/locale.ts";
import type { Article } from "../../../src/knowledge/article.ts";
import { alignedTexts, lexiconTexts } from "../../../src/knowledge/glossary/aligned-texts.ts";
import { translateQuery } from "../../../src/knowledge/glossary/translate-query.ts";
import { packTable, translationTable } from "../../../src/knowledge/glossary/translation-table.ts";
import { buildLocale } from "../../../src/knowledge/search/build-index.ts";
import type { Concept } from "../../../src/knowledge/terms/read-terms.ts";

const article = (locale: Locale, title: string, ...texts: string[]): Article => ({
  slug: "one",
  locale,
  file: `${locale}/one.md`,
  title,
  status: "article",
  sections: [
    {
      anchor: "a",
      aliases: [],
      depth: 1,
      heading: title,
      path: [],
      lines: [1, 2],
      blocks: texts.map((display, line) => ({ kind: "paragraph", display, line })),
    },
  ],
});

const concept = (locale: Locale, write: string[], words: string[] = []): Concept => ({
  id: "backup",
  kind: "object",
  locale,
  write,
  words,
  traps: [],
});

const needs = { concepts: [], stem: snowballStem(), postings: flexsearchPostings };
const from = buildLocale(
  "nl",
  [article("nl", "Momentopname terugzetten", "momentopname omgeving")],
  needs,
);
const to = buildLocale(
  "en",
  [article("en", "Restore a snapshot", "ACSD-48059 environment database")],
  needs,
);
const table = translationTable(
  packTable(["momentopnam snapshot 800 backup 200", "omgev environ 1000"]),
);
const say = (query: string) => translateQuery(from.analyser.words(query), { from, to, table });
const terms = (query: string) =>
  say(query).groups.map(({ alternatives }) => alternatives.map(([term]) => term));

test.each<[what: string, query: string, said: string[][]]>([
  ["a word of the table", "momentopname", [["snapshot", "backup"]]],
  ["an identifier", "ACSD-48059", [["acsd-48059"], ["acsd"], ["48059"]]],
  ["a word misspelt in its own language", "momentopnaem", [["snapshot", "backup"]]],
  ["a cognate", "databaze", [["databas"]]],
])("translateQuery() says %s", (_what, query, said) => {
  expect(terms(query)).toEqual(said);
});

test("translateQuery() counts what cannot be said", () => {
  expect(say("momentopname kwetsbaarheid")).toMatchObject({ missing: 1 });
  expect(say("momentopname")).toMatchObject({ missing: 0 });
  expect(say("de het een")).toEqual({ groups: [], missing: 0 });
});

test("alignedTexts() pairs the texts of equal shapes, else the headings, else the titles", () => {
  const one = article("en", "Title", "first", "second");
  expect(alignedTexts(one, article("nl", "Titel", "eerste", "tweede"))).toContainEqual([
    "second",
    "tweede",
  ]);
  const shorter = alignedTexts(one, article("nl", "Titel", "eerste"));
  expect(shorter).not.toContainEqual(["first", "eerste"]);
  expect(shorter).toContainEqual(["Title", "Titel"]);
});

test("lexiconTexts() pairs every word of a concept with the first of the other language", () => {
  const concepts = [concept("en", ["backup"], ["save"]), concept("nl", ["back-up"], ["kopie"])];
  expect(lexiconTexts(concepts, "en", "nl")).toEqual([
    ["backup", "back-up"],
    ["save", "back-up"],
    ["backup", "kopie"],
  ]);
  expect(lexiconTexts(concepts, "en", "fr")).toEqual([]);
});
