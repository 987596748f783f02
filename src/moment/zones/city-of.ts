import type { Locale } from "../../kernel/locale.ts";
import { placesOf } from "./places.ts";

/** The main city of a zone as it is called in a language. */
export function cityOf(zone: string, locale: Locale): string {
  const [city] = placesOf(locale).cities[zone] ?? [];
  return city ?? zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
}
