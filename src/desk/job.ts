import type { Json } from "../kernel/canonical-json.ts";
import type { Instant } from "../kernel/clock.ts";
import type { TicketId } from "../kernel/ids.ts";

/** Work that outlives the click that asked for it. */
export type NewJob = {
  readonly kind: string;
  /** Unique for ever: the same again is the same job. */
  readonly idem: string;
  readonly data: { readonly [key: string]: Json | undefined };
  readonly ticket?: TicketId;
  /** Not before; now where it is absent. */
  readonly runAt?: Instant;
};

/** A job in hand: held under a lease, with the fence that tells an old holder from the present one. */
export type Job = NewJob & {
  readonly id: string;
  readonly fence: number;
  /** How often it was taken up, this time included. */
  readonly attempts: number;
};

/** How a turn at a job ended. */
export type JobOutcome =
  /** The handler has finished it together with a change of its ticket. */
  | { readonly kind: "finished" }
  /** Nothing is left to do: the worker finishes it. */
  | { readonly kind: "done" }
  /** To be taken up again. */
  | { readonly kind: "again"; readonly runAt: Instant; readonly reason: string };

/**
 * Does a job's work. The signal aborts when the lease is lost or the desk stops: it starts nothing more then.
 * A throw is a failed attempt: the worker takes the job up again, later each time.
 */
export type JobHandler = (job: Job, signal: AbortSignal) => Promise<JobOutcome>;
