import { DateTime } from "luxon";

import { toRfc3339 } from "../kernel/clock.ts";
import type { Instant } from "../kernel/clock.ts";
import type { Locale } from "../kernel/locale.ts";
import { offsetMsAt } from "./zones/offset-at.ts";

/** What a zone's clocks show at an instant, in parts a person reads. */
export type Shown = {
  /** `tisdag` */
  readonly weekday: string;
  /** `3 november 2026`: month in words. */
  readonly longDate: string;
  /** 24-hour clock; seconds only where there are any. */
  readonly time: string;
  /** `2026-11-03` */
  readonly date: string;
};

/** Reads the clock of a zone at an instant. */
export function showInstant(instant: Instant, zone: string, locale: Locale): Shown {
  const shown = DateTime.fromMillis(instant + offsetMsAt(zone, instant), { zone: "utc", locale });
  const seconds = shown.second !== 0;
  return {
    weekday: shown.toFormat("cccc"),
    longDate: longDateOf(shown, locale),
    time: shown.toFormat(seconds ? "HH:mm:ss" : "HH:mm"),
    date: shown.toFormat("yyyy-MM-dd"),
  };
}

/** `Tuesday 3 November 2026` for a calendar day `yyyy-MM-dd`. */
export function showDay(date: string, locale: Locale): string {
  const day = DateTime.fromISO(date, { zone: "utc", locale });
  return `${day.toFormat("cccc")} ${longDateOf(day, locale)}`;
}

/** `13:30` in UTC, with the day before it where that differs from the day shown. */
export function utcClock(instant: Instant, shownDate: string): string {
  const text = toRfc3339(instant);
  const seconds = text.slice(16, 19);
  const clock = `${text.slice(11, 16)}${seconds === ":00" ? "" : seconds} UTC`;
  return text.startsWith(shownDate) ? clock : `${text.slice(0, 10)} ${clock}`;
}

function longDateOf(day: DateTime, locale: Locale): string {
  const first = locale === "fr" && day.day === 1 ? "1er" : String(day.day);
  return `${first} ${day.toFormat("LLLL yyyy")}`;
}
