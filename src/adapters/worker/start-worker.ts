import { setTimeout as sleep } from "node:timers/promises";
import type { Job, JobHandler } from "../../desk/job.ts";
import type { JobStore } from "../../desk/ports.ts";
import { SECOND_MS, systemClock } from "../../kernel/clock.ts";
import type { Clock } from "../../kernel/clock.ts";
import { reasonOf, runJob } from "./run-job.ts";
import type { RunNeeds } from "./run-job.ts";
import { wakeUp } from "./wake-up.ts";
import type { WakeUp } from "./wake-up.ts";
import type { WorkerEvent } from "./worker-event.ts";

type Needs = {
  /** Names this process in the job table. */
  readonly name: string;
  readonly jobs: JobStore;
  readonly timers: { fireDue(): Promise<number> };
  readonly onWork: (listener: (work: string) => void) => () => void;
  readonly handlers: Readonly<Record<string, JobHandler>>;
  /** Tells staff before a job is given up for good; the same job may be told twice. */
  readonly gaveUp: RunNeeds["gaveUp"];
  readonly onEvent?: (event: WorkerEvent) => void;
  readonly clock?: Clock;
  /** How often it looks by itself: 1 s with SQLite, 2 s with PostgreSQL. */
  readonly pollMs?: number;
  readonly heartbeatMs?: number;
  /** As the stores were opened with. */
  readonly leaseMs?: number;
  /** Jobs in hand at most, default 4. */
  readonly atOnce?: number;
  /** How often a job is tried, default 20. */
  readonly maxAttempts?: number;
};

export type Worker = {
  /**
   * Takes nothing more, lets what is in hand end, asks it to stop after `graceMs` and hands it back.
   * What does not stop is left under its lease.
   */
  stop(graceMs?: number): Promise<void>;
  /** Jobs in hand. */
  busy(): number;
};

type Hand = Map<string, { readonly stop: AbortController; readonly done: Promise<void> }>;

type Loop = RunNeeds & {
  readonly name: string;
  readonly timers: Needs["timers"];
  readonly pollMs: number;
  readonly atOnce: number;
  readonly hand: Hand;
  readonly alarm: WakeUp;
  stopping: boolean;
};

const STOPPING_MS = 2 * SECOND_MS;

/** Starts doing jobs, as many at once as it may, until it is stopped. */
export function startWorker(needs: Needs): Worker {
  const loop = makeLoop(needs);
  const deaf = needs.onWork((work) => {
    if (work === "jobs") loop.alarm.wake();
  });
  const ended = keepWorking(loop);
  return {
    busy: () => loop.hand.size,
    stop: async (graceMs = 10 * SECOND_MS) => {
      loop.stopping = true;
      deaf();
      loop.alarm.wake();
      await ended;
      await within(graceMs, loop.hand);
      for (const { stop } of loop.hand.values()) stop.abort(new Error("The desk is stopping"));
      await within(STOPPING_MS, loop.hand);
    },
  };
}

function makeLoop(needs: Needs): Loop {
  return {
    pollMs: SECOND_MS,
    heartbeatMs: 15 * SECOND_MS,
    leaseMs: 60 * SECOND_MS,
    atOnce: 4,
    maxAttempts: 20,
    ...needs,
    clock: needs.clock ?? systemClock,
    onEvent: needs.onEvent ?? (() => {}),
    hand: new Map(),
    alarm: wakeUp(),
    stopping: false,
  };
}

async function keepWorking(loop: Loop): Promise<void> {
  while (!loop.stopping) {
    try {
      const fired = await loop.timers.fireDue();
      if (fired > 0) loop.onEvent({ kind: "timers-fired", count: fired });
      await fillHand(loop);
    } catch (cause) {
      loop.onEvent({ kind: "trouble", reason: reasonOf(cause) });
    }
    if (!loop.stopping) await loop.alarm.sleep(loop.pollMs);
  }
}

async function fillHand(loop: Loop): Promise<void> {
  const kinds = Object.keys(loop.handlers);
  while (loop.hand.size < loop.atOnce && !loop.stopping) {
    const job = await loop.jobs.claim(loop.name, kinds, [...loop.hand.keys()]);
    if (job === undefined) return;
    take(loop, job);
  }
}

function take(loop: Loop, job: Job): void {
  loop.onEvent({ kind: "claimed", job });
  const stop = new AbortController();
  const done = runJob(loop, job, stop).finally(() => {
    loop.hand.delete(job.id);
    loop.alarm.wake();
  });
  loop.hand.set(job.id, { stop, done });
}

async function within(ms: number, hand: Hand): Promise<void> {
  const all = Promise.all([...hand.values()].map((one) => one.done));
  const timer = new AbortController();
  const late = sleep(ms, undefined, { signal: timer.signal }).catch(() => {});
  await Promise.race([all, late]);
  timer.abort();
}
