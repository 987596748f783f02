import type { Locale } from "../../../kernel/locale.ts";
import type { Cues } from "./cues.ts";
import { EN } from "./en.ts";
import { FR } from "./fr.ts";
import { NL } from "./nl.ts";
import { SV } from "./sv.ts";

/** The words of each language that decide what a sentence claims. */
export const CUES: Readonly<Record<Locale, Cues>> = { en: EN, fr: FR, nl: NL, sv: SV };
