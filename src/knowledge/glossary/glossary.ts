import type { Locale } from "../../kernel/locale.ts";
import type { TranslationTable } from "./translation-table.ts";

/** A direction: `sv-fr` leads from Swedish to French. */
export type Direction = `${Locale}-${Locale}`;

/** Tables by direction. */
export type Glossary = ReadonlyMap<Direction, TranslationTable>;

export const directionOf = (from: Locale, to: Locale): Direction => `${from}-${to}`;
