import type { Instant } from "../kernel/clock.ts";
import type { LeftOut } from "./left-out.ts";

/** Why an engine will not have it as asked; a person can change the request. */
export type RestoreProblem =
  | {
      readonly kind: "not-supported";
      readonly reason: "plan-rule" | "not-documented" | "not-connected" | "engine-lacks-it";
    }
  | { readonly kind: "in-the-future" }
  | { readonly kind: "out-of-retention"; readonly earliest: Instant }
  | {
      readonly kind: "no-snapshot-before";
      readonly earliest?: Instant;
      readonly latest?: Instant;
      /** One of these might have served. */
      readonly leftOut?: readonly LeftOut[];
    }
  | {
      readonly kind: "gap-too-large";
      readonly gapMs: number;
      readonly limitMs: number;
      readonly candidate: string;
    }
  | { readonly kind: "unknown-part"; readonly part: string; readonly known: readonly string[] }
  | { readonly kind: "snapshot-not-eligible"; readonly id: string; readonly why: string };
