import { fixedMinutes, isOffsetInUse, offsetText } from "./offset-at.ts";
import table from "./zones.json" with { type: "json" };

const zones: Readonly<Record<string, string>> = table.zones;
const aliases: Readonly<Record<string, string>> = table.aliases;
const byLowerCase = new Map(
  [...Object.keys(zones).map((id) => [id, id] as const), ...Object.entries(aliases)].map(
    ([name, id]) => [name.toLowerCase(), id] as const,
  ),
);
const OFFSET = /^(?:UTC|GMT)?([+-]\d\d:\d\d)$/;
const UTC_NAMES = new Set(["utc", "etc/utc", "etc/gmt", "etc/uct", "etc/zulu", "etc/universal"]);

/** Every zone of the table, by its present IANA id. */
export const ZONE_IDS: readonly string[] = Object.keys(zones);

/**
 * The zone by the name we keep: an IANA id in any letter case, also a former one (`Asia/Calcutta`),
 * `UTC`, or an offset in use with or without `UTC` before it.
 *
 * @returns undefined for everything else, abbreviations above all
 */
export function knownZone(name: string): string | undefined {
  const lower = name.toLowerCase();
  if (UTC_NAMES.has(lower)) return "UTC";
  const offset = OFFSET.exec(name)?.[1];
  if (offset === undefined) return byLowerCase.get(lower);
  const minutes = fixedMinutes(offset) ?? Number.NaN;
  const real = isOffsetInUse(minutes) && offsetText(minutes).slice(1) === offset.slice(1);
  if (!real) return undefined;
  return minutes === 0 ? "UTC" : offsetText(minutes);
}
