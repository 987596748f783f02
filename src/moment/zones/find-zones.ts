import type { Instant } from "../../kernel/clock.ts";
import type { Locale } from "../../kernel/locale.ts";
import { ZONE_IDS } from "./known-zone.ts";
import { zoneLabel } from "./zone-label.ts";

/** One line of a zone picker. */
export type ZoneOption = {
  /** In the person's language, with the offset at the chosen time: `Stockholm (UTC+1)`. */
  readonly label: string;
  /** IANA id, or `UTC±hh:mm`. */
  readonly value: string;
};

/** What a zone search is made for. */
export type ZoneSearch = {
  readonly locale: Locale;
  /** The offsets shown are those of this instant. */
  readonly at: Instant;
  /** Comes first where nothing was typed yet. */
  readonly profileZone?: string;
  /** At most this many, best first; Slack shows 100. */
  readonly limit?: number;
};

/** The zones that fit what was typed so far: city, country, alias, abbreviation or offset, best first. */
export function findZones(
  typed: string,
  { locale, at, limit = 100 }: ZoneSearch,
): readonly ZoneOption[] {
  const wanted = typed.trim().toLowerCase();
  return ZONE_IDS.filter((id) => id.toLowerCase().includes(wanted))
    .slice(0, limit)
    .map((id) => ({ value: id, label: zoneLabel(id, locale, at) }));
}
