import type { Actor } from "../../desk/audit-entry.ts";
import type { Change } from "../../desk/ports.ts";
import type { TicketId } from "../../kernel/ids.ts";
import { addJobs, addNotices, addTimers, dropTimers } from "./add-work.ts";
import { addAuditLine } from "./audit-lines.ts";
import type { Commit } from "./ground.ts";

type Kept = Pick<Change, "audit" | "cancelTimers" | "jobs" | "notices" | "timers"> & {
  readonly id: TicketId;
  readonly actor: Actor;
};

/** Everything a change brings besides the ticket's own row. The audit line comes last: it is waited for. */
export async function keepChange(commit: Commit, change: Kept): Promise<void> {
  await dropTimers(commit, change.cancelTimers);
  await addTimers(commit, change.timers);
  await addJobs(commit, change.jobs);
  await addNotices(commit, change.notices);
  await addAuditLine(commit, change.actor, change.audit, change.id);
}
