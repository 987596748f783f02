import type { Job } from "../desk/job.ts";
import type { Run, SnapshotEngine } from "./ports.ts";
import type { RestoreCase, RestoreTicket } from "./restore-case.ts";
import type { ApprovedPlan } from "./restore-plan.ts";

/** A run in hand: everything that was looked up for it. */
export type RunInHand = {
  readonly job: Job;
  readonly ticket: RestoreTicket;
  readonly run: NonNullable<RestoreCase["run"]>;
  readonly plan: ApprovedPlan;
  readonly engine: SnapshotEngine;
  readonly signal: AbortSignal;
};

/** How the engine knows this run: by its key, and by the fence of whoever holds the job. */
export const engineRun = ({ job, ticket, run, signal }: RunInHand): Run => ({
  idempotencyKey: run.key,
  actor: run.by,
  ticketId: ticket.id,
  signal,
  fence: job.fence,
});
