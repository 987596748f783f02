import { setTimeout as sleep } from "node:timers/promises";
import type { Job, JobHandler, JobOutcome } from "../../desk/job.ts";
import type { JobStore } from "../../desk/ports.ts";
import { StoreError } from "../../desk/store-error.ts";
import { MINUTE_MS, SECOND_MS } from "../../kernel/clock.ts";
import type { Clock, Instant } from "../../kernel/clock.ts";
import { unreachable } from "../../kernel/unreachable.ts";
import { holdLease } from "./hold-lease.ts";
import type { WorkerEvent } from "./worker-event.ts";

export type RunNeeds = {
  readonly jobs: JobStore;
  readonly handlers: Readonly<Record<string, JobHandler>>;
  /** How often a job is tried. */
  readonly maxAttempts: number;
  /** Tells staff before a job is given up; the same job may be told twice. */
  readonly gaveUp: (job: Job, reason: string) => Promise<void>;
  readonly clock: Clock;
  readonly heartbeatMs: number;
  readonly leaseMs: number;
  readonly onEvent: (event: WorkerEvent) => void;
};

const LONGEST_PAUSE_MS = 10 * MINUTE_MS;

/** How soon the database is tried again when it was away. */
const AWAY_PAUSE_MS = 2 * SECOND_MS;

/** Runs one job under its lease to whatever end. Never throws; a job it cannot write about comes back by itself. */
export async function runJob(needs: RunNeeds, job: Job, stop: AbortController): Promise<void> {
  const { onEvent } = needs;
  const trouble = (cause: unknown) => onEvent({ kind: "trouble", reason: reasonOf(cause) });
  let lost = false;
  const letGo = holdLease({ ...needs, trouble }, job, () => {
    lost = true;
    stop.abort(new Error("The lease was lost"));
    onEvent({ kind: "lease-lost", job });
  });
  try {
    const end = await attempt(needs, job, stop.signal);
    await insist(
      () => conclude(needs, job, end),
      () => lost,
    );
  } catch (cause) {
    trouble(cause);
  } finally {
    letGo();
  }
}

type End = JobOutcome | { readonly kind: "failed" | "stopped"; readonly reason: string };

async function attempt(needs: RunNeeds, job: Job, signal: AbortSignal): Promise<End> {
  if (job.attempts > needs.maxAttempts) {
    return { kind: "failed", reason: "it ended its process every time it was tried" };
  }
  const handler = needs.handlers[job.kind];
  if (handler === undefined) return { kind: "failed", reason: `nobody does "${job.kind}"` };
  try {
    return await handler(job, signal);
  } catch (cause) {
    const reason = reasonOf(cause);
    if (signal.aborted) return { kind: "stopped", reason };
    // The job is not to blame for it.
    if (isAway(cause)) {
      return { kind: "again", runAt: (needs.clock() + AWAY_PAUSE_MS) as Instant, reason };
    }
    return { kind: "failed", reason };
  }
}

/** Until the database answers again, which is longer than a lease only where the lease is lost too. */
async function insist(work: () => Promise<void>, isLost: () => boolean): Promise<void> {
  while (!isLost()) {
    try {
      return await work();
    } catch (cause) {
      if (!isAway(cause)) throw cause;
      await sleep(AWAY_PAUSE_MS, undefined, { ref: false });
    }
  }
}

const isAway = (cause: unknown): boolean => cause instanceof StoreError && cause.kind !== "failed";

async function conclude(needs: RunNeeds, job: Job, end: End): Promise<void> {
  const { clock, jobs, maxAttempts, onEvent } = needs;
  switch (end.kind) {
    case "done":
      await jobs.finish(job);
      return onEvent({ kind: "done", job });
    case "finished":
      return onEvent({ kind: "done", job });
    case "again":
      await jobs.giveBack(job, end.runAt);
      return onEvent({ kind: "given-back", job, reason: end.reason });
    case "stopped":
      await jobs.giveBack(job, clock());
      return onEvent({ kind: "given-back", job, reason: end.reason });
    case "failed":
      return job.attempts < maxAttempts
        ? failed(needs, job, end.reason)
        : giveUp(needs, job, end.reason);
    default:
      return unreachable(end);
  }
}

async function failed({ clock, jobs, onEvent }: RunNeeds, job: Job, reason: string): Promise<void> {
  const pause = Math.min(LONGEST_PAUSE_MS, 5 * SECOND_MS * 2 ** (job.attempts - 1));
  await jobs.giveBack(job, (clock() + pause) as Instant, reason);
  onEvent({ kind: "failed", job, reason });
}

/** Told first: a process that dies in between tells again, but never keeps silent. */
async function giveUp(
  { gaveUp, jobs, onEvent }: RunNeeds,
  job: Job,
  reason: string,
): Promise<void> {
  await gaveUp(job, reason);
  await jobs.abandon(job, reason);
  onEvent({ kind: "gave-up", job, reason });
}

/** What a failure says of itself. */
export const reasonOf = (cause: unknown): string =>
  cause instanceof Error ? cause.message : String(cause);
