import type { NewJob } from "../../desk/job.ts";
import { addJobs } from "./add-work.ts";
import { commit } from "./ground.ts";
import type { Ground } from "./ground.ts";
import { fromJsonText } from "./json-text.ts";

export interface Timers {
  /** Turns what has fallen due into jobs, each timer once, in the same commit. Gives how many. */
  fireDue(): Promise<number>;
}

const AT_ONCE = 50;

export function timers(ground: Ground): Timers {
  return {
    fireDue: () =>
      commit(ground, async (one) => {
        const { t } = one;
        const at = await ground.now(t);
        const due = t
          .selectFrom("timer")
          .select(["key", "job"])
          .where("fired_at", "is", null)
          .where("due_at", "<=", at)
          .orderBy("due_at")
          .limit(AT_ONCE);
        const rows = await (
          ground.kind === "postgres" ? due.forUpdate().skipLocked() : due
        ).execute();
        if (rows.length === 0) return 0;
        const keys = rows.map((row) => row.key);
        await t.updateTable("timer").set({ fired_at: at }).where("key", "in", keys).execute();
        await addJobs(
          one,
          rows.map((row) => fromJsonText(row.job) as NewJob),
        );
        return rows.length;
      }),
  };
}
