import { compoundAt, placeAfterTime, placeInAfterTime, unknownAt } from "./bare-places.ts";
import type { HitOf } from "./hit.ts";
import { ianaAt } from "./iana-at.ts";
import { offsetAfterTime } from "./offset-hits.ts";
import type { Text } from "./text.ts";
import { abbreviationAt, namedAt } from "./zone-names.ts";
import { shapedAt } from "./zone-shapes.ts";

type ZoneHit = HitOf<"zone">;

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
      ? [
          offsetAfterTime(text, start),
          placeAfterTime(text, start),
          placeInAfterTime(text, start),
          unknownAt(text, start),
        ]
      : []),
  ];
  const best = finds.filter((one) => one !== undefined).toSorted((a, b) => b.end - a.end)[0];
  return best === undefined ? undefined : { kind: "zone", start, end: best.end, value: best.value };
}
