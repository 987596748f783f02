import { fold } from "../words/fold.ts";

const CAPITAL = /(?<=[\p{L}\p{N},;:)"'’] +(?:["'(«“]\s*)?)\p{Lu}\p{Ll}+(?![\p{L}\p{N}.])/gu;

/** The unknown words that stand with a capital inside a sentence, folded. */
export const namesIn = (text: string, isKnown: (word: string) => boolean): ReadonlySet<string> =>
  new Set([...text.matchAll(CAPITAL)].map(([word]) => fold(word)).filter((word) => !isKnown(word)));
