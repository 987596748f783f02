import { sql } from "kysely";
import type { Kysely, Selectable } from "kysely";
import type { Job } from "../../desk/job.ts";
import type { JobStore } from "../../desk/ports.ts";
import type { Instant } from "../../kernel/clock.ts";
import type { TicketId } from "../../kernel/ids.ts";
import { addJobs } from "./add-work.ts";
import { mendAfterJump } from "./clock-watch.ts";
import { changeHeldJob, finishJob } from "./finish-job.ts";
import { commit, write } from "./ground.ts";
import type { Ground } from "./ground.ts";
import { fromJsonText } from "./json-text.ts";
import type { JobTable, Schema } from "./schema.ts";

/** Jobs with lease, heartbeat and fence. */
export function jobStore(ground: Ground): JobStore {
  return {
    add: (jobs) => commit(ground, (one) => addJobs(one, jobs), { keyed: true }),
    claim: (worker, kinds, except = []) =>
      write(ground, async (within) => {
        if (kinds.length === 0) return undefined;
        const at = await ground.now(within);
        await mendAfterJump(ground, within, at);
        const ask = { within, worker, kinds, except, at };
        return (await claimOne(ground, ask, "running")) ?? claimOne(ground, ask, "ready");
      }),
    heartbeat: (job) =>
      write(
        ground,
        async (within) => {
          const until = (await ground.now(within)) + ground.leaseMs;
          return changeHeldJob(within, job, { lease_until: until });
        },
        { keyed: true },
      ),
    finish: (job) => write(ground, (within) => finishJob(within, job)),
    giveBack: (job, runAt, reason) =>
      write(ground, (within) => {
        const attempts = reason === undefined ? job.attempts - 1 : job.attempts;
        const free = { state: "ready", lease_until: null, worker: null } as const;
        const why = { last_error: reason ?? null };
        return changeHeldJob(within, job, { ...free, ...why, attempts, run_at: runAt });
      }),
    abandon: (job, reason) =>
      write(ground, (within) =>
        changeHeldJob(within, job, {
          state: "failed",
          lease_until: null,
          worker: null,
          last_error: reason,
        }),
      ),
  };
}

type Ask = {
  readonly within: Kysely<Schema>;
  readonly worker: string;
  readonly kinds: readonly string[];
  readonly except: readonly string[];
  readonly at: Instant;
};

/** One statement, atomic by itself: the first expired job, or the first that is due. */
async function claimOne(
  ground: Ground,
  ask: Ask,
  from: "running" | "ready",
): Promise<Job | undefined> {
  const row = await ask.within
    .updateTable("job")
    .set({
      state: "running",
      attempts: sql<number>`attempts + 1`,
      fence: sql<number>`fence + 1`,
      lease_until: ask.at + ground.leaseMs,
      worker: ask.worker,
    })
    .where("id", "=", firstOf(ground, ask, from))
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? undefined : toJob(row);
}

function firstOf({ kind }: Ground, ask: Ask, from: "running" | "ready") {
  const due =
    from === "running"
      ? candidates(ask).where("lease_until", "<", ask.at).orderBy("lease_until")
      : candidates(ask).where("run_at", "<=", ask.at).orderBy("run_at");
  const first = due.where("state", "=", from).orderBy("id").limit(1);
  return kind === "postgres" ? first.forUpdate().skipLocked() : first;
}

function candidates({ within, kinds, except }: Ask) {
  const wanted = within.selectFrom("job").select("id").where("kind", "in", kinds);
  return except.length === 0 ? wanted : wanted.where("id", "not in", except.map(Number));
}

const toJob = (row: Selectable<JobTable>): Job => ({
  id: String(row.id),
  kind: row.kind,
  idem: row.idem,
  data: fromJsonText(row.data) as Job["data"],
  ...(row.ticket_id === null ? {} : { ticket: row.ticket_id as TicketId }),
  runAt: row.run_at as Instant,
  fence: row.fence,
  attempts: row.attempts,
});
