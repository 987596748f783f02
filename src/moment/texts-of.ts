import type { Locale } from "../kernel/locale.ts";
import { texts as en } from "./locales/en/texts.ts";
import { texts as fr } from "./locales/fr/texts.ts";
import { texts as nl } from "./locales/nl/texts.ts";
import { texts as sv } from "./locales/sv/texts.ts";
import type { MomentTexts } from "./texts.ts";

const ALL: Readonly<Record<Locale, MomentTexts>> = { en, fr, nl, sv };

/** The texts of one language. */
export const textsOf = (locale: Locale): MomentTexts => ALL[locale];
