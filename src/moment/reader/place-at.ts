import { PLACES } from "../zones/places.ts";
import type { Place } from "../zones/places.ts";
import { LEXICONS } from "./lexicons.ts";
import type { Found } from "./phrase-book.ts";
import { isGluedSign } from "./text.ts";
import type { Text } from "./text.ts";

const MOST_PLACE_WORDS = 5;

/** The longest place name at a token, with an ending of a language where it has one. */
export function placeAt(text: Text, at: number): Found<Place> | undefined {
  let name = "";
  let best: Found<Place> | undefined;
  for (let end = at; end < at + MOST_PLACE_WORDS; end += 1) {
    const word = nameWord(text, end, end > at);
    if (word === undefined) break;
    name = `${name} ${word}`.trim();
    const place = PLACES.get(name) ?? inflected(name);
    if (place !== undefined) best = { value: place, end: end + 1 };
  }
  return best;
}

/** A word of a name; empty for the dot of `St. Louis`. */
function nameWord(text: Text, at: number, inside: boolean): string | undefined {
  const token = text.tokens[at];
  if (token === undefined || text.masked.has(at) || (inside && token.newLine)) return undefined;
  if (inside && isGluedSign(text, at, ".")) return "";
  return token.kind === "word" ? token.key : undefined;
}

const ENDINGS = [...new Set(LEXICONS.flatMap((lexicon) => lexicon.placeEndings))];

/** `Brusselse`, `Stockholms`: a place with an ending makes an adjective. */
export function inflected(name: string): Place | undefined {
  for (const ending of ENDINGS) {
    if (!name.endsWith(ending) || name.length < ending.length + 4) continue;
    const place = PLACES.get(name.slice(0, -ending.length));
    if (place !== undefined && !place.adjective) return { ...place, adjective: true };
  }
  return undefined;
}
