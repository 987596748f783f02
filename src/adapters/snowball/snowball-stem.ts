import snowball from "snowball-stemmers";
import type { Locale } from "../../kernel/locale.ts";
import type { Stem } from "../../knowledge/search/analyser.ts";

/** The stems of the Snowball project. */
export function snowballStem(): Stem {
  const stemmers: Readonly<Record<Locale, { stem(word: string): string }>> = {
    en: snowball.newStemmer("english"),
    fr: snowball.newStemmer("french"),
    nl: snowball.newStemmer("dutch"),
    sv: snowball.newStemmer("swedish"),
  };
  return (word, locale) => stemmers[locale].stem(word);
}
