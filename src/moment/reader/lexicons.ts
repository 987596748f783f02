import type { Locale } from "../../kernel/locale.ts";
import type { Lexicon } from "../lexicon.ts";
import { lexicon as en } from "../locales/en/lexicon.ts";
import { lexicon as fr } from "../locales/fr/lexicon.ts";
import { lexicon as nl } from "../locales/nl/lexicon.ts";
import { lexicon as sv } from "../locales/sv/lexicon.ts";

const BY_LOCALE: Readonly<Record<Locale, Lexicon>> = { en, fr, nl, sv };

/** Every lexicon: all of them read every text, since people mix languages. */
export const LEXICONS: readonly Lexicon[] = Object.values(BY_LOCALE);

/** The lexicon of one language. */
export const lexiconOf = (locale: Locale): Lexicon => BY_LOCALE[locale];
