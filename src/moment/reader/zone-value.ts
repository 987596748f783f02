import type { Place } from "../zones/places.ts";
import type { Season } from "../zones/season.ts";
import type { ZoneValue } from "./hit.ts";

/** A statement that names one zone. */
export const zoneValue = (zone: string, season?: Season): ZoneValue =>
  season === undefined ? { is: "zone", zone } : { is: "zone", zone, season };

/** A statement that names a place: one zone, or several to choose from. */
export const ofPlace = (place: Place, season?: Season): ZoneValue =>
  place.zones.length === 1
    ? zoneValue(place.zones[0] ?? "UTC", season)
    : { is: "several", zones: place.zones };
