import type { Lexicon } from "../../lexicon.ts";
import { numberWords } from "./number-words.ts";
import { dayWords } from "./day-words.ts";
import { pastWords } from "./past-words.ts";
import { clockWords } from "./clock-words.ts";
import { zoneWords } from "./zone-words.ts";
import { doubtWords } from "./doubt-words.ts";
import { hedgeWords } from "./hedge-words.ts";
import { toldWords } from "./told-words.ts";
import { otherWords } from "./other-words.ts";

/** The words of this language. */
export const lexicon: Lexicon = {
  locale: "en",
  order: "ask",
  shortYears: false,
  twelveHours: true,
  ...numberWords,
  ...dayWords,
  ...pastWords,
  ...clockWords,
  ...zoneWords,
  ...doubtWords,
  ...hedgeWords,
  ...toldWords,
  ...otherWords,
};
