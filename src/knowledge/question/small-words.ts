import type { Locale } from "../../kernel/locale.ts";
import { STOP_WORDS } from "../words/stop-words.ts";
import { fold } from "../words/fold.ts";

const SMALL = new Map<string, ReadonlySet<string>>(
  Object.entries(STOP_WORDS).map(([locale, words]) => [locale, new Set([...words].map(fold))]),
);

/** Whether a folded word is one of the small ones, which say nothing of a subject. */
export const isSmall = (word: string, locale: Locale): boolean =>
  SMALL.get(locale)?.has(word) === true || /^\p{L}$/u.test(word);
