import { sql } from "kysely";
import type { VerdictChange, VerdictStore } from "../../desk/knowledge-ports.ts";
import type { Instant } from "../../kernel/clock.ts";
import { addNotices } from "./add-work.ts";
import { commit, read } from "./ground.ts";
import type { Commit, Ground } from "./ground.ts";

type Kept = { readonly corpus: string; readonly at: Instant };

/** What every policy cell says, and since when. */
export function verdictStore(ground: Ground): VerdictStore {
  return {
    note: (verdicts, corpus, notices) =>
      commit(ground, async (one) => {
        // Several processes read the same edit at the same time: one of them tells of it.
        if (ground.kind === "postgres") {
          await sql`select pg_advisory_xact_lock(7262003)`.execute(one.t);
        }
        const changes = await keepVerdicts(one, verdicts, { corpus, at: await ground.now(one.t) });
        await addNotices(one, notices(changes));
        return changes;
      }),
    since: async () => {
      const query = ground.kysely.selectFrom("verdict").select(["cell", "since"]);
      const rows = await read(() => query.execute());
      return new Map(rows.map(({ cell, since }) => [cell, since as Instant]));
    },
  };
}

async function keepVerdicts(
  { t }: Commit,
  verdicts: ReadonlyMap<string, string>,
  { corpus, at }: Kept,
): Promise<VerdictChange[]> {
  const rows = await t.selectFrom("verdict").select(["cell", "verdict"]).execute();
  const before = new Map(rows.map(({ cell, verdict }) => [cell, verdict]));
  const changes: VerdictChange[] = [];
  for (const [cell, verdict] of verdicts) {
    const from = before.get(cell);
    if (from === verdict) continue;
    const now = { verdict, since: at, corpus };
    await t
      .insertInto("verdict")
      .values({ cell, ...now })
      .onConflict((known) => known.column("cell").doUpdateSet(now))
      .execute();
    if (from !== undefined) changes.push({ cell, from, to: verdict, since: at });
  }
  return changes;
}
