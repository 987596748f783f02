import { weekdayOf } from "../calendar.ts";
import type { Day } from "../calendar.ts";
import { daysOf, distinct } from "./days-of.ts";
import type { DateRules, Doubt, Option } from "./days-of.ts";
import type { DateValue, Hit, HitOf } from "./hit.ts";

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

/** Settles all dates of a text together: several ways to say one day are one day. */
export function settleDate(hits: readonly Hit[], rules: DateRules): SettledDate {
  const dates = hits.filter((hit) => hit.kind === "date");
  const weekdays = dates.filter((hit) => hit.value.is === "weekday");
  const firm = dates.filter((hit) =>
    /^(?:day|numeric|relative|week|weekday-day|night|night-to)$/.test(hit.value.is),
  );
  if (firm.length === 0) return withoutDate(dates, weekdays, rules);

  const loose = dates.find(({ value }) => value.is === "loose");
  if (loose !== undefined && !firm.some(({ value }) => hasYear(value)))
    return loosely(loose, rules);
  const part = dates.find(({ value }) => value.is === "part");
  if (part !== undefined && firm.some(({ value }) => value.is === "weekday-day"))
    return { is: "doubt", kind: "incomplete-date", hit: part, days: [] };
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
  const loose = dates.find(({ value }) => value.is === "loose");
  if (loose !== undefined) return loosely(loose, rules);
  const feast = dates.find(({ value }) => value.is === "feast");
  if (feast !== undefined) return { is: "doubt", kind: "incomplete-date", hit: feast, days: [] };
  const part = dates.find(({ value }) => value.is === "part");
  if (part !== undefined) return { is: "doubt", kind: "incomplete-date", hit: part, days: [] };
  const options = weekdays.map((hit) => optionOf(hit, [], rules));
  return options.length > 0 ? together(options, [], rules) : { is: "none" };
}

const hasYear = (value: DateValue): boolean => "year" in value && value.year !== undefined;

/** "Two weeks ago", "last year": more days than one, whatever stands beside it. */
function loosely(hit: HitOf<"date">, { today }: DateRules): SettledDate {
  const back = hit.value.is === "loose" ? hit.value.days : undefined;
  const days = back === undefined ? [] : [today - back];
  return { is: "doubt", kind: "ambiguous-date", hit, days };
}

function optionOf(
  hit: HitOf<"date">,
  weekdays: readonly HitOf<"date">[],
  rules: DateRules,
): Option {
  return { hit, ...daysOf(hit.value, weekdays, rules) };
}

/** "17 days ago" beside a date counts whole days that have passed: the calendar may say one more. */
function loosened(option: Option, several: boolean): Option {
  const { value } = option.hit;
  if (!several || value.is !== "relative" || value.counted !== true) return option;
  return { ...option, days: option.days.flatMap((day) => [day, day - 1]) };
}

const intersect = (some: readonly Day[], others: readonly Day[]): readonly Day[] =>
  some.filter((day) => others.includes(day));
