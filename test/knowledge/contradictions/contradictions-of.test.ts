import { expect, test } from "vitest";
import { contradictionsIn } from "../../../src/knowledge/contradictions/contradictions-of.ts";
import { readCorpus } from "../../../src/knowledge/corpus.ts";
import { CONCEPTS, corpusOf } from "./support.ts";

const files = corpusOf({
  en: "## Lamp {#lamp}\n\nIt is not lit.\n\n## Oil {#oil}\n\nIt lasts 7 days.",
  fr: "## Lampe {#lamp}\n\nElle n’est pas allumée.\n\n## Huile {#oil}\n\nElle dure 7 jours.",
  sv: "## Lampa {#lamp}\n\nDen är tänd.\n\n## Olja {#oil}\n\nDen räcker i 7 dagar.",
});
const contradictionsOf = contradictionsIn({
  articles: readCorpus(files).articles,
  concepts: CONCEPTS,
});

test("contradictionsIn() gives a section its own contradictions and no others", () => {
  expect(contradictionsOf("article", "lamp").map(({ rule }) => rule)).toEqual(["negation-differs"]);
  expect(contradictionsOf("article", "oil")).toEqual([]);
  expect(contradictionsOf("another", "lamp")).toEqual([]);
});
