import type { Job } from "../../desk/job.ts";

/** What a worker did, for metrics and the log. */
export type WorkerEvent =
  | { readonly kind: "claimed" | "done" | "lease-lost"; readonly job: Job }
  | {
      readonly kind: "given-back" | "failed" | "gave-up";
      readonly job: Job;
      readonly reason: string;
    }
  | { readonly kind: "timers-fired"; readonly count: number }
  /** The stores did not answer; it goes on by itself. */
  | { readonly kind: "trouble"; readonly reason: string };
