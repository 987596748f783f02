import type { Locale } from "../../kernel/locale.ts";
import { STOP_WORDS } from "../words/stop-words.ts";
import { fold } from "../words/fold.ts";
import { slipsBetween } from "./tokens.ts";

type Needs = {
  /** The words a slip is mended to, folded. */
  readonly words: (locale: Locale) => readonly string[];
  /** Whether a folded word is a real one, of the articles or the language. */
  readonly isKnown: (word: string, locale: Locale) => boolean;
};

/** Real words that stand one slip away from a word of ours. */
const NO_SLIPS =
  /^(?:start(?:ed|s|ing|et|ade|ar|en|at|ing)|charter|protection|protections|prediction\w*|product(?:en|s|ion|ie)?|restart\w*|laptop|stored?|storing|stating|staying|manually|manuals?|action|actions?|section|sections|location|version\w*|question\w*|imports?|exports?|copie[srd]?|shopify|shop|photo\w*|before|restant|resten|bilder|backlog|rester|reste|restent)$/;

/** Mends slips of the finger in words that matter; everything else stays as it is. */
export function mendSlips(text: string, locale: Locale, { words, isKnown }: Needs): string {
  const known = words(locale);
  return fold(text).replaceAll(/[\p{L}]{6,}/gu, (token) => {
    if (isKnown(token, locale) || STOP_WORDS[locale].has(token) || NO_SLIPS.test(token))
      return token;
    return nearest(token, known) ?? token;
  });
}

function nearest(token: string, known: readonly string[]): string | undefined {
  const most = token.length >= 9 ? 2 : 1;
  let best: { readonly word: string; readonly slips: number } | undefined;
  for (const word of known) {
    if (word[0] !== token[0] && word[1] !== token[0]) continue;
    if (word.length >= 7 && token.startsWith(word)) return undefined;
    const slips = slipsBetween(token, word, best === undefined ? most : best.slips - 1);
    if (slips <= most && (best === undefined || slips < best.slips)) best = { word, slips };
    if (best?.slips === 1) break;
  }
  return best?.word;
}
