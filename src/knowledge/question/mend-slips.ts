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
  return spelledOut(fold(text), locale).replaceAll(/[\p{L}]{6,}/gu, (token) => {
    if (isKnown(token, locale) || STOP_WORDS[locale].has(token) || NO_SLIPS.test(token))
      return token;
    return apostrophised(token, locale, known) ?? nearest(token, known) ?? token;
  });
}

/** What is typed as it is spoken, written out. */
const SPOKEN: Readonly<Record<Locale, readonly (readonly [RegExp, string])[]>> = {
  en: [
    [/(?<!\p{L})(?:cud|culd)(?!\p{L})/gu, "could"],
    [/(?<!\p{L})(?:r|are) u(?!\p{L})/gu, "are you"],
  ],
  fr: [
    [/(?<!\p{L})j(?=(?:peux|veux|dois|sais|suis|vais|fais)(?!\p{L}))/gu, "je "],
    [/(?<!\p{L})(?:chuis|jsuis)(?!\p{L})/gu, "je suis"],
    [/(?<!\p{L})(?:pr)(?!\p{L})/gu, "pour"],
    [/(?<!\p{L})(?:ds)(?!\p{L})/gu, "dans"],
    [/(?<!\p{L})qq1(?!\p{L})/gu, "quelqu'un"],
  ],
  nl: [
    [/(?<!\p{L})(?:kank|kan'k|kannik)(?!\p{L})/gu, "kan ik"],
    [/(?<!\p{L})(?:t is)(?!\p{L})/gu, "het is"],
  ],
  sv: [
    [/(?<!\p{L})(?:oxa)(?!\p{L})/gu, "ocksa"],
    [/(?<!\p{L})(?:ngn)(?!\p{L})/gu, "nagon"],
    [/(?<!\p{L})(?:nat)(?!\p{L})/gu, "nagot"],
    [/(?<!\p{L})(?:nan)(?!\p{L})/gu, "nagon"],
  ],
};

const spelledOut = (text: string, locale: Locale): string =>
  SPOKEN[locale].reduce((left, [spoken, written]) => left.replaceAll(spoken, written), text);

/** French written without its apostrophes: "linstantané" is "l'instantané". */
function apostrophised(
  token: string,
  locale: Locale,
  known: readonly string[],
): string | undefined {
  if (locale !== "fr") return undefined;
  const [, article = "", rest = ""] = /^([ldjnmsc]|qu)([aeiouyh].*)$/.exec(token) ?? [];
  return known.includes(rest) ? `${article}'${rest}` : undefined;
}

/** The word of ours fewest slips away, one slip for short words and two for long ones. */
function nearest(token: string, known: readonly string[]): string | undefined {
  if (known.some((word) => word.length >= 7 && token.startsWith(word))) return undefined;
  let best: string | undefined;
  let most = token.length >= 9 ? 2 : 1;
  for (const word of known) {
    const alike = word[0] === token[0] || word[1] === token[0];
    const slips = alike ? slipsBetween(token, word, most) : most + 1;
    if (slips > most) continue;
    best = word;
    most = slips - 1;
    if (most === 0) break;
  }
  return best;
}
