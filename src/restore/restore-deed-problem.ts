import type { DeskProblem } from "../desk/desk-problem.ts";
import type { Instant } from "../kernel/clock.ts";
import type { Check } from "./restore-plan.ts";
import type { RestoreProblem } from "./restore-problem.ts";

/** Why a deed on a restore ticket was not done. */
export type RestoreDeedProblem =
  | DeskProblem
  | RestoreProblem
  | { readonly kind: "unknown-project"; readonly project: string }
  /** Policy knows no way to bring this environment back. */
  | { readonly kind: "no-way-back"; readonly cell: string }
  /** No engine is connected for the environment. */
  | { readonly kind: "no-engine" }
  /** The restore plan has expired, or another one stands there now. */
  | { readonly kind: "plan-stale"; readonly expiresAt?: Instant }
  | { readonly kind: "precondition-failed"; readonly failed: readonly Check[] }
  /** The name that was typed is not the environment's. */
  | { readonly kind: "name-mismatch"; readonly expected: string }
  | { readonly kind: "gap-not-accepted"; readonly gapMs: number }
  /** The engine has passed the point of no return, or cannot stop. */
  | { readonly kind: "cannot-stop" }
  | { readonly kind: "draft-gone" }
  /** No engine sees these snapshots: staff say which one it is. */
  | { readonly kind: "by-hand-needed" }
  /** What was laid out was taken after the moment. */
  | { readonly kind: "snap-time-late"; readonly snapTime: Instant };
