import type { Instant } from "../../kernel/clock.ts";
import type { Locale } from "../../kernel/locale.ts";
import { cityOf } from "./city-of.ts";
import { isFixed } from "./offset-at.ts";
import { offsetAt } from "./season.ts";

/** A zone as a person calls it, with its offset at an instant: `Stockholm (UTC+1)`. */
export function zoneLabel(zone: string, locale: Locale, at?: Instant): string {
  if (isFixed(zone)) return `UTC${zone === "UTC" ? "" : zone}`;
  return placeLabel(cityOf(zone, locale), zone, at);
}

/** The same with the name of a place in that zone: `Genève (UTC+1)`. */
export function placeLabel(place: string, zone: string, at?: Instant): string {
  return at === undefined ? place : `${place} (${shortOffset(zone, at)})`;
}

/** `UTC+1`, `UTC+5:30`, `UTC`. */
function shortOffset(zone: string, at: Instant): string {
  const offset = offsetAt(zone, at);
  if (offset === "+00:00") return "UTC";
  const [, sign = "", hours = "", minutes = ""] = /^(.)(\d\d):(\d\d)$/.exec(offset) ?? [];
  return `UTC${sign}${Number(hours)}${minutes === "00" ? "" : `:${minutes}`}`;
}
