import { foldName } from "../fold.ts";
import { ABBREVIATIONS, EVERYDAY, isMilitaryLetter } from "../zones/abbreviations.ts";
import type { Abbreviation } from "../zones/abbreviations.ts";
import { knownZone } from "../zones/known-zone.ts";
import { fixedMinutes, isOffsetInUse, offsetText } from "../zones/offset-at.ts";
import { PLACES } from "../zones/places.ts";
import type { Place } from "../zones/places.ts";
import type { Season } from "../zones/season.ts";
import { BOOKS, phraseAt } from "./books.ts";
import type { HitOf, ZoneValue } from "./hit.ts";
import { LEXICONS } from "./lexicons.ts";
import type { Found } from "./phrase-book.ts";
import { isGluedSign, keyAt, numberAt, wordsOf } from "./text.ts";
import type { Text } from "./text.ts";

type ZoneHit = HitOf<"zone">;

const MOST_PLACE_WORDS = 5;
const EUROPE = ["Europe/London", "Europe/Paris", "Europe/Helsinki"];

/** A zone that begins at a token. `afterTime`: a time, a date or a zone ends right before it. */
export function zoneAt(text: Text, start: number, afterTime: boolean): ZoneHit | undefined {
  if (text.masked.has(start)) return undefined;
  const finds = [
    ianaAt(text, start),
    namedAt(text, start),
    shapedAt(text, start),
    abbreviationAt(text, start, afterTime),
    compoundAt(text, start, afterTime),
    ...(afterTime
      ? [offsetAfterTime(text, start), placeAfterTime(text, start), unknownAt(text, start)]
      : []),
  ];
  const best = finds.filter((one) => one !== undefined).toSorted((a, b) => b.end - a.end)[0];
  return best === undefined ? undefined : { kind: "zone", start, end: best.end, value: best.value };
}

const zoneValue = (zone: string, season?: Season): ZoneValue =>
  season === undefined ? { is: "zone", zone } : { is: "zone", zone, season };

/** `Europe/Paris` in any letter case, also with a typing error; `America/Argentina/Buenos_Aires`. */
function ianaAt(text: Text, at: number): Found<ZoneValue> | undefined {
  if (!AREAS.has(keyAt(text, at)) || !isGluedSign(text, at + 1, "/")) return undefined;
  let end = at + 3;
  while (isIanaPart(text, end)) end += text.tokens[end]?.kind === "sign" ? 2 : 1;
  for (let last = end; last > at + 2; last -= 1) {
    const zone = knownZone(wordsOf(text, at, last).replaceAll(" ", "_"));
    if (zone !== undefined) return { value: zoneValue(zone), end: last };
  }
  return {
    value: { is: "unknown", typed: wordsOf(text, at, glueEnd(text, at + 3)) },
    end: glueEnd(text, at + 3),
  };
}

const AREAS = new Set([
  "africa",
  "america",
  "antarctica",
  "arctic",
  "asia",
  "atlantic",
  "australia",
  "europe",
  "indian",
  "pacific",
  "etc",
  "us",
  "canada",
  "brazil",
  "mexico",
  "chile",
]);

/** Another part of an id: `/Buenos`, `_Aires`, `-Prince`, or ` York` typed with a space. */
function isIanaPart(text: Text, at: number): boolean {
  const token = text.tokens[at];
  if (token?.kind === "sign")
    return token.glued && /^[_/+-]$/.test(token.text) && text.tokens[at + 1]?.glued === true;
  return token?.kind === "word" && !token.newLine && text.tokens[at - 1]?.kind === "word";
}

function glueEnd(text: Text, from: number): number {
  let end = from;
  while (
    text.tokens[end] !== undefined &&
    (text.tokens[end]?.glued === true || text.tokens[end]?.tied === true) &&
    /[_/\p{L}]/u.test(text.tokens[end]?.text ?? "")
  )
    end += 1;
  return end;
}

