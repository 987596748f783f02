import type { NewJob } from "../../desk/job.ts";
import type { Notice } from "../../desk/notice.ts";
import type { NewTimer } from "../../desk/ports.ts";
import type { Commit } from "./ground.ts";
import { toJsonText } from "./json-text.ts";

/** Jobs within a commit; a known `idem` changes nothing. */
export async function addJobs(commit: Commit, jobs: readonly NewJob[] = []): Promise<void> {
  if (jobs.length === 0) return;
  const { t, ground, left } = commit;
  const at = await ground.now(t);
  const rows = jobs.map((job) => ({
    kind: job.kind,
    idem: job.idem,
    data: toJsonText(job.data),
    ticket_id: job.ticket ?? null,
    state: "ready" as const,
    run_at: job.runAt ?? at,
    attempts: 0,
    fence: 0,
  }));
  await t
    .insertInto("job")
    .values(rows)
    .onConflict((known) => known.column("idem").doNothing())
    .execute();
  left.add("jobs");
}

/** Notices within a commit; a known `idem` changes nothing. */
export async function addNotices(commit: Commit, notices: readonly Notice[] = []): Promise<void> {
  if (notices.length === 0) return;
  const { t, ground, left } = commit;
  const at = await ground.now(t);
  const rows = notices.map((notice) => ({
    idem: notice.idem,
    recipient: toJsonText(notice.recipient),
    kind: notice.kind,
    data: toJsonText(notice.data),
    slot: notice.slot ?? null,
    state: "ready" as const,
    run_at: at,
    attempts: 0,
  }));
  await t
    .insertInto("outbox")
    .values(rows)
    .onConflict((known) => known.column("idem").doNothing())
    .execute();
  left.add("notices");
}

/** Timers within a commit. One that has not fired yet is set anew, one that has stays as it is. */
export async function addTimers({ t }: Commit, timers: readonly NewTimer[] = []): Promise<void> {
  for (const timer of timers) {
    const row = { due_at: timer.dueAt, job: toJsonText(timer.job) };
    await t
      .insertInto("timer")
      .values({ key: timer.key, ...row })
      .onConflict((known) =>
        known.column("key").doUpdateSet(row).where("timer.fired_at", "is", null),
      )
      .execute();
  }
}

/** Takes back timers that have not fired. */
export async function dropTimers({ t }: Commit, keys: readonly string[] = []): Promise<void> {
  if (keys.length === 0) return;
  await t.deleteFrom("timer").where("key", "in", keys).where("fired_at", "is", null).execute();
}
