import type { Hit, HitOf } from "./hit.ts";
import { numberAt, startsLine, textAt } from "./text.ts";
import type { Text } from "./text.ts";

/** `Thu Nov 12 14:05:33 UTC 2026`: the year of a date, written behind the time. */
export function withLateYear(text: Text, hits: readonly Hit[]): readonly Hit[] {
  return hits.flatMap((hit, index) => {
    const last = lastOfRow(hit, hits.slice(index + 1));
    const year = isYear(text, last.end) ? numberAt(text, last.end, 4) : undefined;
    if (last === hit || year === undefined || !isWithoutYear(hit)) return [hit];
    const dated: Hit = { ...hit, value: { ...hit.value, year } };
    return [dated, { kind: "quiet", start: last.end, end: last.end + 1 }];
  });
}

type Dated = HitOf<"date"> & { readonly value: { readonly is: "day" } };

const isWithoutYear = (hit: Hit): hit is Dated =>
  hit.kind === "date" && hit.value.is === "day" && hit.value.year === undefined;

/** The last of the times and zones that follow a hit without a gap. */
function lastOfRow(hit: Hit, others: readonly Hit[]): Hit {
  let last = hit;
  for (const next of others) {
    if (next.start !== last.end || (next.kind !== "time" && next.kind !== "zone")) break;
    last = next;
  }
  return last;
}

const isYear = (text: Text, at: number): boolean =>
  /^(?:19|20)\d\d$/.test(textAt(text, at)) && !startsLine(text, at);
