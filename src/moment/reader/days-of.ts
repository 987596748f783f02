import { unreachable } from "../../kernel/unreachable.ts";
import { dayInMonthBefore, dayOf, dayOfWeek, isoWeekOf, weekdayOf, yearOf } from "../calendar.ts";
import type { Day } from "../calendar.ts";
import type { DateValue, HitOf } from "./hit.ts";

/** What dates are counted from and read by. */
export type DateRules = {
  /** Today in the zone the person stated. */
  readonly today: Day;
  /** Minutes since midnight there. */
  readonly minutes: number;
  /** Day before month, or never certain, or month first where only that fits. */
  readonly order: "dmy" | "ask" | "none";
  readonly shortYears: boolean;
  /** The time of day, where it is settled: it decides on which side of a night. */
  readonly at: number | undefined;
};

/** Why a day is not certain. */
export type Doubt = "ambiguous-date" | "missing-year" | "incomplete-date" | "impossible-date";

/** The days one hit may mean. */
export type Option = {
  readonly hit: HitOf<"date">;
  readonly days: readonly Day[];
  readonly kind?: Doubt;
  readonly open?: true;
};

const WITHOUT_YEAR_DAYS = 183;
const MONTHS_BACK = 7;

type Days = Omit<Option, "hit">;

/** One day, or none where the calendar has no such date. */
const certain = (day: Day | undefined): Days =>
  day === undefined ? { days: [], kind: "impossible-date" } : { days: [day] };

/** The days a statement may mean: one, or several with the reason for the doubt. */
export function daysOf(
  value: DateValue,
  weekdays: readonly HitOf<"date">[],
  rules: DateRules,
): Days {
  if (isWithoutDay(value)) return { days: [] };
  switch (value.is) {
    case "day":
      return calendarDay(value, rules);
    case "numeric":
      return numericDays(value, rules);
    case "relative":
      return relativeDay(value, rules);
    case "weekday":
      return weekdayDays(value, rules);
    case "week":
      return weekDays(value, weekdays, rules);
    case "weekday-day":
      return weekdayOfMonth(value, rules);
    case "night":
      return nightDays(value, rules);
    case "night-to":
      return nightTo(value, rules);
    default:
      return unreachable(value);
  }
}

type WithoutDay = DateValue & { readonly is: "feast" | "part" | "loose" | "shift" | "elapsed" };

const isWithoutDay = (value: DateValue): value is WithoutDay =>
  /^(?:feast|part|loose|shift|elapsed)$/.test(value.is);

function relativeDay(value: DateValue & { readonly is: "relative" }, rules: DateRules): Days {
  return value.pastNight === true
    ? pastNight(value.days, rules)
    : { days: [rules.today + value.days] };
}

function calendarDay(value: DateValue & { readonly is: "day" }, rules: DateRules): Days {
  const { year, month, day } = value;
  return year === undefined ? withoutYear(value, rules) : certain(dayOf(year, month, day));
}

/** The last such date, if it is not too far back to be sure of the year. */
function withoutYear(
  { month, day }: { readonly month: number; readonly day: number },
  rules: DateRules,
): Days {
  const year = yearOf(rules.today);
  return lastOf((back) => dayOf(year - back, month, day), rules);
}

type Numeric = DateValue & { readonly is: "numeric" };

function numericDays(value: Numeric, rules: DateRules): Days {
  const { first, second } = value;
  const dayFirst = { day: first, month: second };
  const monthFirst = { day: second, month: first };
  const readings = [dayFirst, monthFirst].filter(({ month }) => month >= 1 && month <= 12);
  if (readings.length === 0) return { days: [], kind: "impossible-date" };
  const read = (one: typeof dayFirst): Days => onDay(one, value, rules);
  if (value.shortYear !== undefined && !rules.shortYears) return unsure(readings.map(read));
  if (first === second) return read(dayFirst);
  if (rules.order === "dmy") return second <= 12 ? read(dayFirst) : unsure([read(monthFirst)]);
  const [only] = readings;
  const single = readings.length === 1 && only !== undefined;
  const sure = rules.order === "ask" || only === dayFirst;
  return single && sure ? read(only) : unsure(readings.map(read));
}

function unsure(readings: readonly Days[]): Days {
  const days = distinct(readings.flatMap((reading) => reading.days));
  const gone = days.length === 0 && readings.every(({ kind }) => kind === "impossible-date");
  return { days, kind: gone ? "impossible-date" : "ambiguous-date" };
}

function onDay(
  date: { readonly month: number; readonly day: number },
  value: Numeric,
  rules: DateRules,
): Days {
  if (value.shortYear === undefined) {
    return value.year === undefined
      ? withoutYear(date, rules)
      : certain(dayOf(value.year, date.month, date.day));
  }
  const year = 2000 + value.shortYear;
  const day = certain(dayOf(year, date.month, date.day));
  const near = Math.abs(year - yearOf(rules.today)) <= 1;
  return near || day.kind !== undefined ? day : { days: day.days, kind: "ambiguous-date" };
}

