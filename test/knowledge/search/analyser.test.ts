import { expect, test } from "vitest";
import { snowballStem } from "../../../src/adapters/snowball/snowball-stem.ts";
import type { Locale } from "../../../src/kernel/locale.ts";
import { analyserOf, gramsOf } from "../../../src/knowledge/search/analyser.ts";
import { compoundSplitter } from "../../../src/knowledge/search/compounds.ts";
import { stemStream, surfaceStream } from "../../../src/knowledge/search/tally.ts";

const stem = snowballStem();
const analyser = (locale: Locale, vocabulary: Readonly<Record<string, number>> = {}) =>
  analyserOf(locale, {
    stem,
    split: compoundSplitter(locale, new Map(Object.entries(vocabulary))),
  });

const stems = (locale: Locale, text: string) => analyser(locale).words(text).flatMap(stemStream);

test("analyserOf() stems before it folds, for stemmers need accents", () => {
  expect(stems("fr", "restaurées")).toEqual(["restaur"]);
  expect(stems("sv", "miljöerna")).toEqual(["miljo"]);
});

test("analyserOf() brings singular and plural together", () => {
  expect(stems("en", "snapshots")).toEqual(stems("en", "snapshot"));
  expect(stems("en", "deletion")).toEqual(["delet"]);
});

test("analyserOf() drops French elisions and small words, with and without accents", () => {
  expect(analyser("fr").words("l'instantané d'accès à la base").flatMap(surfaceStream)).toEqual([
    "instantane",
    "acces",
    "base",
  ]);
  expect(analyser("sv").words("för att aterstalla").flatMap(surfaceStream)).toEqual(["aterstalla"]);
  expect(analyser("sv").words("for att").flatMap(surfaceStream)).toEqual([]);
});

test("analyserOf() leaves identifiers as they are", () => {
  expect(stems("en", "ACSD-48059")).toEqual(["acsd-48059", "acsd", "48059"]);
});

test("gramsOf() windows a word with its ends, and keeps a short one whole", () => {
  expect(gramsOf("dump")).toEqual(["_dum", "dump", "ump_"]);
  expect(gramsOf("db")).toEqual(["_db_"]);
  expect(gramsOf("a")).toEqual(["_a_"]);
});

test.each<[locale: Locale, word: string, parts: string[]]>([
  ["nl", "stagingomgeving", ["staging", "omgeving"]],
  ["sv", "integrationsmiljon", ["integration", "miljon"]],
  ["sv", "databasdump", ["databas", "dump"]],
  ["sv", "miljon", []],
  ["sv", "produktion2024", []],
  ["fr", "stagingomgeving", []],
])("compoundSplitter() in %s splits %s", (locale, word, parts) => {
  const vocabulary = { staging: 9, omgeving: 9, integration: 9, miljon: 9, databas: 9, dump: 9 };
  expect(compoundSplitter(locale, new Map(Object.entries(vocabulary)))(word)).toEqual(parts);
});

test("compoundSplitter() needs parts that stand often enough", () => {
  const rare = new Map([
    ["staging", 2],
    ["omgeving", 9],
  ]);
  expect(compoundSplitter("nl", rare)("stagingomgeving")).toEqual([]);
});
