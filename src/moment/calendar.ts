import { DAY_MS } from "../kernel/clock.ts";

/** A calendar day as days since 1970-01-01. */
export type Day = number;

/** The day of a date; undefined where the calendar has no such date. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  const at = new Date(Date.UTC(year, month - 1, date));
  at.setUTCFullYear(year, month - 1, date);
  const same = at.getUTCMonth() === month - 1 && at.getUTCDate() === date;
  return same ? Math.floor(at.getTime() / DAY_MS) : undefined;
}

/** `2026-11-03` */
export const isoDay = (day: Day): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** 1 Monday to 7 Sunday. */
export const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** The calendar year of a day. */
export const yearOf = (day: Day): number => new Date(day * DAY_MS).getUTCFullYear();

/** The day with that number in the month so many months before a day's own. */
export function dayInMonthBefore(day: Day, back: number, date: number): Day | undefined {
  const at = new Date(day * DAY_MS);
  const months = at.getUTCFullYear() * 12 + at.getUTCMonth() - back;
  return dayOf(Math.floor(months / 12), (months % 12) + 1, date);
}

/** The day of an ISO week; undefined where the year has no such week. */
export function dayOfWeek(year: number, week: number, weekday: number): Day | undefined {
  const fourth = dayOf(year, 1, 4) ?? 0;
  const monday = fourth - weekdayOf(fourth) + 1 + (week - 1) * 7;
  return week >= 1 && isoWeekOf(monday).week === week ? monday + weekday - 1 : undefined;
}

/** The ISO week a day lies in, and the year that week belongs to. */
export function isoWeekOf(day: Day): { readonly year: number; readonly week: number } {
  const thursday = day - weekdayOf(day) + 4;
  const year = yearOf(thursday);
  const first = dayOf(year, 1, 1) ?? 0;
  return { year, week: Math.floor((thursday - first) / 7) + 1 };
}
