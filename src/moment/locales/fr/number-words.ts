import type { Lexicon } from "../../lexicon.ts";
import { numberWords as wordsOfNumbers } from "../../number-words.ts";

const SMALL = [
  "zéro",
  "",
  "deux",
  "trois",
  "quatre",
  "cinq",
  "six",
  "sept",
  "huit",
  "neuf",
  "dix",
  "onze",
  "douze",
  "treize",
  "quatorze",
  "quinze",
  "seize",
  "dix sept",
  "dix huit",
  "dix neuf",
];
const TENS = { 20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante" };

/** Numbers and days of a month in words. */
export const numberWords: Pick<Lexicon, "numbers" | "ones" | "ordinals" | "ordinalEnds"> = {
  numbers: wordsOfNumbers(SMALL, TENS, (ten, unit, value) =>
    value % 10 === 1 ? [`${ten} et un`, `${ten} et une`] : [`${ten} ${unit}`],
  ),
  ones: ["un", "une"],
  ordinals: { premier: 1, "1er": 1 },
  ordinalEnds: ["er", "ère", "e", "ème", "eme", "ième", "nd"],
};
