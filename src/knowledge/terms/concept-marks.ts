import type { Locale } from "../../kernel/locale.ts";
import { tokensOf } from "../question/tokens.ts";
import type { Concept } from "./read-terms.ts";

/** Turns the words of one language into marks that are the same in every language. */
export type ConceptMarks = (tokens: readonly string[], locale: Locale) => readonly string[];

type Phrase = { readonly mark: string; readonly tokens: readonly string[] };

/** Marks every concept a text names, so that languages meet: `#restore` for "återställa" and "herstellen". */
export function conceptMarks(concepts: readonly Concept[]): ConceptMarks {
  const byLocale = new Map<Locale, ReadonlyMap<string, readonly Phrase[]>>();
  return (tokens, locale) => {
    const phrases = byLocale.get(locale) ?? phrasesByHead(concepts, locale);
    byLocale.set(locale, phrases);
    const found = new Set<string>();
    tokens.forEach((token, at) => {
      for (const { mark, tokens: words } of phrases.get(token) ?? []) {
        if (words.every((word, index) => tokens[at + index] === word)) found.add(mark);
      }
    });
    return [...found];
  };
}

function phrasesByHead(
  concepts: readonly Concept[],
  locale: Locale,
): ReadonlyMap<string, readonly Phrase[]> {
  const heads = new Map<string, Phrase[]>();
  for (const { id, write, words, locale: own } of concepts) {
    if (own !== locale) continue;
    for (const word of [...write, ...words]) {
      const tokens = tokensOf(word);
      const head = tokens[0];
      if (head === undefined || (tokens.length === 1 && head.length < 3)) continue;
      heads.set(head, [...(heads.get(head) ?? []), { mark: `#${id}`, tokens }]);
    }
  }
  return heads;
}
