import type { Kysely } from "kysely";
import { MINUTE_MS, SECOND_MS } from "../../kernel/clock.ts";
import type { Instant } from "../../kernel/clock.ts";
import type { Schema } from "./schema.ts";

/** Notices that the clock was put back. */
export type ClockWatch = {
  /** Looks at an instant and hands it on. */
  see(at: Instant): Instant;
  /** The newest instant that was seen before the clock was put back; each time told once. */
  putBackFrom(): Instant | undefined;
};

/** Clocks that are set right all the time go back a little; that is nobody's trouble. */
const A_LITTLE_MS = SECOND_MS;

export function watchClock(): ClockWatch {
  let newest = 0 as Instant;
  let before: Instant | undefined;
  return {
    see(at) {
      if (at < newest - A_LITTLE_MS) before = Math.max(before ?? 0, newest) as Instant;
      if (before !== undefined || at > newest) newest = at;
      return at;
    },
    putBackFrom() {
      const told = before;
      before = undefined;
      return told;
    },
  };
}

/** Nothing is put off for longer than this. */
const LONGEST_PAUSE_MS = 10 * MINUTE_MS;

type PutBack = {
  readonly from: Instant;
  readonly to: Instant;
  readonly leaseMs: number;
  readonly sendingMs: number;
};

/**
 * After the clock was put back: what was due by the clock as it was, or soon would have been, is due
 * now, and nobody holds anything for longer than a lease.
 */
async function mendTimes(within: Kysely<Schema>, put: PutBack): Promise<void> {
  const { from, to } = put;
  if (from <= to + A_LITTLE_MS) return;
  for (const [table, held, leaseMs] of [
    ["job", "running", put.leaseMs],
    ["outbox", "sending", put.sendingMs],
  ] as const) {
    await within
      .updateTable(table)
      .set({ run_at: to })
      .where("state", "=", "ready")
      .where("run_at", ">", to)
      .where("run_at", "<=", from + LONGEST_PAUSE_MS)
      .execute();
    await within
      .updateTable(table)
      .set({ lease_until: to + leaseMs })
      .where("state", "=", held)
      .where("lease_until", ">", to + leaseMs)
      .execute();
  }
}

type Here = Pick<PutBack, "leaseMs" | "sendingMs"> & { readonly watch: ClockWatch };

/** Where the clock was put back since it was looked at, times are mended. */
export async function mendAfterJump(
  { watch, leaseMs, sendingMs }: Here,
  within: Kysely<Schema>,
  to: Instant,
): Promise<void> {
  const from = watch.putBackFrom();
  if (from !== undefined) await mendTimes(within, { from, to, leaseMs, sendingMs });
}

const USUAL_LEASE_MS = MINUTE_MS;

/** The same at a start: the clock may have been put back since something was kept the last time. */
export async function mendSinceLastTime(
  kysely: Kysely<Schema>,
  clock: (within: Kysely<Schema>) => Promise<number>,
): Promise<void> {
  const from = await newestStamp(kysely);
  const to = (await clock(kysely)) as Instant;
  await mendTimes(kysely, { from, to, leaseMs: USUAL_LEASE_MS, sendingMs: USUAL_LEASE_MS });
}

/** The newest instant at which something was kept. */
async function newestStamp(within: Kysely<Schema>): Promise<Instant> {
  const line = await within
    .selectFrom("audit")
    .select("at")
    .orderBy("seq", "desc")
    .executeTakeFirst();
  const event = await within
    .selectFrom("inbox")
    .select("received_at")
    .orderBy("seq", "desc")
    .executeTakeFirst();
  return Math.max(line?.at ?? 0, event?.received_at ?? 0) as Instant;
}
