import type { Kysely } from "kysely";
import type { Job } from "../../desk/job.ts";
import type { Schema } from "./schema.ts";

type Held = Pick<Job, "id" | "fence">;

/** Changes a job that is still held under this fence. False: it is not, and nothing was changed. */
export async function changeHeldJob(
  within: Kysely<Schema>,
  job: Held,
  set: {
    readonly state?: "ready" | "done" | "failed";
    readonly run_at?: number;
    readonly attempts?: number;
    readonly lease_until?: number | null;
    readonly worker?: null;
    readonly last_error?: string | null;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await within
    .updateTable("job")
    .set(set)
    .where("id", "=", Number(job.id))
    .where("fence", "=", job.fence)
    .where("state", "=", "running")
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Completes a job. False: its lease was lost. */
export const finishJob = (within: Kysely<Schema>, job: Held): Promise<boolean> =>
  changeHeldJob(within, job, { state: "done", lease_until: null, worker: null });