/** `Central European Time`, `temps universel`. */
function namedAt(text: Text, at: number): Found<ZoneValue> | undefined {
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
function abbreviationAt(text: Text, at: number, afterTime: boolean): Found<ZoneValue> | undefined {
  const token = text.tokens[at];
  if (token?.kind !== "word") return undefined;
  const name = token.text.toUpperCase();
  if (/^(?:UTC|GMT)$/.test(name)) return withOffset(text, at + 1);
  const known = ABBREVIATIONS.get(name);
  if (known === undefined) return militaryAt(text, at);
  const capitals = token.text === name && !isShouting(text);
  const everyday = EVERYDAY.has(name);
  const zulu = name === "Z" && token.glued && text.tokens[at - 1]?.kind === "number";
  const read = zulu || (everyday ? capitals && afterTime : capitals || afterTime);
  return read && (!everyday || zulu || isTail(text, at + 1))
    ? { value: ofAbbreviation(known), end: at + 1 }
    : undefined;
}

/** A text in capitals throughout: there `EST` may be a verb. */
const isShouting = (text: Text): boolean => !/\p{Ll}/u.test(text.plain);

/** `1430A`: a letter of the military alphabet stands for several things. */
function militaryAt(text: Text, at: number): Found<ZoneValue> | undefined {
  const token = text.tokens[at];
  const packed = /^\d{4}$/.test(text.tokens[at - 1]?.text ?? "");
  if (token?.glued !== true || !packed || !isMilitaryLetter(token.text)) return undefined;
  return { value: { is: "several", zones: ["UTC"] }, end: at + 1 };
}

/** `UTC`, `UTC+1`, `GMT +02:00`, `UTC-5`. */
function withOffset(text: Text, at: number): Found<ZoneValue> {
  return signedAt(text, at, true) ?? { value: zoneValue("UTC"), end: at };
}

/** An offset right after a time: `+01:00`, `-0500`, `+01`. */
function offsetAfterTime(text: Text, at: number): Found<ZoneValue> | undefined {
  const digits = text.tokens[at + 1]?.text.length ?? 0;
  if (digits < 2 || digits === 3) return undefined;
  const isoTime = text.tokens[at]?.glued === true && isIsoTime(text, at);
  const minus = text.tokens[at]?.text === "-";
  if (minus && !isoTime && (text.tokens[at]?.glued === true || text.tokens[at + 1]?.glued !== true))
    return undefined;
  if (minus && digits === 2 && !isoTime) return undefined;
  return signedAt(text, at, false);
}

/** Whether the time before belongs to `2026-11-03T14:30`. */
function isIsoTime(text: Text, at: number): boolean {
  for (let back = at - 1; back > at - 9 && back >= 0; back -= 1) {
    if (keyAt(text, back) === "t" && text.tokens[back]?.glued === true) return true;
    if (text.tokens[back]?.glued !== true) return false;
  }
  return false;
}

function signedAt(text: Text, at: number, afterName: boolean): Found<ZoneValue> | undefined {
  const sign = text.tokens[at];
  const number = text.tokens[at + 1];
  if (
    sign === undefined ||
    !/^[+-]$/.test(sign.text) ||
    number?.kind !== "number" ||
    number.text.length > 4
  )
    return undefined;
  if (sign.text === "-" && !number.glued) return undefined;
  if (isDateStart(text, at + 1)) return undefined;
  const packed = number.text.length > 2;
  const minutePart =
    isGluedSign(text, at + 2, ":") && text.tokens[at + 3]?.text.length === 2
      ? numberAt(text, at + 3)
      : undefined;
  const hours = packed ? Math.floor(Number(number.text) / 100) : Number(number.text);
  const minutes = packed ? Number(number.text) % 100 : (minutePart ?? 0);
  const end = packed || minutePart === undefined ? at + 2 : at + 4;
  const tail =
    afterName && keyAt(text, end) === "h" && text.tokens[end]?.glued === true ? end + 1 : end;
  const total = (hours * 60 + minutes) * (sign.text === "-" ? -1 : 1);
  if (minutes > 59 || !isOffsetInUse(total))
    return { value: { is: "unknown", typed: wordsOf(text, at, end) }, end: tail };
  return { value: zoneValue(fixedOf(total)), end: tail };
}

const fixedOf = (total: number): string => (total === 0 ? "UTC" : offsetText(total));

/** `UTC -3 november`: the number is a day. */
const isDateStart = (text: Text, at: number): boolean =>
  phraseAt(BOOKS.months, text, at + 1) !== undefined ||
  (isGluedSign(text, at + 1, "/-.") && text.tokens[at + 2]?.kind === "number");

/** The longest place name at a token, with an ending of a language where it has one. */
function placeAt(text: Text, at: number, words = MOST_PLACE_WORDS): Found<Place> | undefined {
  let name = "";
  let best: Found<Place> | undefined;
  for (let end = at; end < at + words; end += 1) {
    const token = text.tokens[end];
    const dot = isGluedSign(text, end, ".") && end > at;
    if (token === undefined || text.masked.has(end) || (end > at && token.newLine)) break;
    if (token.kind !== "word" && !dot) break;
    if (!dot) name = name === "" ? token.key : `${name} ${token.key}`;
    const place = PLACES.get(name) ?? inflected(name);
    if (place !== undefined) best = { value: place, end: end + 1 };
  }
  return best;
}

const ENDINGS = [...new Set(LEXICONS.flatMap((lexicon) => lexicon.placeEndings))];

function inflected(name: string): Place | undefined {
  for (const ending of ENDINGS) {
    if (!name.endsWith(ending) || name.length < ending.length + 4) continue;
    const place = PLACES.get(name.slice(0, -ending.length));
    if (place !== undefined && !place.adjective) return { ...place, adjective: true };
  }
  return undefined;
}

const ofPlace = (place: Place, season?: Season): ZoneValue =>
  place.zones.length === 1
    ? zoneValue(place.zones[0] ?? "UTC", season)
    : { is: "several", zones: place.zones };

type Shape = { readonly slots: readonly string[] };

const SHAPES: ReadonlyMap<string, readonly Shape[]> = shapesByFirst();
const SLOTTED: readonly Shape[] = [...(SHAPES.get("P") ?? []), ...(SHAPES.get("S") ?? [])];

function shapesByFirst(): ReadonlyMap<string, readonly Shape[]> {
  const shapes = new Map<string, Shape[]>();
  for (const written of new Set(LEXICONS.flatMap((lexicon) => lexicon.zoneShapes))) {
    const slots = written
      .split(" ")
      .map((piece) => (piece === "P" || piece === "S" ? piece : foldName(piece)));
    const [first = ""] = slots;
    shapes.set(first, [...(shapes.get(first) ?? []), { slots }]);
  }
  return shapes;
}

/** `heure de Paris`, `Swedish time`, `heure d'été de Paris`, `svensk vintertid`. */
function shapedAt(text: Text, at: number): Found<ZoneValue> | undefined {
  let best: Found<ZoneValue> | undefined;
  const place = placeAt(text, at);
  const season = phraseAt(BOOKS.seasons, text, at);
  for (const shape of SHAPES.get(keyAt(text, at)) ?? [])
    best = longer(best, matchShape(shape, text, at));
  if (place === undefined && season === undefined) return best;
  for (const shape of SLOTTED) best = longer(best, matchShape(shape, text, at));
  return best;
}

const longer = <Value>(
  one: Found<Value> | undefined,
  other: Found<Value> | undefined,
): Found<Value> | undefined =>
  one === undefined || (other !== undefined && other.end > one.end) ? other : one;

function matchShape(shape: Shape, text: Text, start: number): Found<ZoneValue> | undefined {
  let at = start;
  let place: Place | undefined;
  let season: Season | undefined;
  for (const slot of shape.slots) {
    if (at > start && text.tokens[at]?.newLine === true) return undefined;
    if (slot === "P") {
      const id = ianaAt(text, at);
      if (id !== undefined) return shape.slots.at(-1) === "P" ? id : undefined;
      const found = placeAt(text, at);
      if (found === undefined) return undefined;
      [place, at] = [found.value, found.end];
    } else if (slot === "S") {
      const found = phraseAt(BOOKS.seasons, text, at);
      if (found === undefined) return undefined;
      [season, at] = [found.value, found.end];
    } else if (keyAt(text, at) === slot && !text.masked.has(at)) at += 1;
    else return undefined;
  }
  return place === undefined ? undefined : { value: ofPlace(place, season), end: at };
}

/** `Tokyotid`, `Stockholmstid`, `Amsterdamtijd`; an unknown place only right after a time. */
function compoundAt(text: Text, at: number, afterTime: boolean): Found<ZoneValue> | undefined {
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

/** A place alone right after a time: a zone only where nothing makes it a name. */
function placeAfterTime(text: Text, at: number): Found<ZoneValue> | undefined {
  const place = placeAt(text, at);
  if (place === undefined || place.value.adjective || text.tokens[at]?.newLine === true)
    return undefined;
  if (!isTail(text, place.end)) return undefined;
  const written = wordsOf(text, at, place.end);
  const capital = /^\p{Lu}/u.test(written);
  const comma = text.tokens[at - 1]?.text === ",";
  if (written.length <= 3 && written !== written.toUpperCase()) return undefined;
  if (place.value.firstName || (place.value.nameLike && (!capital || comma))) return undefined;
  return { value: ofPlace(place.value), end: place.end };
}

/** Whether what follows leaves a name before it alone: an end, a sign, a polite word, a number. */
export function isTail(text: Text, at: number): boolean {
  const token = text.tokens[at];
  if (token === undefined || token.newLine) return true;
  if (token.kind === "sign") return !(token.glued && /^[-/_@#&+]$/.test(token.text));
  if (token.kind === "number") return !token.glued;
  if (token.tied) return false;
  return (
    [BOOKS.tails, BOOKS.dateJoints, BOOKS.timeJoints].some(
      (book) => phraseAt(book, text, at) !== undefined,
    ) || isDateWord(text, at)
  );
}

const isDateWord = (text: Text, at: number): boolean =>
  [BOOKS.relativeDays, BOOKS.weekdays, BOOKS.months, BOOKS.parts, BOOKS.seasons].some(
    (book) => phraseAt<unknown>(book, text, at) !== undefined,
  );

/** `Gotham time`, `heure de Trifouilly`: a place nobody knows, right after a time. */
function unknownAt(text: Text, at: number): Found<ZoneValue> | undefined {
  if (isShouting(text)) return undefined;
  const heure =
    /^heures?$/.test(keyAt(text, at)) && /^(?:de|d|du|des)$/.test(keyAt(text, at + 1))
      ? at + 2
      : undefined;
  if (heure !== undefined && /^\p{Lu}/u.test(text.tokens[heure]?.text ?? "")) {
    const end = pastName(text, heure);
    return { value: { is: "unknown", typed: wordsOf(text, heure, end) }, end };
  }
  if (
    !/^\p{Lu}/u.test(text.tokens[at]?.text ?? "") ||
    phraseAt(BOOKS.local, text, at) !== undefined
  )
    return undefined;
  const end = pastName(text, at);
  for (let last = Math.min(end, at + 3); last > at; last -= 1) {
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

/** Whether a stated zone is an offset without rules. */
export const isPlainOffset = (zone: string): boolean => fixedMinutes(zone) !== undefined;
