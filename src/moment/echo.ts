import { DAY_MS, HOUR_MS, MINUTE_MS, toRfc3339 } from "../kernel/clock.ts";
import type { Instant } from "../kernel/clock.ts";
import type { Locale } from "../kernel/locale.ts";
import type { Moment } from "./moment.ts";
import { showInstant } from "./show-instant.ts";
import type { Span } from "./texts.ts";
import { textsOf } from "./texts-of.ts";
import { offsetAt } from "./zones/season.ts";

/** A moment said back in full, so that a person can see what was understood. */
export type Echo = {
  /** `tisdag` */
  readonly weekday: string;
  /** `3 november 2026` */
  readonly longDate: string;
  /** `14:30`; seconds only where there are any. */
  readonly time: string;
  /** `Europe/Stockholm`, or the offset where only that was stated. */
  readonly zone: string;
  /** `UTC+01:00`, in every language. */
  readonly offset: string;
  /** `2026-11-03T13:30:00Z` */
  readonly utc: string;
  /** `26 hours ago`, `17 days ago` */
  readonly age: string;
  /** All of it in one line. Read back by `readMoment` it gives the same instant. */
  readonly line: string;
};

/** Says a moment back in a person's language. */
export function echoOf(
  moment: Moment,
  { locale, now }: { readonly locale: Locale; readonly now: Instant },
): Echo {
  const { weekday, longDate, time } = showInstant(moment.instant, moment.zone, locale);
  const offset = `UTC${offsetAt(moment.zone, moment.instant)}`;
  const zone = /^[+-]/.test(moment.zone) ? offset : moment.zone;
  const utc = toRfc3339(moment.instant);
  const age = ageOf(moment.instant, { locale, now });
  const where = zone === offset ? zone : `${zone}, ${offset}`;
  const line = `${weekday} ${longDate} ${time}, ${where} (${utc}, ${age})`;
  return { weekday, longDate, time, zone, offset, utc, age, line };
}

/** How long ago: minutes up to two hours, hours up to two days, then whole days. */
export function ageOf(
  instant: Instant,
  { locale, now }: { readonly locale: Locale; readonly now: Instant },
): string {
  const texts = textsOf(locale);
  const ms = now - instant;
  if (ms >= 0 && ms < MINUTE_MS) return texts.justNow;
  return ms < 0 ? texts.ahead(spanOf(-ms)) : texts.ago(spanOf(ms));
}

function spanOf(ms: number): Span {
  if (ms < 2 * HOUR_MS) return { count: Math.max(1, Math.floor(ms / MINUTE_MS)), unit: "minute" };
  if (ms < 2 * DAY_MS) return { count: Math.floor(ms / HOUR_MS), unit: "hour" };
  return { count: Math.floor(ms / DAY_MS), unit: "day" };
}
