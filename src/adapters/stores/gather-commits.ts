import type { Kysely, Transaction } from "kysely";
import { StoreError } from "../../desk/store-error.ts";
import type { Schema } from "./schema.ts";

/** Runs work as one transaction and resolves after its commit. */
export type InTransaction = <T>(work: (t: Transaction<Schema>) => Promise<T>) => Promise<T>;

type Waiting = {
  /** Does the work, and gives what tells its caller once the commit stands. */
  readonly run: (t: Transaction<Schema>) => Promise<() => void>;
  readonly refuse: (cause: unknown) => void;
};

/** Who waits longer than this many others is refused at once: Slack has given up on it by then. */
const MOST = 2_000;

/**
 * One writer for many callers: what waits is done in one transaction, so that a burst waits for the
 * disk a few times instead of once for each. Where one of them fails, each is done again by itself, so
 * work must change nothing but the database.
 *
 * @param turnMs a transaction takes nothing more in after this
 */
export function gatherCommits(kysely: Kysely<Schema>, turnMs: number): InTransaction {
  const waiting: Waiting[] = [];
  let running = false;
  const goOn = async () => {
    running = true;
    while (waiting.length > 0) await runSome(kysely, waiting, turnMs);
    running = false;
  };
  return (work) =>
    new Promise((resolve, reject) => {
      if (waiting.length >= MOST) {
        reject(new StoreError("busy", new Error(`${MOST} others wait already`)));
        return;
      }
      const run: Waiting["run"] = async (t) => {
        const done = await work(t);
        return () => {
          resolve(done);
        };
      };
      waiting.push({ run, refuse: reject });
      if (!running) void goOn();
    });
}

/** As many as come within one turn, one commit for all of them. Never throws. */
async function runSome(kysely: Kysely<Schema>, waiting: Waiting[], turnMs: number): Promise<void> {
  const taken: Waiting[] = [];
  const began = performance.now();
  const isTime = () => taken.length === 0 || performance.now() - began < turnMs;
  try {
    const tell = await kysely.transaction().execute(async (t) => {
      const done: (() => void)[] = [];
      while (isTime()) {
        const one = waiting.shift();
        if (one === undefined) break;
        taken.push(one);
        done.push(await one.run(t));
      }
      return done;
    });
    for (const one of tell) one();
  } catch (cause) {
    if (taken.length > 1) for (const one of taken) await runAlone(kysely, one);
    // Where not even a beginning was possible, the first in line is told.
    else (taken[0] ?? waiting.shift())?.refuse(cause);
  }
}

async function runAlone(kysely: Kysely<Schema>, one: Waiting): Promise<void> {
  try {
    const tell = await kysely.transaction().execute((t) => one.run(t));
    tell();
  } catch (cause) {
    one.refuse(cause);
  }
}
