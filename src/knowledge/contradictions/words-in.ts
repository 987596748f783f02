import type { Locale } from "../../kernel/locale.ts";
import { fold } from "../words/fold.ts";

/** A word of a sentence, folded. */
export type Word = {
  readonly text: string;
  /** The punctuation between this word and the one before. */
  readonly before: string;
  /** Stands between quotation marks: the words of an error message or a label. */
  readonly quoted: boolean;
};

const WORD = /[\p{L}\p{N}]+(?:'[\p{L}\p{N}]*)*/gu;
const QUOTED = /"[^"]{3,}"|“[^”]{3,}”|«[^»]{3,}»|„[^”“]{3,}[”“]|”[^”]{3,}”/gu;
const ELISION = /^(?:n|l|d|s|m|t|c|j|qu|lorsqu|puisqu|jusqu|quelqu)'/;

/** The words of a text in order. Hyphens part words, French elisions stand alone, "don't" is one. */
export function wordsIn(text: string, locale: Locale): Word[] {
  const folded = fold(text);
  const quotes = [...folded.matchAll(QUOTED)].map((one) => [one.index, one.index + one[0].length]);
  let end = 0;
  return [...folded.matchAll(WORD)].flatMap((found) => {
    const before = folded.slice(end, found.index).trim();
    end = found.index + found[0].length;
    const at = found.index;
    const quoted = quotes.some(([from = 0, to = 0]) => at > from && at < to);
    const elided = locale === "fr" ? ELISION.exec(found[0])?.[0] : undefined;
    if (elided === undefined || elided.length === found[0].length) {
      return [{ text: found[0], before, quoted }];
    }
    const rest = { text: found[0].slice(elided.length), before: "", quoted };
    return [{ text: elided, before, quoted }, rest];
  });
}
