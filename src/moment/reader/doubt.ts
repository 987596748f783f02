import { isoDay } from "../calendar.ts";
import type { MomentProblem } from "../moment-problem.ts";
import type { Field, Stated } from "../reading.ts";
import type { WallClock } from "../wall-clock.ts";
import type { Case } from "./case.ts";
import type { HitOf } from "./hit.ts";
import { clockText } from "./known.ts";
import type { Clock } from "./settle-time.ts";
import { wordsOf } from "./text.ts";
import type { Weighed } from "./weigh.ts";

/** What stands in the way, and how it can be answered. */
export type Doubt = {
  readonly problem: MomentProblem;
  readonly field: Field;
  readonly options: readonly Stated[];
  /** What was said stays known: it is exact, only perhaps not what is wanted. */
  readonly keeps?: true;
};

/** A text with what its parts came to, while the answer is made. */
export type Work = {
  readonly one: Case;
  readonly weighed: Weighed;
  readonly known: Partial<WallClock>;
};

/** The words of a hit as they were written. */
export const typedBy = (
  { text }: Case,
  { start, end }: { readonly start: number; readonly end: number },
): string => wordsOf(text, start, end);

/** A day as an answer to offer. */
export const dayOption = (day: number): Stated => ({ date: isoDay(day) });

/** A time as an answer to offer. */
export const clockOption = (clock: Clock): Stated => ({ time: clockText(clock) });

/** The words of every zone in the text. */
export const zoneWords = (one: Case): string =>
  one.hits
    .filter((hit): hit is HitOf<"zone"> => hit.kind === "zone")
    .map((hit) => typedBy(one, hit))
    .join(", ");
