import type { Locale } from "../../kernel/locale.ts";
import { LOCALES } from "../../kernel/locale.ts";
import { STOP_WORDS } from "../words/stop-words.ts";

export type DominantLanguage = { readonly locale: Locale | undefined; readonly share: number };

const ENOUGH_WORDS = 25;

/** The language a long text is written in, by its small words; nothing where it is too short. */
export function dominantLanguage(text: string): DominantLanguage {
  const words = text.toLowerCase().match(/[\p{L}']+/gu) ?? [];
  if (words.length < ENOUGH_WORDS) return { locale: undefined, share: 0 };
  const counts = LOCALES.map((locale) => ({
    locale,
    hits: words.filter((word) => STOP_WORDS[locale].has(word)).length,
  })).toSorted((a, b) => b.hits - a.hits);
  const [best, second] = counts;
  if (best === undefined || second === undefined || best.hits < words.length / 8) {
    return { locale: undefined, share: 0 };
  }
  return { locale: best.locale, share: best.hits / Math.max(1, best.hits + second.hits) };
}
