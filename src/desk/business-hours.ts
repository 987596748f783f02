import { DateTime } from "luxon";
import { MINUTE_MS } from "../kernel/clock.ts";
import type { Instant } from "../kernel/clock.ts";

/** When staff are at the desk. */
export type BusinessHours = {
  /** IANA zone of the desk. */
  readonly zone: string;
  /** ISO weekdays, 1 is Monday. */
  readonly weekdays: readonly number[];
  /** `HH:mm`, start before end. */
  readonly from: string;
  readonly to: string;
  /** Calendar days off, `yyyy-MM-dd`. */
  readonly holidays: readonly string[];
};

type Span = { readonly start: DateTime; readonly end: DateTime };

const A_YEAR = 366;

/**
 * The instant at which so much time at the desk has passed since `from`: nights, weekends and holidays do not count.
 *
 * @throws Error where the desk is never open
 */
export function answerDueAt(hours: BusinessHours, from: Instant, responseMs: number): Instant {
  const start = DateTime.fromMillis(from, { zone: hours.zone });
  let left = responseMs;
  for (let day = 0; day <= A_YEAR; day += 1) {
    const span = spanOf(hours, start.startOf("day").plus({ days: day }));
    const begins = span === undefined ? 0 : Math.max(span.start.toMillis(), from);
    const open = span === undefined ? 0 : span.end.toMillis() - begins;
    if (open > 0 && left <= open) return (begins + left) as Instant;
    left -= Math.max(0, open);
  }
  throw new Error(`Cannot promise an answer: expected opening hours within a year`);
}

/** The open hours of a day, if there are any. */
function spanOf(hours: BusinessHours, day: DateTime): Span | undefined {
  if (!hours.weekdays.includes(day.weekday)) return undefined;
  if (hours.holidays.includes(day.toISODate() ?? "")) return undefined;
  return { start: at(day, hours.from), end: at(day, hours.to) };
}

function at(day: DateTime, clock: string): DateTime {
  const [hour = "0", minute = "0"] = clock.split(":");
  return day.set({ hour: Number(hour), minute: Number(minute) });
}

/** The usual promise: four hours at the desk. */
export const RESPONSE_MS = 240 * MINUTE_MS;
