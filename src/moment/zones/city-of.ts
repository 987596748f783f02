import type { Locale } from "../../kernel/locale.ts";

/** The main city of a zone as it is called in a language. */
export function cityOf(zone: string, _locale: Locale): string {
  return zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
}
