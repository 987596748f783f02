import type { Locale } from "../../kernel/locale.ts";
import { EN as PLAIN_EN } from "./plain/en.ts";
import { FR as PLAIN_FR } from "./plain/fr.ts";
import { NL as PLAIN_NL } from "./plain/nl.ts";
import type { PlainSpeech } from "./plain/plain-speech.ts";
import { SV as PLAIN_SV } from "./plain/sv.ts";
import { EN } from "./telling/en.ts";
import { FR } from "./telling/fr.ts";
import { NL } from "./telling/nl.ts";
import { SV } from "./telling/sv.ts";
import type { Telling } from "./telling/telling.ts";
import { EN as WAYS_EN } from "./ways/en.ts";
import { FR as WAYS_FR } from "./ways/fr.ts";
import { NL as WAYS_NL } from "./ways/nl.ts";
import { SV as WAYS_SV } from "./ways/sv.ts";
import type { Ways } from "./ways/ways.ts";

/** What people say around a question, in every language. */
export const PLAIN: Readonly<Record<Locale, PlainSpeech>> = {
  en: PLAIN_EN,
  fr: PLAIN_FR,
  nl: PLAIN_NL,
  sv: PLAIN_SV,
};

/** How people tell a story, in every language. */
export const TELLING: Readonly<Record<Locale, Telling>> = { en: EN, fr: FR, nl: NL, sv: SV };

/** By which way something is done, in every language. */
export const WAYS: Readonly<Record<Locale, Ways>> = {
  en: WAYS_EN,
  fr: WAYS_FR,
  nl: WAYS_NL,
  sv: WAYS_SV,
};
