import type { Locale } from "../../kernel/locale.ts";
import type { Block } from "../article.ts";
import { CUES } from "./cues/cues-of.ts";

/** One sentence of a block, with the line it is reported at. */
export type Sentence = { readonly text: string; readonly line: number; readonly damaged: boolean };

const END = /[.!?…]["”»’)\]]*\s+(?=["“«‘(]?[\p{Lu}\p{N}`/])/gu;
const LAST_WORD = /([\p{L}.]+)\.$/u;

/** Cuts a block into its sentences; a block of a table or a list is never less than one. */
export function sentencesOf(block: Block, locale: Locale): Sentence[] {
  const { display, line } = block;
  const ends = [...display.matchAll(END)]
    .map((found) => found.index + found[0].trimEnd().length)
    .filter((end) => !endsInAbbreviation(display.slice(0, end), locale));
  return [...ends, display.length]
    .map((end, index) => display.slice(index === 0 ? 0 : ends[index - 1], end).trim())
    .filter((text) => text !== "")
    .map((text) => ({ text, line, damaged: block.damaged === true }));
}

function endsInAbbreviation(text: string, locale: Locale): boolean {
  const word = LAST_WORD.exec(text)?.[1]?.toLowerCase();
  return word !== undefined && (word.length === 1 || CUES[locale].abbreviations.includes(word));
}
