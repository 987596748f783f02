import { statSync } from "node:fs";
import { sql } from "kysely";
import type { Kysely } from "kysely";
import type { Database } from "./database.ts";
import type { Schema } from "./schema.ts";

/** How the desk stands, counted in its database. */
export type DeskFigures = {
  readonly jobs: Readonly<Record<string, number>>;
  /** How long the job that is due the longest has waited. */
  readonly oldestReadySeconds: number;
  readonly effectsUnknown: number;
  readonly outboxDead: number;
  /** How long the notice that is due the longest has waited. */
  readonly outboxLagSeconds: number;
  readonly walBytes: number;
};

export async function deskFigures({ kysely, ownClock, path }: Database): Promise<DeskFigures> {
  const at = ownClock === undefined ? Date.now() : await ownClock(kysely);
  const waited = async (table: "job" | "outbox") => {
    const first = await firstDue(kysely, table);
    return first === undefined ? 0 : Math.max(0, (at - first) / 1_000);
  };
  const jobs = await kysely
    .selectFrom("job")
    .select((t) => ["state", t.fn.countAll<number>().as("n")])
    .groupBy("state")
    .execute();
  return {
    jobs: Object.fromEntries(jobs.map((row) => [row.state, row.n])),
    oldestReadySeconds: await waited("job"),
    effectsUnknown: await howMany(kysely, "effect", "unknown"),
    outboxDead: await howMany(kysely, "outbox", "dead"),
    outboxLagSeconds: await waited("outbox"),
    walBytes: path === undefined ? 0 : sizeOf(`${path}-wal`),
  };
}

async function firstDue(
  kysely: Kysely<Schema>,
  table: "job" | "outbox",
): Promise<number | undefined> {
  const { rows } = await sql<{ first: number | null }>`
    select min(run_at) as first from ${sql.table(table)} where state = 'ready'`.execute(kysely);
  return rows[0]?.first ?? undefined;
}

async function howMany(kysely: Kysely<Schema>, table: string, state: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from ${sql.table(table)} where state = ${state}`.execute(kysely);
  return rows[0]?.n ?? 0;
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
