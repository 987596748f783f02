import type { Kysely, Transaction } from "kysely";
import { systemClock } from "../../kernel/clock.ts";
import type { Instant } from "../../kernel/clock.ts";
import { asStoreError, isTransient } from "./database-fault.ts";
import type { Database, StoreOptions } from "./database.ts";
import type { Schema } from "./schema.ts";

/** What a commit has left for others to do. */
export type Work = "jobs" | "notices";

/** What all stores stand on. */
export type Ground = {
  readonly kind: Database["kind"];
  readonly kysely: Kysely<Schema>;
  readonly leaseMs: number;
  readonly sendingMs: number;
  readonly odd: (what: string) => void;
  readonly listeners: Set<(work: Work) => void>;
  now(within: Kysely<Schema>): Promise<Instant>;
};

/** One transaction in hand: queries go through `t` only. */
export type Commit = {
  readonly t: Transaction<Schema>;
  readonly ground: Ground;
  /** Told to the listeners once the commit stands. */
  readonly left: Set<Work>;
};

export function layGround({ kind, kysely, ownClock }: Database, options: StoreOptions): Ground {
  const { clock, leaseMs = 60_000, sendingMs = 60_000, onOddity = () => {} } = options;
  const now = async (within: Kysely<Schema>): Promise<Instant> => {
    if (clock !== undefined) return clock();
    return ownClock === undefined ? systemClock() : ((await ownClock(within)) as Instant);
  };
  return { kind, kysely, leaseMs, sendingMs, odd: onOddity, listeners: new Set(), now };
}

const TRIES = 5;

/**
 * Runs `work` as one transaction and resolves after its commit. Where two transactions stood in each
 * other's way, it is run again from the start, so `work` must change nothing but the database.
 *
 * @throws {StoreError} where the database could not keep it
 */
export async function commit<T>(
  ground: Ground,
  work: (commit: Commit) => Promise<T>,
  tries = TRIES,
): Promise<T> {
  const left = new Set<Work>();
  try {
    const done = await ground.kysely.transaction().execute((t) => work({ t, ground, left }));
    for (const one of left) for (const listener of ground.listeners) listener(one);
    return done;
  } catch (cause) {
    if (tries > 1 && isTransient(cause)) return commit(ground, work, tries - 1);
    throw asStoreError(cause);
  }
}

/** Runs one statement that is atomic by itself. */
export async function single<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw asStoreError(cause);
  }
}
