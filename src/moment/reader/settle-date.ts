import { dayOf, dayOfWeek, isoWeekOf, weekdayOf, yearOf } from "../calendar.ts";
import type { Day } from "../calendar.ts";
import type { DateValue, Hit, HitOf } from "./hit.ts";

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

type Doubt = "ambiguous-date" | "missing-year" | "incomplete-date" | "impossible-date";

/** What a text says about the day. */
export type SettledDate =
  | { readonly is: "none" }
  | { readonly is: "one"; readonly day: Day; readonly night: boolean }
  | {
      readonly is: "doubt";
      readonly kind: Doubt;
      readonly hit: HitOf<"date">;
      readonly days: readonly Day[];
    }
  | { readonly is: "multiple"; readonly days: readonly Day[] }
  | {
      readonly is: "weekday-mismatch";
      readonly hit: HitOf<"date">;
      readonly day: Day;
      readonly days: readonly Day[];
    }
  /** A night whose hour is not known yet. */
  | { readonly is: "night" };

type Option = {
  readonly hit: HitOf<"date">;
  readonly days: readonly Day[];
  readonly kind?: Doubt;
  readonly open?: true;
};

const WITHOUT_YEAR_DAYS = 183;

/** Settles all dates of a text together: several ways to say one day are one day. */
export function settleDate(hits: readonly Hit[], rules: DateRules): SettledDate {
  const dates = hits.filter((hit) => hit.kind === "date");
  const weekdays = dates.filter((hit) => hit.value.is === "weekday");
  const firm = dates.filter((hit) =>
    /^(?:day|numeric|relative|week|night|night-to)$/.test(hit.value.is),
  );
  if (firm.length === 0) return withoutDate(dates, weekdays, rules);

  const several = firm.length > 1;
  const options = firm.map((hit) => loosened(optionOf(hit, weekdays, rules), several));
  const impossible = options.find(({ kind }) => kind === "impossible-date");
  if (impossible !== undefined)
    return { is: "doubt", kind: "impossible-date", hit: impossible.hit, days: [] };
  if (options.some(({ open }) => open === true)) return { is: "night" };
  return together(options, weekdays, rules);
}

function together(
  options: readonly Option[],
  weekdays: readonly HitOf<"date">[],
  rules: DateRules,
): SettledDate {
  const known = options.filter(({ days, kind }) => days.length > 0 || kind === undefined);
  const shared = known.map(({ days }) => days).reduce(intersect, known[0]?.days ?? []);
  if (known.length > 1 && shared.length === 0)
    return { is: "multiple", days: distinct(known.flatMap(({ days }) => days)) };
  const [day] = shared;
  const doubtful = options.find(({ kind }) => kind !== undefined);
  const certain = options.some(({ kind, days }) => kind === undefined && days.length === 1);
  if (doubtful?.kind !== undefined && (!certain || shared.length !== 1)) {
    return { is: "doubt", kind: doubtful.kind, hit: doubtful.hit, days: shared };
  }
  if (day === undefined || shared.length > 1) return { is: "multiple", days: shared };
  const night = options.some(({ hit }) => hit.value.is === "night" || hit.value.is === "night-to");
  return checkWeekday(day, night, { options, weekdays, rules });
}

type Said = {
  readonly options: readonly Option[];
  readonly weekdays: readonly HitOf<"date">[];
  readonly rules: DateRules;
};

function checkWeekday(day: Day, night: boolean, { options, weekdays, rules }: Said): SettledDate {
  const marked = options
    .map(({ hit }) => hit)
    .find((hit) => hit.weekday !== undefined && hit.weekday !== weekdayOf(day));
  const named = weekdays.find(
    ({ value }) => value.is === "weekday" && value.weekday !== weekdayOf(day),
  );
  const hit = marked ?? named;
  if (hit === undefined || (night && named !== undefined))
    return nightBound(day, night, { options, weekdays, rules });
  const wanted = hit.weekday ?? (hit.value.is === "weekday" ? hit.value.weekday : 0);
  return { is: "weekday-mismatch", hit, day, days: [day, nearest(day, wanted)] };
}

/** "Yesterday night at 2": the night lies on two dates. */
function nightBound(day: Day, night: boolean, { options, weekdays, rules }: Said): SettledDate {
  const bound = [...options.map(({ hit }) => hit), ...weekdays].find(
    ({ part }) => part === "night",
  );
  if (bound === undefined || rules.at === undefined || rules.at >= 720)
    return { is: "one", day, night };
  return { is: "doubt", kind: "ambiguous-date", hit: bound, days: [day, day + 1] };
}

const nearest = (day: Day, weekday: number): Day => {
  const ahead = (weekday - weekdayOf(day) + 7) % 7;
  return ahead <= 3 ? day + ahead : day + ahead - 7;
};

