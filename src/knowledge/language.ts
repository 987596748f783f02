import type { Locale } from "../kernel/locale.ts";
import { isLocale, LOCALES } from "../kernel/locale.ts";
import type { LearntLanguage } from "./learnt-language.ts";
import { eachGram, normalText, timesOf, wordsIn } from "./learnt-language.ts";
import { fold } from "./words/fold.ts";
import { STOP_WORDS } from "./words/stop-words.ts";

export type DetectedLanguage = {
  /** `other` where the words are surely of a language that is none of ours. */
  readonly locale: Locale | "other";
  /** The words themselves decided; otherwise the fallback did. */
  readonly sure: boolean;
};

export type LanguageModel = {
  /** The language of a text; where it is too short to tell, the fallback. */
  readonly detect: (text: string, fallback?: Locale) => DetectedLanguage;
};

/**
 * Another detector, which knows many languages: asked where ours hesitates, and whether a sentence
 * is of a language that is none of ours.
 */
export type GuessLanguage = (text: string) => LanguageGuess;

export type LanguageGuess = {
  /** ISO 639-1; empty where it is none. */
  readonly language: string;
  readonly reliable: boolean;
  /** From 0 to 1, by language. */
  readonly scores: Readonly<Record<string, number>>;
};

const UNSEEN = 200_000;
const SURE = 3;
const HESITATING = 6;
/** What the other detector's score counts for where ours hesitates. */
const GUESSED = 8;
/** Shorter texts are never of another language. */
const LEAST_WORDS = 4;
/** So many of them must be more than names. */
const LEAST_TELLING = 3;
const CLEARLY = 0.1;

/** Tells the four languages apart by what was learnt of each. */
export function languageModel(learnt: Learnt, guess?: GuessLanguage): LanguageModel {
  return {
    detect: (text, fallback) => {
      const scores = LOCALES.map((locale) => ({ locale, score: scoreOf(text, locale, learnt) }));
      if (guess !== undefined && isOfAnother(text, learnt, guess))
        return { locale: "other", sure: true };
      return decide(text, scores, { fallback, guess });
    },
  };
}

type Learnt = ReadonlyMap<Locale, LearntLanguage>;

type Scored = { readonly locale: Locale; readonly score: number };
type Doubt = { readonly fallback: Locale | undefined; readonly guess: GuessLanguage | undefined };

function decide(
  text: string,
  own: readonly Scored[],
  { fallback, guess }: Doubt,
): DetectedLanguage {
  let ranked = own.toSorted(byScore);
  if (marginOf(ranked) < HESITATING && guess !== undefined) {
    const { scores } = guess(text);
    ranked = own
      .map(({ locale, score }) => ({ locale, score: score + GUESSED * (scores[locale] ?? 0) }))
      .toSorted(byScore);
  }
  const best = ranked[0]?.locale ?? "en";
  if (marginOf(ranked) >= SURE && /\p{L}{2}/u.test(text)) return { locale: best, sure: true };
  return { locale: fallback ?? best, sure: false };
}

/** A sentence that another language explains clearly better than any of ours. */
function isOfAnother(text: string, learnt: Learnt, guess: GuessLanguage): boolean {
  const words = wordsIn(normalText(text));
  if (words.length < LEAST_WORDS) return false;
  const telling = words.filter((word) => !isSharedByAll(word, learnt));
  const isForeign = (some: readonly string[]): boolean => {
    const { language, reliable, scores } = guess(` ${some.join(" ")} `);
    if (!reliable || language === "" || isLocale(language)) return false;
    const ours = Math.max(...LOCALES.map((locale) => scores[locale] ?? 0));
    return (scores[language] ?? 0) > ours + CLEARLY;
  };
  return isForeign(words) || (telling.length >= LEAST_TELLING && isForeign(telling));
}

/** Names of plans, environments and products: they stand in every language and speak for none. */
const isSharedByAll = (word: string, learnt: Learnt): boolean =>
  LOCALES.every((locale) => {
    const own = learnt.get(locale);
    return own !== undefined && timesOf(own.words, word) > 0;
  });

const byScore = (a: Scored, b: Scored): number => b.score - a.score;

const marginOf = ([first, second]: readonly Scored[]): number =>
  (first?.score ?? 0) - (second?.score ?? 0);

function scoreOf(text: string, locale: Locale, learnt: Learnt): number {
  const own = learnt.get(locale);
  if (own === undefined) return Number.NEGATIVE_INFINITY;
  const form = normalText(text.slice(0, 600));
  let score = 0;
  eachGram(form, (gram) => {
    score += Math.log((timesOf(own.letters, gram) + 0.5) / (own.letters.total + UNSEEN)) / 4;
  });
  const folded = FOLDED_STOP_WORDS[locale];
  for (const word of wordsIn(form)) {
    score += Math.log((timesOf(own.words, word) + 0.3) / (own.words.total + UNSEEN));
    if (STOP_WORDS[locale].has(word) || folded.has(word)) score += 2;
  }
  return score;
}

const foldedStops = (locale: Locale): ReadonlySet<string> =>
  new Set([...STOP_WORDS[locale]].map(fold));

const FOLDED_STOP_WORDS: Readonly<Record<Locale, ReadonlySet<string>>> = {
  en: foldedStops("en"),
  fr: foldedStops("fr"),
  nl: foldedStops("nl"),
  sv: foldedStops("sv"),
};

const LANGUAGE_NAMES: readonly (readonly [Locale, string])[] = [
  ["en", "english|anglais|engels|engelska"],
  ["fr", "french|francais|frans|franska"],
  ["nl", "dutch|neerlandais|nederlands|nederlandska|hollandska"],
  ["sv", "swedish|suedois|zweeds|svenska"],
];

/** The language asked for in so many words ("in English please"), and the text without that wish. */
export function wishedLanguage(text: string): { readonly locale?: Locale; readonly rest: string } {
  const folded = fold(text);
  for (const [locale, names] of LANGUAGE_NAMES) {
    const wish = new RegExp(
      `[,.;(-]?\\s*(?<![\\p{L}])(?:(?:please |kindly )?(?:answer|reply|respond)(?: me| us)? |(?:repond\\w*|reponse)(?:[- ]moi)? |antwoord(?:en)?(?: graag)? |svar(?:a|et)? (?:garna )?)?(?:in(?: het)?|en|pa|auf) (?:${names})(?![\\p{L}])(?:,? (?:please|pls|svp|s'il (?:vous|te) plait|aub|graag|alstublieft|alsjeblieft|tack|tack)(?![\\p{L}]))?[).!]?`,
      "u",
    );
    const found = wish.exec(folded);
    if (found === null) continue;
    const rest = folded.length === text.length ? text : folded;
    return {
      locale,
      rest: `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`.trim(),
    };
  }
  return { rest: text };
}
