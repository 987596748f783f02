import type { Locale } from "../../kernel/locale.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import { nl } from "./nl.ts";
import { sv } from "./sv.ts";
import type { Text } from "./text.ts";

const ALL: Readonly<Record<Locale, Text>> = { en, fr, nl, sv };

/** The texts of a language. */
export const textIn = (locale: Locale): Text => ALL[locale];
