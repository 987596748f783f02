import type { Instant } from "../kernel/clock.ts";

/** What stands between a person's words and one instant. One problem per reading. */
export type MomentProblem =
  /** CST, IST, "US time": several zones go by that name. */
  | { readonly kind: "ambiguous-zone"; readonly typed: string }
  /** No such place or zone, or an offset outside −12:00…+14:00. */
  | { readonly kind: "unknown-zone"; readonly zone: string }
  /** CET in July, or two statements that are not the same instant. */
  | { readonly kind: "zone-offset-mismatch"; readonly typed: string }
  /** Clocks ran through it twice: autumn, 02:30 in Stockholm. Ask which. */
  | {
      readonly kind: "dst-overlap";
      readonly first: Instant;
      readonly second: Instant;
      readonly zone: string;
    }
  /** Clocks jumped over it: spring, 02:30 in Stockholm. */
  | {
      readonly kind: "dst-gap";
      /** `yyyy-MM-dd HH:mm`, the time that never was. */
      readonly typed: string;
      readonly zone: string;
      /** The two instants it may stand for, earlier one first. */
      readonly earlier: Instant;
      readonly later: Instant;
      /** When the clocks jumped. */
      readonly jump: Instant;
    }
  | { readonly kind: "ambiguous-date"; readonly typed: string }
  | { readonly kind: "missing-year"; readonly typed: string }
  /** A week without a day, a month without a day. */
  | { readonly kind: "incomplete-date"; readonly typed: string }
  | { readonly kind: "weekday-mismatch"; readonly date: string; readonly typed: string }
  /** "Midnight on the 3rd": which end of that day? */
  | { readonly kind: "ambiguous-midnight"; readonly typed: string }
  | { readonly kind: "ambiguous-time"; readonly typed: string }
  | { readonly kind: "approximate-time"; readonly typed: string }
  /** Two dates or times, a range, a correction. */
  | { readonly kind: "multiple"; readonly field: "date" | "time" }
  /** "2 hours ago": the instant is known, the zone to show it in is not. */
  | { readonly kind: "relative-duration"; readonly instant: Instant }
  | { readonly kind: "future" }
  | { readonly kind: "outside-retention"; readonly earliest: Instant }
  | { readonly kind: "impossible-date"; readonly typed: string }
  | { readonly kind: "impossible-time"; readonly typed: string }
  /** A number was written that no part of the reading explains. */
  | { readonly kind: "unparsed-residue"; readonly left: string };
