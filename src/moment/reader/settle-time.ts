import type { Part } from "../lexicon.ts";
import type { Hit, HitOf, TimeValue } from "./hit.ts";

/** A time of day in minutes and seconds; 24:00 is 1440 minutes. */
export type Clock = { readonly minutes: number; readonly second: number };

/** What a text says about the time of day. */
export type SettledTime =
  | { readonly is: "none" }
  | { readonly is: "one"; readonly clock: Clock; readonly midnight: boolean }
  | { readonly is: "impossible" | "approximate"; readonly hit: HitOf<"time"> }
  | { readonly is: "ambiguous"; readonly hit: HitOf<"time">; readonly clocks: readonly Clock[] }
  | { readonly is: "multiple"; readonly clocks: readonly Clock[] };

type Option = {
  readonly hit: HitOf<"time">;
  readonly clocks: readonly Clock[];
  readonly certain: boolean;
};

/** Settles all times of a text together: several ways to say one time are one time. */
export function settleTime(hits: readonly Hit[], english: boolean): SettledTime {
  const times = hits.filter((hit) => hit.kind === "time");
  const [first] = times;
  if (first === undefined) return { is: "none" };
  const impossible = times.find(({ value }) => isImpossible(value));
  if (impossible !== undefined) return { is: "impossible", hit: impossible };

  const options = times.map((hit) => optionOf(hit, hits, english));
  const shared = options.map(({ clocks }) => clocks).reduce(intersect);
  if (shared.length === 0)
    return { is: "multiple", clocks: distinct(options.flatMap(({ clocks }) => clocks)) };
  const about = times.find((hit) => hit.approximate === true);
  if (about !== undefined) return { is: "approximate", hit: about };
  return settled(shared, options, first);
}

function settled(
  shared: readonly Clock[],
  options: readonly Option[],
  first: HitOf<"time">,
): SettledTime {
  const [clock] = shared;
  const certain = options.some((option) => option.certain);
  if (shared.length > 1 || clock === undefined || !certain) {
    return {
      is: "ambiguous",
      hit: options.find((option) => !option.certain)?.hit ?? first,
      clocks: shared,
    };
  }
  const midnight = options.every(({ hit }) => hit.value.form === "midnight");
  return { is: "one", clock, midnight };
}

/** What one time alone may be, with the part of the day that was said beside it. */
function optionOf(hit: HitOf<"time">, hits: readonly Hit[], english: boolean): Option {
  const { value } = hit;
  const clocks = possible(value, partFor(hit, hits), english).map((hour) => ({
    minutes: hour * 60 + value.minute,
    second: value.second,
  }));
  return { hit, clocks, certain: clocks.length === 1 && value.form !== "short" };
}

function isImpossible({ hour, minute, second, meridiem }: TimeValue): boolean {
  const late = hour > 24 || (hour === 24 && (minute > 0 || second > 0 || meridiem !== undefined));
  return late || minute > 59 || second > 59;
}

/** The part right behind the time; else the only one there is. */
function partFor(hit: HitOf<"time">, hits: readonly Hit[]): Part | "several" | undefined {
  const behind = hits.find((other) => other.kind === "part" && other.start === hit.end);
  if (behind?.kind === "part") return behind.value;
  const all = new Set(hits.map(partOf).filter((part) => part !== undefined));
  return all.size > 1 ? "several" : [...all][0];
}

function partOf(hit: Hit): Part | undefined {
  if (hit.kind === "part") return hit.value;
  if (hit.kind !== "date") return undefined;
  return (
    hit.part ?? (hit.value.is === "relative" && hit.value.pastNight === true ? "night" : undefined)
  );
}

