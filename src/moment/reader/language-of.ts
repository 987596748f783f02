import type { Locale } from "../../kernel/locale.ts";
import { fold, foldName } from "../fold.ts";
import type { Lexicon } from "../lexicon.ts";
import { LEXICONS } from "./lexicons.ts";
import type { Token } from "./tokens.ts";

type Vocabulary = {
  readonly locale: Locale;
  readonly strong: ReadonlySet<string>;
  readonly weak: ReadonlySet<string>;
};

const VOCABULARIES: readonly Vocabulary[] = LEXICONS.map(vocabularyOf);

/** The language a text is most likely written in, by its own words; undefined where nothing tells. */
export function languageOf(tokens: readonly Token[]): Locale | undefined {
  const scores = VOCABULARIES.map(({ locale, strong, weak }) => {
    let score = 0;
    for (const { key } of tokens) score += strong.has(key) ? 2 : weak.has(key) ? 1 : 0;
    return { locale, score };
  }).toSorted((a, b) => b.score - a.score);
  const [best, next] = scores;
  return best === undefined || best.score === 0 || best.score === next?.score
    ? undefined
    : best.locale;
}

function vocabularyOf(lexicon: Lexicon): Vocabulary {
  const phrases = [
    ...[lexicon.weekdays, lexicon.relativeDays, lexicon.partsOfDay, lexicon.numbers].flatMap(
      (book) => Object.keys(book),
    ),
    ...lexicon.localWords,
    ...lexicon.tails,
    ...lexicon.approximators,
    ...Object.keys(lexicon.seasonWords),
    ...Object.keys(lexicon.months),
    ...lexicon.hourWords,
    ...lexicon.clockWords,
  ];
  const words = phrases
    .flatMap((phrase) => foldName(phrase).split(" "))
    .filter((word) => word.length > 1);
  return {
    locale: lexicon.locale,
    strong: new Set(lexicon.common.map(fold)),
    weak: new Set(words),
  };
}
