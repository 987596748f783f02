import { MINUTE_MS } from "../../kernel/clock.ts";
import type { Instant } from "../../kernel/clock.ts";
import { instantsOf } from "../instants-of.ts";
import { fixedMinutes, isFixed } from "../zones/offset-at.ts";
import { offsetAt, seasonsOf } from "../zones/season.ts";
import type { Season } from "../zones/season.ts";
import type { Hit, ZoneValue } from "./hit.ts";

/** Every different statement about the zone; a season word alone joins the one zone it can mean. */
export function zoneClaims(hits: readonly Hit[]): readonly ZoneValue[] {
  const claims = distinct(hits.filter((hit) => hit.kind === "zone").map(({ value }) => value));
  const seasons = new Set(hits.filter((hit) => hit.kind === "season").map(({ value }) => value));
  const [season] = seasons;
  if (seasons.size !== 1 || season === undefined) return claims;
  return claims.map((claim) => inThatSeason(claim, season));
}

function inThatSeason(claim: ZoneValue, season: Season): ZoneValue {
  const open = claim.is === "zone" && !isFixed(claim.zone) && claim.season === undefined;
  return open ? { is: "zone", zone: claim.zone, season } : claim;
}

const distinct = (values: readonly ZoneValue[]): readonly ZoneValue[] => {
  const seen = new Map(values.map((value) => [JSON.stringify(value), value]));
  return [...seen.values()];
};

/** The instants at which a local time may lie by one statement. */
export function instantsBy(claim: ZoneValue, local: number): readonly Instant[] {
  if (claim.is === "zone") return inSeason(claim, instantsOf(local, claim.zone));
  if (claim.is === "several") return claim.zones.flatMap((zone) => instantsOf(local, zone));
  if (claim.is === "unknown") return [];
  const at = (local - (fixedMinutes(claim.offset) ?? 0) * MINUTE_MS) as Instant;
  return claim.keptBy.some((zone) => offsetAt(zone, at) === claim.offset) ? [at] : [];
}

function inSeason(
  claim: ZoneValue & { readonly is: "zone" },
  instants: readonly Instant[],
): readonly Instant[] {
  const { zone, season } = claim;
  if (season === undefined) return instants;
  return instants.filter((at) => {
    const seasons = seasonsOf(zone, at);
    return seasons === undefined ? season === "winter" : offsetAt(zone, at) === seasons[season];
  });
}

/** The zone to count days in by a statement. */
export function zoneOfClaim(claim: ZoneValue | undefined): string | undefined {
  if (claim?.is === "zone") return claim.zone;
  return claim?.is === "abbreviation" ? claim.offset : undefined;
}

/** Zones a statement may be answered with. */
export function zonesOfClaim(claim: ZoneValue): readonly string[] {
  switch (claim.is) {
    case "zone":
      return [claim.zone];
    case "abbreviation":
      return [claim.offset, ...claim.keptBy];
    case "several":
      return claim.zones;
    case "unknown":
      return [];
    default:
      return claim;
  }
}
