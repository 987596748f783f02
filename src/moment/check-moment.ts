import type { Instant } from "../kernel/clock.ts";
import { fail, ok } from "../kernel/result.ts";
import type { Result } from "../kernel/result.ts";
import type { MomentProblem } from "./moment-problem.ts";
import type { Moment } from "./moment.ts";

/** What a moment must lie between. */
export type Bounds = {
  readonly now: Instant;
  /** Nothing older can be brought back; no bound where it is absent. */
  readonly earliest?: Instant;
};

/** The last check, the same for pickers, words, the command line and an engine about to run. */
export function checkMoment(
  moment: Moment,
  { now, earliest }: Bounds,
): Result<Moment, MomentProblem> {
  if (moment.instant > now) return fail({ kind: "future" });
  if (earliest !== undefined && moment.instant < earliest) {
    return fail({ kind: "outside-retention", earliest });
  }
  return ok(moment);
}
