import { randomUUID } from "node:crypto";
import type { LocalEngine } from "../adapters/engines/local/local-engine.ts";
import type { Clock } from "../kernel/clock.ts";
import { EngineError } from "../restore/engine-error.ts";
import type { Projects, Run } from "../restore/ports.ts";
import type { RetentionSchedule } from "../restore/retention-schedule.ts";
import { complain, remark } from "./output.ts";
import { findEnvironment, type Named } from "./snapshots.ts";

export type SnapshotsNeeds = {
  /** Opens the engines beside a desk that may be running. */
  readonly open: () => Promise<{
    readonly projects: Projects;
    /** What only an engine of our own has. */
    readonly local: Pick<LocalEngine, "handOvers" | "setAside" | "rotateKeys" | "endStopped">;
    readonly close: () => Promise<void>;
  }>;
  readonly schedule: RetentionSchedule;
  readonly now: Clock;
  readonly gapLimitMs?: number;
  /** Who works at the terminal, as the roles of the projects file name them. */
  readonly actor?: string;
};

export type Json = { readonly json?: true };
export type Dry = { readonly dryRun?: true };

/** How an environment is named on the command line. */
export const ENVIRONMENT = [
  "<environment>",
  "project and environment: shop-eu/integration",
] as const;

type Work = (named: Named) => Promise<void>;

/** Opens the engines, finds an environment, and closes them again. */
export const within = (needs: SnapshotsNeeds, name: string, work: Work): Promise<void> =>
  reading(needs, async (projects) => {
    const named = findEnvironment(projects, name);
    if (named.ok) await work(named.value);
    else complain(named.problem);
  });

/**
 * Opens the engines and closes them again; what an engine refuses is told, not thrown. What a command
 * left that was stopped twice is cleared up first.
 */
export async function reading(
  needs: SnapshotsNeeds,
  work: (projects: Projects) => Promise<void>,
): Promise<void> {
  const { projects, local, close } = await needs.open();
  try {
    await local.endStopped().catch((cause: unknown) => {
      const reason = cause instanceof Error ? cause.message : String(cause);
      remark(`What a stopped command left is still there: ${reason}`);
    });
    await work(projects);
  } catch (cause) {
    if (!(cause instanceof EngineError)) throw cause;
    complain(cause.message);
  } finally {
    await close();
  }
}

/** One deed by hand, under a key of its own. Ctrl-C stops it and leaves nothing half done; pressed again, it ends the command. */
export const runOf = ({ actor = "cli" }: SnapshotsNeeds): Run => ({
  idempotencyKey: `cli ${randomUUID()}`,
  actor,
  signal: interrupted(),
  fence: 1,
});

const ENDING = ["SIGINT", "SIGTERM"] as const;

/** Only the first one is heard: the second, whichever it is, ends the process as if nobody listened. */
function interrupted(): AbortSignal {
  const stop = new AbortController();
  const onFirst = (): void => {
    for (const signal of ENDING) process.off(signal, onFirst);
    stop.abort();
  };
  for (const signal of ENDING) process.on(signal, onFirst);
  return stop.signal;
}
