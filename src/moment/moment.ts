import { DateTime } from "luxon";

import type { Instant } from "../kernel/clock.ts";
import { fail, ok } from "../kernel/result.ts";
import type { Result } from "../kernel/result.ts";
import { changeBetween, instantsOf, neighboursOfGap } from "./instants-of.ts";
import type { MomentProblem } from "./moment-problem.ts";
import type { WallClock } from "./wall-clock.ts";
import { knownZone } from "./zones/known-zone.ts";

/** The instant a person wants back, with the zone and the words it was stated in. */
export type Moment = {
  readonly instant: Instant;
  /** IANA id, `UTC` or `±hh:mm`. */
  readonly zone: string;
  readonly words: string;
};

const UTC = { zone: "utc" };
const SHORT = { includeOffset: false, suppressSeconds: true, suppressMilliseconds: true };
const LONG = { includeOffset: false, suppressMilliseconds: true };

/** Turns a wall clock into a moment, refusing what a silent default would get wrong. */
export function checkWallClock(clock: WallClock): Result<Moment, MomentProblem> {
  const { date, time, words } = clock;
  const zone = knownZone(clock.zone);
  if (zone === undefined) return fail({ kind: "unknown-zone", zone: clock.zone });

  const local = localOf(date, time);
  if (!local.ok) return local;

  const [first, second] = instantsOf(local.value, zone);
  if (first === undefined) return fail(gapProblem(local.value, zone, `${date} ${time}`));
  if (second !== undefined) return fail({ kind: "dst-overlap", first, second, zone });
  return ok({ instant: first, zone, words });
}

/** The wall clock in milliseconds as if it were UTC, once its fields have survived that. */
function localOf(date: string, time: string): Result<number, MomentProblem> {
  const day = DateTime.fromISO(date, UTC);
  if (day.toISODate() !== date) return fail({ kind: "impossible-date", typed: date });
  const local = DateTime.fromISO(`${date}T${time}`, UTC);
  if (local.toISOTime(SHORT) !== time && local.toISOTime(LONG) !== time) {
    return fail({ kind: "impossible-time", typed: time });
  }
  return ok(local.toMillis());
}

/** The problem of a time that a zone's clocks jumped over. */
export function gapProblem(local: number, zone: string, typed: string): MomentProblem {
  const [earlier, later] = neighboursOfGap(local, zone);
  const jump = changeBetween(earlier, later, zone);
  return { kind: "dst-gap", typed, zone, earlier, later, jump };
}
