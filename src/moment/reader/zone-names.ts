import { ABBREVIATIONS, EVERYDAY, isMilitaryLetter } from "../zones/abbreviations.ts";
import type { Abbreviation } from "../zones/abbreviations.ts";
import { BOOKS, phraseAt } from "./books.ts";
import type { ZoneValue } from "./hit.ts";
import { withOffset } from "./offset-hits.ts";
import type { Found } from "./phrase-book.ts";
import { isShouting, isTail } from "./tail.ts";
import { isGlued, keyAt, textAt } from "./text.ts";
import type { Text } from "./text.ts";
import { zoneValue } from "./zone-value.ts";

const EUROPE = ["Europe/London", "Europe/Paris", "Europe/Helsinki"];

/** `Central European Time`, `temps universel`. */
export function namedAt(text: Text, at: number): Found<ZoneValue> | undefined {
  const named = phraseAt(BOOKS.zoneNames, text, at);
  if (named === undefined) return undefined;
  if (named.value === "Europe") return { value: { is: "several", zones: EUROPE }, end: named.end };
  const abbreviation = ABBREVIATIONS.get(named.value);
  const value = abbreviation === undefined ? zoneValue(named.value) : ofAbbreviation(abbreviation);
  return named.value === "UTC" ? withOffset(text, named.end) : { value, end: named.end };
}

function ofAbbreviation(abbreviation: Abbreviation): ZoneValue {
  if (abbreviation.is === "zone") return zoneValue(abbreviation.zone);
  if (abbreviation.is === "several") return { is: "several", zones: abbreviation.zones };
  return { is: "abbreviation", offset: abbreviation.offset, keptBy: abbreviation.keptBy };
}

/** `CET`, `UTC+1`, `EST` in capitals, `cet` right after a time, a military letter. */
export function abbreviationAt(
  text: Text,
  at: number,
  afterTime: boolean,
): Found<ZoneValue> | undefined {
  if (text.tokens[at]?.kind !== "word") return undefined;
  const name = textAt(text, at).toUpperCase();
  if (/^(?:UTC|GMT)$/.test(name)) return withOffset(text, at + 1);
  const known = ABBREVIATIONS.get(name);
  if (known === undefined) return militaryAt(text, at);
  const read = EVERYDAY.has(name)
    ? isEverydayZone(text, at, afterTime)
    : (afterTime && !isFarewell(text, at)) || isInCapitals(text, at);
  return read ? { value: ofAbbreviation(known), end: at + 1 } : undefined;
}

/** `EST`, `MET`, `ET` are words too: in capitals right after a time, with no sentence going on. */
function isEverydayZone(text: Text, at: number, afterTime: boolean): boolean {
  const zulu =
    keyAt(text, at) === "z" && isGlued(text, at) && text.tokens[at - 1]?.kind === "number";
  const written = isInCapitals(text, at) || isEnglishZone(text, at);
  return zulu || (afterTime && written && isTail(text, at + 1));
}

/** `10 pm est`: no word of English. */
const isEnglishZone = (text: Text, at: number): boolean =>
  text.language === "en" && /^(?:est|et|pt|mst|ist|sst)$/.test(keyAt(text, at));

/** `cdt` closes a French letter; in capitals it is a zone. */
const isFarewell = (text: Text, at: number): boolean =>
  textAt(text, at) !== textAt(text, at).toUpperCase() &&
  phraseAt(BOOKS.tails, text, at) !== undefined;

const isInCapitals = (text: Text, at: number): boolean =>
  textAt(text, at) === textAt(text, at).toUpperCase() && !isShouting(text);

/** `1430A`: a letter of the military alphabet stands for several things. */
function militaryAt(text: Text, at: number): Found<ZoneValue> | undefined {
  const token = text.tokens[at];
  const packed = /^\d{4}$/.test(text.tokens[at - 1]?.text ?? "");
  if (token?.glued !== true || !packed || !isMilitaryLetter(token.text)) return undefined;
  return { value: { is: "several", zones: ["UTC"] }, end: at + 1 };
}