/** The hours a time may mean. */
function possible(
  value: TimeValue,
  part: Part | "several" | undefined,
  english: boolean,
): readonly number[] {
  const { hour, form, meridiem } = value;
  if (form === "midnight") return [0];
  const both = hour % 12 === hour || hour === 12 ? [hour % 12, (hour % 12) + 12] : [hour];
  if (form === "short") return both;
  if (meridiem !== undefined)
    return fittingHour(withMeridiem(hour, meridiem), part) ?? [hour % 12, (hour % 12) + 12];
  if (part === "several") return isCertain(value, english) ? [hour] : both;
  if (part !== undefined) return withPart(value, part) ?? [...new Set([...both, hour])];
  return isCertain(value, english) ? [hour] : both;
}

function isCertain({ hour, form, padded }: TimeValue, english: boolean): boolean {
  if (form === "clock") return true;
  if (form === "plain") return !english || padded === true || hour === 0 || hour > 9;
  return hour === 0 ? form !== "word" : hour > 12;
}

function withMeridiem(hour: number, meridiem: "am" | "pm"): readonly number[] | undefined {
  if (hour > 12) return meridiem === "pm" ? [hour] : undefined;
  if (hour === 0) return meridiem === "am" ? [0] : undefined;
  return [(hour % 12) + (meridiem === "pm" ? 12 : 0)];
}

/** "Tonight at 2 am" is the night after: an hour that does not fit the part of the day is asked about. */
function fittingHour(
  hours: readonly number[] | undefined,
  part: Part | "several" | undefined,
): readonly number[] | undefined {
  const [hour] = hours ?? [];
  if (hour === undefined || part === undefined || part === "several") return hours;
  return within(hour, FITTING[part]) ? hours : undefined;
}

type Range = readonly [from: number, to: number];

/** Hours of a 12-hour clock that a part of the day leaves certain, and what is added to them. */
const HALVES: Readonly<Record<Part, readonly (readonly [...Range, add: number])[]>> = {
  morning: [[1, 11, 0]],
  forenoon: [[6, 11, 0]],
  noon: [
    [11, 11, 0],
    [1, 2, 12],
  ],
  afternoon: [[1, 6, 12]],
  evening: [[5, 11, 12]],
  night: [[1, 5, 0]],
};

/** Hours of a 24-hour clock that fit a part of the day. */
const FITTING: Readonly<Record<Part, readonly Range[]>> = {
  morning: [[0, 11]],
  forenoon: [[6, 12]],
  noon: [[11, 14]],
  afternoon: [[12, 18]],
  evening: [[17, 23]],
  night: [
    [0, 6],
    [21, 24],
  ],
};

const within = (hour: number, ranges: readonly Range[]): boolean =>
  ranges.some(([from, to]) => hour >= from && hour <= to);

function withPart(value: TimeValue, part: Part): readonly number[] | undefined {
  const { hour, form } = value;
  if (hour === 12 || (hour === 0 && form === "word")) return aroundTwelve(hour, form, part);
  if (hour > 12 || hour === 0) return within(hour, FITTING[part]) ? [hour] : undefined;
  return inHalf(value, part);
}

function inHalf({ hour, form, padded }: TimeValue, part: Part): readonly number[] | undefined {
  const [, , add] = HALVES[part].find(([from, to]) => hour >= from && hour <= to) ?? [];
  if (add === 0) return [hour];
  if (padded === true) return undefined;
  if (add !== undefined) return [hour + add];
  return part === "night" && hour >= 9 && form !== "clock" ? [hour + 12] : undefined;
}

function aroundTwelve(
  hour: number,
  form: TimeValue["form"],
  part: Part,
): readonly number[] | undefined {
  if (part === "noon" || part === "afternoon") return [12];
  return part === "night" && hour === 0 && form === "word" ? [0] : undefined;
}

const same = (one: Clock, other: Clock): boolean =>
  one.minutes === other.minutes && one.second === other.second;

const intersect = (some: readonly Clock[], others: readonly Clock[]): readonly Clock[] =>
  some.filter((one) => others.some((other) => same(one, other)));

const distinct = (clocks: readonly Clock[]): readonly Clock[] =>
  clocks.filter((clock, index) => clocks.findIndex((other) => same(clock, other)) === index);
