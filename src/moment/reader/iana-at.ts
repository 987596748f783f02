import { knownZone } from "../zones/known-zone.ts";
import type { ZoneValue } from "./hit.ts";
import type { Found } from "./phrase-book.ts";
import { isGluedSign, keyAt, wordsOf } from "./text.ts";
import type { Text } from "./text.ts";
import { zoneValue } from "./zone-value.ts";

/** `America/North_Dakota/New_Salem` has nine. */
const MOST_TOKENS = 10;

/** `Europe/Paris` in any letter case, also with a typing error; `America/Argentina/Buenos_Aires`. */
export function ianaAt(text: Text, at: number): Found<ZoneValue> | undefined {
  if (!AREAS.has(keyAt(text, at)) || !isGluedSign(text, at + 1, "/")) return undefined;
  let end = at + 3;
  while (end < at + MOST_TOKENS && isIanaPart(text, end))
    end += text.tokens[end]?.kind === "sign" ? 2 : 1;
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
