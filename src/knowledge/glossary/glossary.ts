import type { Locale } from "../../kernel/locale.ts";

/** What a stem is in another language, with probabilities, best first. */
export type Translations = readonly (readonly [stem: string, probability: number])[];

/** From stems of one language to stems of another. */
export type TranslationTable = ReadonlyMap<string, Translations>;

export type Pair = `${Locale}-${Locale}`;

/** Tables by direction: `sv-fr` leads from Swedish to French. */
export type Glossary = ReadonlyMap<Pair, TranslationTable>;

export const pairOf = (from: Locale, to: Locale): Pair => `${from}-${to}`;
