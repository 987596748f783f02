import { sql } from "kysely";
import { openStores } from "../../src/adapters/stores/open-stores.ts";
import { verifyAudit } from "../../src/adapters/stores/verify-audit.ts";
import type { Database } from "../../src/adapters/stores/database.ts";
import { restoredTwice } from "./paper-engine.ts";
import type { TestDesk } from "./test-desk.ts";

/** What is found in a desk after everything was done to it. */
export type Found = {
  readonly tickets: number;
  readonly lost: number;
  readonly doubled: number;
  readonly restoredTwice: number;
  readonly finishedTwice: number;
  readonly open: number;
  readonly untold: number;
  readonly trail: string;
};

/** Counts what must not be: acknowledged and lost, twice in the desk, twice in the engine, never ended. */
export async function checkDesk(desk: TestDesk, acknowledged: ReadonlySet<string>): Promise<Found> {
  const database = await desk.open();
  try {
    const rows = await database.kysely
      .selectFrom("ticket")
      .select(["id", "words", "state"])
      .execute();
    const byKey = Map.groupBy(rows, (row) => row.words);
    const trail = await verifyAudit(openStores(database).audit);
    const told = await count(
      database,
      "select count(distinct idem) as n from outbox where kind = 'hand-over'",
    );
    return {
      tickets: rows.length,
      lost: [...acknowledged].filter((key) => !byKey.has(key)).length,
      doubled: rows.length - byKey.size,
      restoredTwice: restoredTwice(desk.engine).length,
      finishedTwice: await count(
        database,
        "select count(*) as n from (select ticket_id from audit where action = 'restore.verified' group by ticket_id having count(*) > 1) as twice",
      ),
      open: rows.filter((row) => row.state !== "verified").length,
      untold: rows.length - told,
      trail: trail.ok ? "whole" : trail.problem.kind,
    };
  } finally {
    await database.close();
  }
}

/** What of it is a fault, in words. */
export function faultsIn(found: Found): readonly string[] {
  const counts = Object.entries(found).filter(([name]) => name !== "tickets" && name !== "trail");
  const bad = counts.flatMap(([name, n]) => (Number(n) > 0 ? `${n} ${name}` : []));
  return found.trail === "whole" ? bad : [...bad, `audit ${found.trail}`];
}

/** Jobs that are still to be done. */
export const jobsLeft = (database: Database): Promise<number> =>
  count(database, "select count(*) as n from job where state in ('ready', 'running')");

async function count({ kysely }: Database, statement: string): Promise<number> {
  const { rows } = await sql.raw<{ n: number }>(statement).execute(kysely);
  return rows[0]?.n ?? 0;
}
