import type { Lexicon } from "../../lexicon.ts";
import { numberWords as wordsOfNumbers } from "../../number-words.ts";

const SMALL = [
  "nul",
  "één|een",
  "twee",
  "drie",
  "vier",
  "vijf",
  "zes",
  "zeven",
  "acht",
  "negen",
  "tien",
  "elf",
  "twaalf",
  "dertien",
  "veertien",
  "vijftien",
  "zestien",
  "zeventien",
  "achttien",
  "negentien",
];
const TENS = { 20: "twintig", 30: "dertig", 40: "veertig", 50: "vijftig" };

/** Numbers and days of a month in words. */
export const numberWords: Pick<Lexicon, "numbers" | "ones" | "ordinals" | "ordinalEnds"> = {
  numbers: wordsOfNumbers(SMALL, TENS, (ten, unit, value) => {
    const link = unit.endsWith("e") && value % 10 !== 1 ? "ën" : "en";
    return unit === "één" ? [`eenen${ten}`] : [`${unit}${link}${ten}`];
  }),
  ones: ["een", "één"],
  ordinals: {
    eerste: 1,
    tweede: 2,
    derde: 3,
    vierde: 4,
    vijfde: 5,
    zesde: 6,
    zevende: 7,
    achtste: 8,
    negende: 9,
    tiende: 10,
    elfde: 11,
    twaalfde: 12,
    dertiende: 13,
    veertiende: 14,
    vijftiende: 15,
    zestiende: 16,
    zeventiende: 17,
    achttiende: 18,
    negentiende: 19,
    twintigste: 20,
    eenentwintigste: 21,
    tweeëntwintigste: 22,
    drieëntwintigste: 23,
    vierentwintigste: 24,
    vijfentwintigste: 25,
    zesentwintigste: 26,
    zevenentwintigste: 27,
    achtentwintigste: 28,
    negenentwintigste: 29,
    dertigste: 30,
    eenendertigste: 31,
  },
  ordinalEnds: ["e", "ste", "de"],
};
