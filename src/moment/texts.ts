import type { Field } from "./reading.ts";
import type { MomentProblem } from "./moment-problem.ts";

/** A span of time as people count it. */
export type Span = { readonly count: number; readonly unit: "minute" | "hour" | "day" };

/** What the texts of a problem may name, already written in the reader's language. */
export type ProblemFacts = {
  /** What was typed, or what is left over. */
  readonly typed: string;
  /** `Tuesday 3 November 2026`, where the problem is about one day. */
  readonly day: string;
  /** The zone as it is called, for daylight saving and retention. */
  readonly zone: string;
  /** Clock times around a jump, or of an overlap: `02:00`, `03:00`. */
  readonly from: string;
  readonly to: string;
  /** Two full readings of a time that never was. */
  readonly earlier: string;
  readonly later: string;
};

/** Every text of this capability in one language. */
export type MomentTexts = {
  /** `2 days ago` */
  readonly ago: (span: Span) => string;
  /** `in 2 days` */
  readonly ahead: (span: Span) => string;
  readonly justNow: string;
  /** One clear sentence or question per kind. */
  readonly problems: Readonly<Record<ProblemName, (facts: ProblemFacts) => string>>;
  /** The question for what was not stated. */
  readonly missing: Readonly<Record<MissingName, string>>;
  readonly first: string;
  readonly second: string;
  readonly summerTime: string;
  readonly winterTime: string;
  readonly startOfDay: string;
  readonly endOfDay: string;
};

/** `multiple` speaks of dates or of times. */
export type ProblemName =
  Exclude<MomentProblem["kind"], "multiple"> | "multiple-dates" | "multiple-times";

/** Missing fields in their order. */
export type MissingName =
  Field | "date+time" | "date+timezone" | "time+timezone" | "date+time+timezone";
