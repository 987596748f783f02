import { DAY_MS, HOUR_MS } from "../kernel/clock.ts";
import type { RetentionRow } from "./retention-schedule.ts";

/** The spacing of a row in milliseconds. Months are thirty days: they must be told without a calendar. */
export const spacingMs = (spacing: NonNullable<RetentionRow["spacing"]>): number =>
  ({
    PT1H: HOUR_MS,
    P1D: DAY_MS,
    P7D: 7 * DAY_MS,
    P14D: 14 * DAY_MS,
    P28D: 28 * DAY_MS,
    P30D: 30 * DAY_MS,
  })[spacing];
