import { isoDay } from "../calendar.ts";
import type { WallClock } from "../wall-clock.ts";
import type { Case } from "./case.ts";
import type { ZoneValue } from "./hit.ts";
import type { Clock } from "./settle-time.ts";
import type { Weighed } from "./weigh.ts";

/** The parts of the wall clock that are certain. */
export function knownOf({ words }: Case, { day, clock, claims }: Weighed): Partial<WallClock> {
  const [claim] = claims;
  const zone = claims.length === 1 ? zoneName(claim) : undefined;
  return {
    ...(day === undefined ? {} : { date: isoDay(day) }),
    ...(clock === undefined ? {} : { time: clockText(clock) }),
    ...(zone === undefined ? {} : { zone }),
    words,
  };
}

/** The zone a statement names: an id, or the offset of an abbreviation. */
export function zoneName(claim: ZoneValue | undefined): string | undefined {
  if (claim?.is === "zone") return claim.zone;
  return claim?.is === "abbreviation" ? claim.offset : undefined;
}

/** `14:30`; seconds only where there are any. */
export function clockText({ minutes, second }: Clock): string {
  const text = `${pad(Math.floor(minutes / 60) % 24)}:${pad(minutes % 60)}`;
  return second === 0 ? text : `${text}:${pad(second)}`;
}

const pad = (part: number): string => String(part).padStart(2, "0");