function withoutDate(
  dates: readonly HitOf<"date">[],
  weekdays: readonly HitOf<"date">[],
  rules: DateRules,
): SettledDate {
  const [weekday] = weekdays;
  if (weekday !== undefined) {
    const options = weekdays.map((hit) => optionOf(hit, [], rules));
    return together(options, [], rules);
  }
  const part = dates.find(({ value }) => value.is === "part");
  if (part !== undefined) return { is: "doubt", kind: "incomplete-date", hit: part, days: [] };
  const loose = dates.find(({ value }) => value.is === "loose");
  if (loose?.value.is !== "loose") return { is: "none" };
  const days = loose.value.days === undefined ? [] : [rules.today - loose.value.days];
  return { is: "doubt", kind: "ambiguous-date", hit: loose, days };
}

function optionOf(
  hit: HitOf<"date">,
  weekdays: readonly HitOf<"date">[],
  rules: DateRules,
): Option {
  return { hit, ...daysOf(hit.value, weekdays, rules) };
}

type Days = Omit<Option, "hit">;

const certain = (day: Day | undefined): Days =>
  day === undefined ? { days: [], kind: "impossible-date" } : { days: [day] };

function daysOf(value: DateValue, weekdays: readonly HitOf<"date">[], rules: DateRules): Days {
  switch (value.is) {
    case "day":
      return value.year === undefined
        ? withoutYear(value, rules)
        : certain(dayOf(value.year, value.month, value.day));
    case "numeric":
      return numericDays(value, rules);
    case "relative":
      return value.pastNight === true
        ? pastNight(value.days, rules)
        : { days: [rules.today + value.days] };
    case "weekday":
      return weekdayDays(value, rules);
    case "week":
      return weekDays(value, weekdays, rules);
    case "night":
      return nightDays(value, rules);
    case "night-to":
      return nightTo(value, rules);
    default:
      return { days: [] };
  }
}

/** "17 days ago" beside a date counts whole days that have passed: the calendar may say one more. */
function loosened(option: Option, several: boolean): Option {
  const { value } = option.hit;
  if (!several || value.is !== "relative" || value.counted !== true) return option;
  return { ...option, days: option.days.flatMap((day) => [day, day - 1]) };
}

/** The last such date, if it is not too far back to be sure of the year. */
function withoutYear(
  { month, day }: { readonly month: number; readonly day: number },
  { today }: DateRules,
): Days {
  const years = Array.from({ length: 9 }, (_none, back) => yearOf(today) - back);
  const all = years.map((year) => dayOf(year, month, day)).filter((one) => one !== undefined);
  const last = all.find((one) => one <= today);
  if (last === undefined) return { days: [], kind: "impossible-date" };
  if (today - last <= WITHOUT_YEAR_DAYS) return { days: [last] };
  const others = all.filter((one) => one > today);
  return { days: [...others, last], kind: "missing-year" };
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

function weekDays(value: Week, weekdays: readonly HitOf<"date">[], { today }: DateRules): Days {
  const named = weekdays.find((hit) => hit.value.is === "weekday")?.value;
  const weekday = value.weekday ?? (named?.is === "weekday" ? named.weekday : undefined);
  if (
    value.week < 1 ||
    value.week > 53 ||
    (weekday !== undefined && (weekday < 1 || weekday > 7))
  ) {
    return { days: [], kind: "impossible-date" };
  }
  if (weekday === undefined) return { days: [], kind: "incomplete-date" };
  if (value.year !== undefined) return certain(dayOfWeek(value.year, value.week, weekday));
  const { year } = isoWeekOf(today);
  const all = [year, year - 1, year - 2, year - 3, year - 4, year - 5, year - 6]
    .map((one) => dayOfWeek(one, value.week, weekday))
    .filter((one) => one !== undefined);
  const last = all.find((one) => one <= today);
  if (last === undefined) return { days: [], kind: "impossible-date" };
  if (today - last <= WITHOUT_YEAR_DAYS) return { days: [last] };
  return { days: [...all.filter((one) => one > today), last], kind: "missing-year" };
}

function nightDays({ from, to }: DateValue & { readonly is: "night" }, rules: DateRules): Days {
  const [first, second] = [daysOf(from, [], rules), daysOf(to, [], rules)];
  const doubt = [first, second].find(({ kind }) => kind !== undefined);
  if (doubt !== undefined) return { days: second.days, kind: doubt.kind ?? "ambiguous-date" };
  const [one, other] = [first.days[0], second.days[0]];
  if (one === undefined || other === undefined || other - one !== 1)
    return { days: distinct([...first.days, ...second.days]), kind: "ambiguous-date" };
  if (rules.at === undefined) return { days: [], open: true };
  return { days: [rules.at < 720 ? other : one] };
}

function nightTo({ to }: DateValue & { readonly is: "night-to" }, rules: DateRules): Days {
  const second = daysOf(to, [], rules);
  const [day] = second.days;
  if (second.kind !== undefined || day === undefined) return second;
  if (rules.at === undefined) return { days: [], open: true };
  return { days: [rules.at < 720 ? day : day - 1] };
}

const intersect = (some: readonly Day[], others: readonly Day[]): readonly Day[] =>
  some.filter((day) => others.includes(day));

const distinct = (days: readonly Day[]): readonly Day[] => [...new Set(days)];
