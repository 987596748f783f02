import { fold } from "./fold.ts";
import type { Context, Reading } from "./reading.ts";
import { LEXICONS, lexiconOf } from "./reader/lexicons.ts";
import { scan } from "./reader/scan.ts";
import { settle } from "./reader/settle.ts";
import type { Rules } from "./reader/case.ts";
import type { Text } from "./reader/text.ts";

/**
 * Reads the instant a person means from their words: one instant, one question, or one refusal.
 * Nothing that was not said is filled in, least of all the zone of the profile.
 */
export function readMoment(words: string, context: Context): Reading {
  const { text, hits } = scan(words);
  return settle({ text, hits, all: hits, words, context, rules: rulesFor(text, context) });
}

/** The asker's language decides; English words in the text are enough to be careful. */
function rulesFor(text: Text, { locale }: Context): Rules {
  const languages = [locale, text.language].filter((one) => one !== undefined).map(lexiconOf);
  const [own] = languages;
  const asks = languages.some(({ order }) => order === "ask");
  return {
    order: own === undefined ? "none" : asks ? "ask" : own.order,
    shortYears: own?.shortYears === true && !asks,
    english: own === undefined || languages.some(({ twelveHours }) => twelveHours),
    articles: ARTICLES,
  };
}

/** Words for one that are articles, and number words that mean something else in another language. */
const ARTICLES: ReadonlySet<string> = new Set(
  [
    ...LEXICONS.flatMap(({ ones }) => ones),
    "second",
    "seconde",
    "neuf",
    "elf",
    "andra",
    "premier",
    "first",
    "six sept",
  ].map(fold),
);
