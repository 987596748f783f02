import { DateTime } from "luxon";
import { answerDueAt } from "./business-hours.ts";
import type { BusinessHours } from "./business-hours.ts";
import type { Instant } from "../kernel/clock.ts";

/** A week at the desk, named by its Monday, `yyyy-MM-dd`, and when its first working day begins. */
export type Week = { readonly monday: string; readonly begins: Instant };

const A_YEAR = 53;

/**
 * The next week whose first working day has not begun yet. That day is Monday, or the first day after
 * it on which the desk is open; a week of holidays only is passed over.
 *
 * @throws Error where the desk is never open
 */
export function nextWeek(hours: BusinessHours, now: Instant): Week {
  const thisMonday = DateTime.fromMillis(now, { zone: hours.zone }).startOf("week");
  for (let weeks = 0; weeks <= A_YEAR; weeks += 1) {
    const monday = thisMonday.plus({ weeks });
    const begins = answerDueAt(hours, monday.toMillis() as Instant, 1) - 1;
    const within = begins < monday.plus({ weeks: 1 }).toMillis();
    if (begins > now && within) {
      return { monday: monday.toFormat("yyyy-MM-dd"), begins: begins as Instant };
    }
  }
  throw new Error("Cannot find the next week at the desk: expected opening hours within a year");
}