/** The hours before noon are today's, the others yesterday's; "this night" may not be over yet. */
function pastNight(days: number, { today, at, minutes }: DateRules): Days {
  if (at === undefined) return { days: [], open: true };
  if (at < 720) return { days: [today] };
  const both = days === 0 && at <= minutes;
  return both ? { days: [today - 1, today], kind: "ambiguous-date" } : { days: [today - 1] };
}

function weekdayDays(
  { weekday, mode }: DateValue & { readonly is: "weekday" },
  { today }: DateRules,
): Days {
  const back = (weekdayOf(today) - weekday + 7) % 7;
  const last = today - (back === 0 ? 7 : back);
  const thisWeek = today - weekdayOf(today) + weekday;
  const readings: Readonly<Record<typeof mode, readonly Day[]>> = {
    past: [last],
    either: [last, thisWeek - 7],
    "last-week": [thisWeek - 7],
    "this-week": [thisWeek],
    this: [last, thisWeek],
    next: [last + (back === 0 ? 14 : 7)],
    vague: [last, last - 7],
  };
  const days = distinct(readings[mode]);
  return days.length > 1 ? { days, kind: "ambiguous-date" } : { days };
}

type Week = DateValue & { readonly is: "week" };

function weekDays(value: Week, weekdays: readonly HitOf<"date">[], rules: DateRules): Days {
  const named = weekdays.find((hit) => hit.value.is === "weekday")?.value;
  const weekday = value.weekday ?? (named?.is === "weekday" ? named.weekday : undefined);
  if (value.week < 1 || value.week > 53) return { days: [], kind: "impossible-date" };
  if (weekday === undefined) return { days: [], kind: "incomplete-date" };
  if (weekday < 1 || weekday > 7) return { days: [], kind: "impossible-date" };
  if (value.year !== undefined) return certain(dayOfWeek(value.year, value.week, weekday));
  const { year } = isoWeekOf(rules.today);
  return lastOf((back) => dayOfWeek(year - back, value.week, weekday), rules);
}

/** Of the days that a date without a year may be, the last one, if it is near enough to be sure. */
function lastOf(dayIn: (yearsBack: number) => Day | undefined, { today }: DateRules): Days {
  const all = [0, 1, 2, 3, 4, 5, 6, 7, 8].map(dayIn).filter((one) => one !== undefined);
  const last = all.find((one) => one <= today);
  if (last === undefined) return { days: [], kind: "impossible-date" };
  if (today - last <= WITHOUT_YEAR_DAYS) return { days: [last] };
  return { days: [...all.filter((one) => one > today), last], kind: "missing-year" };
}

/** The last day of that number, if it is that weekday; else it may be an earlier one, or an error. */
function weekdayOfMonth(
  { weekday, day }: DateValue & { readonly is: "weekday-day" },
  { today }: DateRules,
): Days {
  const all = Array.from({ length: MONTHS_BACK }, (_none, back) =>
    dayInMonthBefore(today, back, day),
  ).filter((one): one is Day => one !== undefined && one <= today);
  const [last] = all;
  if (last === undefined) return { days: [], kind: "impossible-date" };
  if (weekdayOf(last) === weekday) return { days: [last] };
  const fitting = all.find((one) => weekdayOf(one) === weekday) ?? last;
  return { days: distinct([last, fitting]), kind: "ambiguous-date" };
}

function nightDays({ from, to }: DateValue & { readonly is: "night" }, rules: DateRules): Days {
  const [first, second] = [daysOf(from, [], rules), daysOf(to, [], rules)];
  const doubt = [first, second].find(({ kind }) => kind !== undefined);
  if (doubt !== undefined) return { days: second.days, kind: doubt.kind ?? "ambiguous-date" };
  const [one, other] = [first.days[0], second.days[0]];
  const named = isNamed(from, one) && isNamed(to, other);
  if (one === undefined || other === undefined || other - one !== 1 || !named)
    return { days: distinct([...first.days, ...second.days]), kind: "ambiguous-date" };
  if (rules.at === undefined) return { days: [], open: true };
  return { days: [rules.at < 720 ? other : one] };
}

/** Whether the weekday beside a date is that of the day. */
const isNamed = (value: DateValue, day: Day | undefined): boolean =>
  value.is !== "day" ||
  value.weekday === undefined ||
  day === undefined ||
  weekdayOf(day) === value.weekday;

function nightTo({ to }: DateValue & { readonly is: "night-to" }, rules: DateRules): Days {
  const second = daysOf(to, [], rules);
  const [day] = second.days;
  if (second.kind !== undefined || day === undefined) return second;
  if (!isNamed(to, day)) return { days: second.days, kind: "ambiguous-date" };
  if (rules.at === undefined) return { days: [], open: true };
  return { days: [rules.at < 720 ? day : day - 1] };
}

/** Each day once. */
export const distinct = (days: readonly Day[]): readonly Day[] => [...new Set(days)];
