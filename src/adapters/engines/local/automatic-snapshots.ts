import type { Clock, Instant } from "../../../kernel/clock.ts";
import { isSnapshotDue, slotAt } from "../../../restore/due-snapshot.ts";
import { EngineError } from "../../../restore/engine-error.ts";
import type { Operation } from "../../../restore/operation.ts";
import type { Run } from "../../../restore/ports.ts";
import type { RetentionSchedule } from "../../../restore/retention-schedule.ts";
import type { Scope } from "../../../restore/scope.ts";
import type { ProjectSite } from "../../projects/project-site.ts";
import type { HandOverRound } from "./hand-overs.ts";
import type { SetAsideRound } from "./set-aside.ts";
import type { LocalEngine } from "./local-engine.ts";
import { isAutomatic } from "./policy.ts";
import { fullScope } from "./sites.ts";

type Needs = {
  readonly engine: LocalEngine;
  readonly projects: readonly ProjectSite[];
  readonly schedule: RetentionSchedule;
  readonly now: Clock;
};

/** What one round of the scheduler did. */
export type Round = {
  readonly taken: readonly Operation[];
  /** Ids of snapshots that were thinned out or whose time was over. */
  readonly pruned: readonly string[];
  readonly handOvers: HandOverRound;
  /** What restores in place had replaced. */
  readonly setAside: SetAsideRound;
  /** What could not be done this time; the next round tries again. */
  readonly faults: readonly { readonly scope: string; readonly message: string }[];
};

const TRIES = 3;
const quiet = new AbortController().signal;

/**
 * One round of the scheduler: takes the automatic snapshots that are due, thins them out, removes
 * what has expired, goes on with what a crash interrupted, warns of hand-overs and replaced data that
 * end and removes them, and sweeps. Call it every few minutes; it keeps nothing in memory, so a restart
 * or a changed clock does not matter.
 */
export function automaticSnapshots(needs: Needs) {
  return async (signal: AbortSignal = quiet): Promise<Round> => {
    const taken: Operation[] = [];
    const pruned: string[] = [];
    const faults: { scope: string; message: string }[] = [];
    for (const scope of localScopes(needs.projects)) {
      try {
        const operation = await takeIfDue(needs, scope, signal);
        if (operation !== undefined) taken.push(operation);
        const run = runFor(`prune ${scope.resource}`, signal);
        const report = await needs.engine.prune(scope, needs.schedule, { ...run, dryRun: false });
        pruned.push(...report.drop.map(({ id }) => id));
      } catch (cause) {
        if (!(cause instanceof EngineError)) throw cause;
        faults.push({ scope: scope.resource, message: cause.message });
      }
    }
    await needs.engine.resumeInterrupted();
    await needs.engine.sweep();
    const handOvers = await needs.engine.tendHandOvers();
    return { taken, pruned, handOvers, setAside: await needs.engine.tendSetAside(), faults };
  };
}

const localScopes = (projects: readonly ProjectSite[]): Required<Scope>[] =>
  projects.flatMap((project) =>
    project.sites
      .filter(({ engine }) => engine === "local")
      .map((environment) => fullScope({ project, environment })),
  );

async function takeIfDue(
  { engine, projects, schedule, now }: Needs,
  scope: Required<Scope>,
  signal: AbortSignal,
): Promise<Operation | undefined> {
  if (!isAutomatic(scope) || !isActive(projects, scope)) return undefined;
  const at = now();
  const slot = slotAt(schedule, at);
  if (slot === undefined) return undefined;
  const { items } = await engine.list(scope, { from: slot.from, to: at });
  const ends = items.filter((one) => one.origin === "automatic").map(endOf);
  if (!isSnapshotDue(schedule, ends, at)) return undefined;
  for (let tried = 1; tried <= TRIES; tried += 1) {
    const key = `automatic ${scope.resource} ${slot.number} ${tried}`;
    const before = await engine.operationByKey(key);
    if (before?.state === "failed" || before?.state === "cancelled") continue;
    const { id } = await engine.create({ scope, origin: "automatic" }, runFor(key, signal));
    return engine.settled(id);
  }
  return undefined;
}

const isActive = (projects: readonly ProjectSite[], { resource, environment }: Required<Scope>) =>
  projects
    .find(({ id }) => resource.startsWith(`${id}/`))
    ?.sites.some(({ name, state }) => name === environment && state === "active") === true;

const endOf = ({ pointInTime }: { readonly pointInTime: { readonly to: Instant } }): Instant =>
  pointInTime.to;

const runFor = (idempotencyKey: string, signal: AbortSignal): Run => ({
  idempotencyKey,
  actor: "scheduler",
  signal,
  fence: 1,
});
