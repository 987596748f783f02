import { foldName } from "../fold.ts";
import { ZONE_IDS } from "./known-zone.ts";
import { PLACES } from "./places.ts";

const MOST = 3;

/** The zones whose names are nearest to a misspelt one, best first. */
export function nearestZones(typed: string): readonly string[] {
  const wanted = foldName(typed).slice(0, 40);
  if (wanted.length < 3) return [];
  const limit = wanted.length < 6 ? 1 : 2;
  const scored: (readonly [number, string])[] = [];
  for (const [name, { zones }] of PLACES) {
    const [zone] = zones;
    const apart = zone === undefined ? limit + 1 : distance(name, wanted, limit);
    if (zone !== undefined && apart <= limit) scored.push([apart, zone]);
  }
  for (const id of ZONE_IDS) {
    const apart = distance(foldName(id), wanted, limit);
    if (apart <= limit) scored.push([apart, id]);
  }
  return [...new Set(scored.toSorted((a, b) => a[0] - b[0]).map(([, zone]) => zone))].slice(
    0,
    MOST,
  );
}

/** Edit distance, given up beyond a limit. */
function distance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let row = Array.from({ length: other.length + 1 }, (_none, index) => index);
  for (let down = 0; down < one.length; down += 1) {
    const next = [down + 1];
    for (let across = 0; across < other.length; across += 1) {
      const swap = (row[across] ?? 0) + (one[down] === other[across] ? 0 : 1);
      next.push(Math.min(swap, (row[across + 1] ?? 0) + 1, (next[across] ?? 0) + 1));
    }
    if (Math.min(...next) > limit) return limit + 1;
    row = next;
  }
  return row.at(-1) ?? limit + 1;
}
