import type { Locale } from "../../kernel/locale.ts";
import { fold } from "../words/fold.ts";

/** A word of a sentence, folded. */
export type Word = {
  readonly text: string;
  /** The punctuation between this word and the one before. */
  readonly before: string;
};

const WORD = /[\p{L}\p{N}]+(?:'[\p{L}\p{N}]*)*/gu;
const ELISION = /^(?:n|l|d|s|m|t|c|j|qu|lorsqu|puisqu|jusqu|quelqu)'/;

/** The words of a text in order. Hyphens part words, French elisions stand alone, "don't" is one. */
export function wordsIn(text: string, locale: Locale): Word[] {
  const folded = fold(text);
  let end = 0;
  return [...folded.matchAll(WORD)].flatMap((found) => {
    const before = folded.slice(end, found.index).trim();
    end = found.index + found[0].length;
    const elided = locale === "fr" ? ELISION.exec(found[0])?.[0] : undefined;
    if (elided === undefined || elided.length === found[0].length) {
      return [{ text: found[0], before }];
    }
    const rest = { text: found[0].slice(elided.length), before: "" };
    return [{ text: elided, before }, rest];
  });
}
