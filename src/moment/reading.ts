import type { Instant } from "../kernel/clock.ts";
import type { Locale } from "../kernel/locale.ts";
import type { MomentProblem } from "./moment-problem.ts";
import type { Moment } from "./moment.ts";
import type { WallClock } from "./wall-clock.ts";

/** What a wall clock is made of, in the order in which missing parts are asked for. */
export type Field = "date" | "time" | "timezone";

/** The parts of a wall clock a person can state or choose. */
export type Stated = Partial<Pick<WallClock, "date" | "time" | "zone">>;

/** What the words are read against. */
export type Context = {
  readonly now: Instant;
  /** The asker's language: decides the order of numeric dates and the 12-hour rule. Without it, detected. */
  readonly locale?: Locale;
  /** Zone of the Slack profile: offered, never applied to words. */
  readonly profileZone?: string;
  /** Nothing older than this can be brought back. */
  readonly earliest?: Instant;
  /** What the person has answered since: takes the place of that part of the words. */
  readonly chosen?: Stated;
};

/** One possible answer to the question. Put `stated` into `Context.chosen` to go on from it. */
export type Candidate = {
  readonly stated: Stated;
  /** The instant it would mean, where everything else is known. */
  readonly instant?: Instant;
};

/** One instant, one question, or one refusal. */
export type Reading =
  | { readonly status: "ok"; readonly moment: Moment; readonly wall: WallClock }
  | {
      readonly status: "needs";
      /** In the order date, time, timezone. */
      readonly missing: readonly Field[];
      /** Absent where a field simply was not stated. */
      readonly problem?: MomentProblem;
      readonly known: Partial<WallClock>;
      readonly candidates: readonly Candidate[];
      /** The zone of the profile, where the zone is asked for. */
      readonly proposal?: string;
    }
  | {
      readonly status: "reject";
      readonly problem: MomentProblem;
      readonly known: Partial<WallClock>;
      readonly candidates: readonly Candidate[];
    };
