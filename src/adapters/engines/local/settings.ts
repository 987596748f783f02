import type { Clock } from "../../../kernel/clock.ts";
import type { RetentionSchedule } from "../../../restore/retention-schedule.ts";
import type { ProjectSite } from "../../projects/project-site.ts";
import type { Journal } from "./journal.ts";
import type { Runner } from "./runner.ts";
import type { Store } from "./store.ts";
import type { Threads } from "./threads/threads.ts";

/** What the parts of the local engine share. */
export type Local = {
  readonly store: Store;
  readonly projects: readonly ProjectSite[];
  /** Where restores to a new target are put, each in a folder of its own. */
  readonly restores: string;
  /** Where retrieved snapshots are laid out for the customer. */
  readonly recovery: string;
  readonly now: Clock;
  readonly journal: Journal;
  readonly runner: Runner;
  readonly threads: Threads;
  readonly planLifeMs?: number;
  /** How many recovery points an environment may have. */
  readonly mostPoints?: number;
  /** How the automatic snapshots are thinned out: a plan ends when its moment leaves its row. */
  readonly schedule?: RetentionSchedule;
};
