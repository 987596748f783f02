import { foldName } from "../fold.ts";
import type { Place } from "../zones/places.ts";
import type { Season } from "../zones/season.ts";
import { BOOKS, phraseAt } from "./books.ts";
import type { ZoneValue } from "./hit.ts";
import { ianaAt } from "./iana-at.ts";
import { LEXICONS } from "./lexicons.ts";
import type { Found } from "./phrase-book.ts";
import { placeAt } from "./place-at.ts";
import { keyAt, startsLine } from "./text.ts";
import type { Text } from "./text.ts";
import { ofPlace } from "./zone-value.ts";

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
export function shapedAt(text: Text, at: number): Found<ZoneValue> | undefined {
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

type Filled = { readonly place?: Place; readonly season?: Season; readonly end: number };

function matchShape(shape: Shape, text: Text, start: number): Found<ZoneValue> | undefined {
  let at = start;
  let place: Place | undefined;
  let season: Season | undefined;
  for (const slot of shape.slots) {
    if (at > start && startsLine(text, at)) return undefined;
    const id = slot === "P" ? ianaAt(text, at) : undefined;
    if (id !== undefined) return shape.slots.at(-1) === "P" ? id : undefined;
    const next = fillSlot(slot, text, at);
    if (next === undefined) return undefined;
    place ??= next.place;
    season ??= next.season;
    at = next.end;
  }
  return place === undefined ? undefined : { value: ofPlace(place, season), end: at };
}

/** `time zone: Paris`, `tz=Paris` */
const pastLabelSign = (text: Text, at: number): number =>
  /^[:=]$/.test(keyAt(text, at)) ? at + 1 : at;

function fillSlot(slot: string, text: Text, at: number): Filled | undefined {
  if (slot === "P") {
    const found = placeAt(text, at);
    return found && { place: found.value, end: found.end };
  }
  if (slot === "S") {
    const found = phraseAt(BOOKS.seasons, text, at);
    return found && { season: found.value, end: found.end };
  }
  const matches = keyAt(text, at) === slot && !text.masked.has(at);
  return matches ? { end: pastLabelSign(text, at + 1) } : undefined;
}
