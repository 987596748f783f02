import { sql } from "kysely";
import type { Kysely } from "kysely";
import type { Schema } from "./schema.ts";

type Reading = { readonly at: number; readonly mine: number };

/** How long a reading is trusted: clocks of two machines drift less than a millisecond in it. */
const FRESH_MS = 1_000;

/** A slower answer says too little about when it was given. */
const QUICK_MS = 50;

/**
 * The clock of the database, by which all processes measure leases and due times. It is asked once in
 * a while; in between this process counts on with a clock that nobody can set.
 */
export function databaseClock(): (within: Kysely<Schema>) => Promise<number> {
  let last: Reading | undefined;
  return async (within) => {
    const mine = performance.now();
    if (last !== undefined && mine - last.mine < FRESH_MS) {
      return last.at + Math.floor(mine - last.mine);
    }
    const at = await ask(within);
    const now = performance.now();
    last = now - mine < QUICK_MS ? { at, mine: now } : undefined;
    return at;
  };
}

async function ask(within: Kysely<Schema>): Promise<number> {
  const now = sql<{
    at: number;
  }>`select (extract(epoch from clock_timestamp()) * 1000)::bigint as at`;
  const { rows } = await now.execute(within);
  const [first] = rows;
  if (first === undefined) throw new Error("Cannot read the database's clock: expected one row");
  return first.at;
}
