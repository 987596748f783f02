import type { Part, WeekdayMode } from "../lexicon.ts";
import type { Season } from "../zones/season.ts";

/** What a part of the text says about the day. */
export type DateValue =
  | {
      readonly is: "day";
      readonly year?: number;
      readonly month: number;
      readonly day: number;
      /** Named beside it, in a night between two dates. */
      readonly weekday?: number;
    }
  /** Numbers whose order depends on the language: `03/04/2026`. */
  | {
      readonly is: "numeric";
      readonly first: number;
      readonly second: number;
      readonly year?: number;
      readonly shortYear?: number;
    }
  | {
      readonly is: "relative";
      readonly days: number;
      readonly pastNight?: true;
      readonly counted?: true;
    }
  | { readonly is: "weekday"; readonly weekday: number; readonly mode: WeekdayMode }
  | {
      readonly is: "week";
      readonly week: number;
      readonly year?: number;
      readonly weekday?: number;
    }
  /** The night from one day to the next; the hour decides which. */
  | { readonly is: "night"; readonly from: DateValue; readonly to: DateValue }
  /** The night that leads to a day. */
  | { readonly is: "night-to"; readonly to: DateValue }
  /** A weekday with a day of an unnamed month: `Wednesday the 18th`. */
  | { readonly is: "weekday-day"; readonly weekday: number; readonly day: number }
  /** A day known by its name. */
  | { readonly is: "feast" }
  /** A month, or a day of an unnamed month. */
  | { readonly is: "part"; readonly day?: number; readonly weekday?: number }
  /** Weeks, months or a count that is an idiom: no exact day. */
  | { readonly is: "loose"; readonly days?: number }
  /** A step away from the moment that is named: `an hour earlier`, `la veille`. */
  | { readonly is: "shift" }
  /** An elapsed time: `2 hours ago`. */
  | { readonly is: "elapsed"; readonly ms: number; readonly unitMs: number; readonly ahead?: true };

/** What a part of the text says about the time of day. */
export type TimeValue = {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /**
   * `clock`: certain on a 24-hour clock. `plain`: certain unless English. `loose`: either half.
   * `word`: told in words, either half. `short`: English `half two`. `midnight`: which end?
   */
  readonly form: "clock" | "plain" | "loose" | "word" | "short" | "midnight";
  readonly meridiem?: "am" | "pm";
  /** Written with a leading nought, so never an afternoon hour. */
  readonly padded?: true;
};

/** What a part of the text says about the zone. */
export type ZoneValue =
  | { readonly is: "zone"; readonly zone: string; readonly season?: Season }
  /** An abbreviation with one offset; valid only while one of these zones keeps it. */
  | { readonly is: "abbreviation"; readonly offset: string; readonly keptBy: readonly string[] }
  | { readonly is: "several"; readonly zones: readonly string[] }
  | { readonly is: "unknown"; readonly typed: string };

type At = { readonly start: number; readonly end: number };

/** One understood piece of the text, by token positions. */
export type Hit = At &
  (
    | {
        readonly kind: "date";
        readonly value: DateValue;
        readonly part?: Part;
        readonly weekday?: number;
      }
    | { readonly kind: "time"; readonly value: TimeValue; readonly approximate?: true }
    | { readonly kind: "zone"; readonly value: ZoneValue }
    | { readonly kind: "part"; readonly value: Part }
    | { readonly kind: "season"; readonly value: Season }
    | { readonly kind: "approximator" | "approximator-after" | "quiet" }
  );

/** A hit of one kind. */
export type HitOf<Kind extends Hit["kind"]> = Hit & { readonly kind: Kind };
