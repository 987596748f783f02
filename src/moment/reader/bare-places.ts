import { PLACES } from "../zones/places.ts";
import type { Place } from "../zones/places.ts";
import { BOOKS, phraseAt } from "./books.ts";
import type { ZoneValue } from "./hit.ts";
import { LEXICONS } from "./lexicons.ts";
import type { Found } from "./phrase-book.ts";
import { inflected, placeAt } from "./place-at.ts";
import { isEnd, isShouting, isTail } from "./tail.ts";
import { isCapital, keyAt, startsLine, textAt, wordsOf } from "./text.ts";
import type { Text } from "./text.ts";
import { ofPlace } from "./zone-value.ts";

/** `Tokyotid`, `Stockholmstid`, `Amsterdamtijd`; an unknown place only right after a time. */
export function compoundAt(
  text: Text,
  at: number,
  afterTime: boolean,
): Found<ZoneValue> | undefined {
  const token = text.tokens[at];
  if (
    token?.kind !== "word" ||
    phraseAt(BOOKS.local, text, at) !== undefined ||
    phraseAt(BOOKS.seasons, text, at) !== undefined
  )
    return undefined;
  for (const ending of LEXICONS.flatMap((lexicon) => lexicon.zoneEndings)) {
    if (!token.key.endsWith(ending) || token.key.length < ending.length + 3) continue;
    const stem = token.key.slice(0, -ending.length);
    const place = PLACES.get(stem) ?? inflected(stem);
    if (place !== undefined) return { value: ofPlace(place), end: at + 1 };
    if (afterTime && /^\p{Lu}/u.test(token.text))
      return { value: { is: "unknown", typed: token.text }, end: at + 1 };
  }
  return undefined;
}

/** `14:30 in Helsinki`: a zone only where the text ends behind it, else it may be part of a name. */
export function placeInAfterTime(text: Text, at: number): Found<ZoneValue> | undefined {
  if (!/^(?:in|i|a)$/.test(keyAt(text, at)) || startsLine(text, at) || !isCapital(text, at + 1))
    return undefined;
  const place = placeAfterTime(text, at + 1);
  return place !== undefined && isEnd(text, place.end) ? place : undefined;
}

/** A place alone right after a time: a zone only where nothing makes it a name. */
export function placeAfterTime(text: Text, at: number): Found<ZoneValue> | undefined {
  const place = placeAt(text, at);
  if (place === undefined || startsLine(text, at) || !isTail(text, place.end)) return undefined;
  return isPlainPlace(place, text, at)
    ? { value: ofPlace(place.value), end: place.end }
    : undefined;
}

function isPlainPlace({ value, end }: Found<Place>, text: Text, at: number): boolean {
  if (value.adjective || value.firstName) return false;
  const written = wordsOf(text, at, end);
  if (written.length <= 3) return written === written.toUpperCase();
  return !value.nameLike || (isCapital(text, at) && textAt(text, at - 1) !== ",");
}

/** `Gotham time`, `heure de Trifouilly`: a place nobody knows, right after a time. */
export function unknownAt(text: Text, at: number): Found<ZoneValue> | undefined {
  if (isShouting(text) || phraseAt(BOOKS.local, text, at) !== undefined) return undefined;
  const heure = /^heures?$/.test(keyAt(text, at)) && /^(?:de|d|du|des)$/.test(keyAt(text, at + 1));
  if (heure && isCapital(text, at + 2)) {
    const end = pastName(text, at + 2);
    return { value: { is: "unknown", typed: wordsOf(text, at + 2, end) }, end };
  }
  return isCapital(text, at) ? namedBeforeTime(text, at) : undefined;
}

function namedBeforeTime(text: Text, at: number): Found<ZoneValue> | undefined {
  for (let last = Math.min(pastName(text, at), at + 3); last > at; last -= 1) {
    if (/^(?:time|tijd|tid)$/.test(keyAt(text, last))) {
      return { value: { is: "unknown", typed: wordsOf(text, at, last) }, end: last + 1 };
    }
  }
  return undefined;
}

/** Over the words of a name: tied ones and those in capitals. */
function pastName(text: Text, at: number): number {
  let end = at + 1;
  while (
    text.tokens[end]?.kind === "word" &&
    (text.tokens[end]?.tied === true || /^\p{Lu}/u.test(text.tokens[end]?.text ?? ""))
  )
    end += 1;
  return end;
}
