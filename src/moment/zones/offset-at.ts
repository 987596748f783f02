import { IANAZone } from "luxon";

import { MINUTE_MS } from "../../kernel/clock.ts";

const FIXED = /^([+-])(\d\d):(\d\d)$/;

/** Milliseconds a zone is ahead of UTC at an instant. Zones are ours: an IANA id, `UTC` or `±hh:mm`. */
export function offsetMsAt(zone: string, at: number): number {
  return (fixedMinutes(zone) ?? IANAZone.create(zone).offset(at)) * MINUTE_MS;
}

/** Minutes of `UTC` or `±hh:mm`; undefined for a zone with rules. */
export function fixedMinutes(zone: string): number | undefined {
  if (zone === "UTC") return 0;
  const parts = FIXED.exec(zone);
  if (parts === null) return undefined;
  const minutes = Number(parts[2]) * 60 + Number(parts[3]);
  return parts[1] === "-" ? -minutes : minutes;
}

/** `+01:00` for 60. */
export function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${pad(Math.floor(size / 60))}:${pad(Math.floor(size % 60))}`;
}

const pad = (part: number): string => String(part).padStart(2, "0");

/** Offsets in use on earth: −12:00 to +14:00. */
export const isOffsetInUse = (minutes: number): boolean => minutes >= -720 && minutes <= 840;

/** Whether a zone is an offset without rules. */
export const isFixed = (zone: string): boolean => fixedMinutes(zone) !== undefined;
