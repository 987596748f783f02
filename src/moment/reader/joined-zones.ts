import { BOOKS, pastPhrase, phraseAt } from "./books.ts";
import type { Hit, HitOf } from "./hit.ts";
import { placeAt } from "./place-at.ts";
import type { Text } from "./text.ts";
import { ofPlace } from "./zone-value.ts";

const MOST_WORDS_BEFORE = 4;

/**
 * Zones of which only the place is said, beside one that is said in full: `svensk eller finsk tid`,
 * `heure de Paris ou de Londres`.
 */
export function joinedZones(text: Text, hits: readonly Hit[]): readonly HitOf<"zone">[] {
  return hits
    .flatMap((hit) =>
      hit.kind === "zone" ? [placeBehind(text, hit.end), placeBefore(text, hit.start)] : [],
    )
    .filter((one) => one !== undefined)
    .filter((one) => hits.every((hit) => hit.end <= one.start || hit.start >= one.end));
}

function placeBehind(text: Text, end: number): HitOf<"zone"> | undefined {
  const joint = phraseAt(BOOKS.alternatives, text, end)?.end;
  return joint === undefined ? undefined : zoneOf(text, pastPhrase(BOOKS.dateJoints, text, joint));
}

function placeBefore(text: Text, start: number): HitOf<"zone"> | undefined {
  for (let at = start - 2; at >= Math.max(0, start - MOST_WORDS_BEFORE); at -= 1) {
    const zone = zoneOf(text, at);
    const joint = zone === undefined ? undefined : phraseAt(BOOKS.alternatives, text, zone.end);
    if (zone !== undefined && joint?.end === start) return zone;
  }
  return undefined;
}

function zoneOf(text: Text, start: number): HitOf<"zone"> | undefined {
  const place = placeAt(text, start);
  return place && { kind: "zone", start, end: place.end, value: ofPlace(place.value) };
}
