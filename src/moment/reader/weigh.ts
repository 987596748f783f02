import { DAY_MS, MINUTE_MS } from "../../kernel/clock.ts";
import { dayOf } from "../calendar.ts";
import type { Day } from "../calendar.ts";
import { knownZone } from "../zones/known-zone.ts";
import { offsetMsAt } from "../zones/offset-at.ts";
import type { Case } from "./case.ts";
import type { ZoneValue } from "./hit.ts";
import { settleDate } from "./settle-date.ts";
import type { DateRules } from "./days-of.ts";
import type { SettledDate } from "./settle-date.ts";
import { settleTime } from "./settle-time.ts";
import type { Clock, SettledTime } from "./settle-time.ts";
import { zoneClaims, zoneOfClaim } from "./zone-claims.ts";

/** The three parts of a wall clock, each settled as far as the words go. */
export type Weighed = {
  readonly date: SettledDate;
  readonly time: SettledTime;
  readonly claims: readonly ZoneValue[];
  /** The one day, after 24:00 has become the next one. */
  readonly day?: Day;
  /** The one time of day, never 24:00. */
  readonly clock?: Clock;
};

const DAY_MINUTES = 1_440;

/** Settles zone, time and day, in this order: the day is counted in the zone, the night by the hour. */
export function weigh(one: Case): Weighed {
  const { date: day, time: clock, zone } = one.context.chosen ?? {};
  const claims = zone === undefined ? zoneClaims(one.hits) : [chosenZone(zone)];
  const time = clock === undefined ? settleTime(one.hits, one.rules.english) : chosenTime(clock);
  const rules = dateRules(one, claims, time);
  const date = day === undefined ? settleDate(one.hits, rules) : chosenDate(day);
  return { date, time, claims, ...partsOf(date, time) };
}

function partsOf(date: SettledDate, time: SettledTime): Pick<Weighed, "day" | "clock"> {
  const clock = time.is === "one" ? time.clock : undefined;
  const ended = clock?.minutes === DAY_MINUTES;
  return {
    ...(date.is === "one" ? { day: date.day + (ended ? 1 : 0) } : {}),
    ...(clock === undefined ? {} : { clock: ended ? { ...clock, minutes: 0 } : clock }),
  };
}

function dateRules(
  { context, rules }: Case,
  claims: readonly ZoneValue[],
  time: SettledTime,
): DateRules {
  const profile = context.profileZone === undefined ? undefined : knownZone(context.profileZone);
  const zone = zoneOfClaim(claims[0]) ?? profile ?? "UTC";
  const local = context.now + offsetMsAt(zone, context.now);
  const today = Math.floor(local / DAY_MS);
  return {
    today,
    minutes: Math.floor((local - today * DAY_MS) / MINUTE_MS),
    order: rules.order,
    shortYears: rules.shortYears,
    at: time.is === "one" ? time.clock.minutes : undefined,
  };
}

function chosenZone(name: string): ZoneValue {
  const zone = knownZone(name);
  return zone === undefined ? { is: "unknown", typed: name } : { is: "zone", zone };
}

function chosenTime(text: string): SettledTime {
  const [hour = 0, minute = 0, second = 0] = text.split(":").map(Number);
  return { is: "one", clock: { minutes: hour * 60 + minute, second }, midnight: false };
}

function chosenDate(text: string): SettledDate {
  const [year = 0, month = 0, date = 0] = text.split("-").map(Number);
  const day = dayOf(year, month, date);
  return day === undefined ? { is: "none" } : { is: "one", day, night: false };
}
