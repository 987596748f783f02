import { setTimeout as sleep } from "node:timers/promises";
import type { Kysely, Transaction } from "kysely";
import { systemClock } from "../../kernel/clock.ts";
import type { Instant } from "../../kernel/clock.ts";
import { watchClock } from "./clock-watch.ts";
import type { ClockWatch } from "./clock-watch.ts";
import { asStoreError, isLost, isTransient } from "./database-fault.ts";
import type { Database, StoreOptions } from "./database.ts";
import type { Counted } from "./counters.ts";
import { gatherCommits } from "./gather-commits.ts";
import type { InTransaction } from "./gather-commits.ts";
import type { Schema } from "./schema.ts";
import type { Work, WorkSignal } from "./work-signal.ts";

/** What all stores stand on. */
export type Ground = {
  readonly kind: Database["kind"];
  readonly kysely: Kysely<Schema>;
  readonly inTransaction: InTransaction;
  /** For what takes numbers of one kind: it would wait for its like in any case. */
  readonly inNumberedTransaction: Readonly<Record<Counted, InTransaction>>;
  readonly leaseMs: number;
  readonly sendingMs: number;
  readonly odd: (what: string) => void;
  readonly listeners: Set<(work: Work) => void>;
  readonly signal?: WorkSignal;
  readonly watch: ClockWatch;
  now(within: Kysely<Schema>): Promise<Instant>;
};

/** One transaction in hand: queries go through `t` only. */
export type Commit = {
  readonly t: Transaction<Schema>;
  readonly ground: Ground;
  /** Told to the listeners once the commit stands. */
  readonly left: Set<Work>;
};

/** SQLite works while the rest of the process stands still, so one turn is short. */
const TURN_MS = 10;

/** PostgreSQL works elsewhere: whoever has waited for its locks takes those along who wait behind. */
const SHARED_MS = 150;

export function layGround(database: Database, options: StoreOptions): Ground {
  const { kind, kysely, ownClock, signal } = database;
  const { clock, leaseMs = 60_000, sendingMs = 60_000, onOddity = () => {} } = options;
  const watch = watchClock();
  const read = async (within: Kysely<Schema>): Promise<Instant> => {
    if (clock !== undefined) return clock();
    return ownClock === undefined ? systemClock() : ((await ownClock(within)) as Instant);
  };
  const inTransaction: InTransaction =
    kind === "sqlite"
      ? gatherCommits(kysely, TURN_MS)
      : (work) => kysely.transaction().execute((t) => work(t));
  const gathered = () => (kind === "sqlite" ? inTransaction : gatherCommits(kysely, SHARED_MS));
  const inNumberedTransaction = { RST: gathered(), Q: gathered(), D: gathered() };
  const now = async (within: Kysely<Schema>) => watch.see(await read(within));
  const listeners: Ground["listeners"] = new Set();
  const transactions = { inTransaction, inNumberedTransaction };
  const leases = { leaseMs, sendingMs };
  const said = signal === undefined ? { listeners } : { listeners, signal };
  return { kind, kysely, ...transactions, ...leases, ...said, odd: onOddity, watch, now };
}

type How = {
  /** May be made again where it is not known if it was kept: a key makes the second time change nothing. */
  readonly keyed?: true;
  /** It takes a number of this kind. */
  readonly numbered?: Counted;
};

const TRIES = 5;

/** Long enough for the pool to hear that its other connections are gone too. */
const PAUSE_MS = 50;

/**
 * Runs `work` as one transaction and resolves after its commit. Where two transactions stood in each
 * other's way, it is run again from the start, so `work` must change nothing but the database.
 *
 * @throws {StoreError} where the database could not keep it
 */
export async function commit<T>(
  ground: Ground,
  work: (commit: Commit) => Promise<T>,
  how: How = {},
): Promise<T> {
  const left = new Set<Work>();
  const { numbered } = how;
  const run =
    numbered === undefined ? ground.inTransaction : ground.inNumberedTransaction[numbered];
  let worked = false;
  const once = () =>
    run(async (t) => {
      left.clear();
      const done = await work({ t, ground, left });
      worked = true;
      return done;
    });
  const done = await persist(once, () => how.keyed === true || !worked);
  for (const one of left) for (const listener of ground.listeners) listener(one);
  ground.signal?.send(left);
  return done;
}

/** Runs one statement that writes and is atomic by itself. */
export const write = <T>(
  { kind, kysely, inTransaction }: Ground,
  work: (within: Kysely<Schema>) => Promise<T>,
  how: How = {},
): Promise<T> =>
  persist(
    () => (kind === "sqlite" ? inTransaction(work) : work(kysely)),
    () => how.keyed === true,
  );

/** Runs one statement that only reads. */
export const read = <T>(work: () => Promise<T>): Promise<T> => persist(work, () => true);

/** @param mayRepeat whether doing it again changes nothing: it has a key, or never came to its commit */
async function persist<T>(work: () => Promise<T>, mayRepeat: () => boolean): Promise<T> {
  let lost = 0;
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (cause) {
      if (isLost(cause)) lost += mayRepeat() ? 1 : TRIES;
      const again = isTransient(cause) ? tries < TRIES : lost === 1 && isLost(cause);
      if (!again) throw asStoreError(cause);
      if (lost > 0) await sleep(PAUSE_MS);
    }
  }
}
