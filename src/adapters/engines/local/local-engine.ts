import { join } from "node:path";
import { systemClock, type Clock } from "../../../kernel/clock.ts";
import { EngineError } from "../../../restore/engine-error.ts";
import type { Operation } from "../../../restore/operation.ts";
import { isFinal } from "../../../restore/operation-moves.ts";
import type { Capabilities, SnapshotEngine } from "../../../restore/ports.ts";
import type { RetentionSchedule } from "../../../restore/retention-schedule.ts";
import type { Snapshot } from "../../../restore/snapshot.ts";
import type { ProjectSite } from "../../projects/project-site.ts";
import { createSnapshot } from "./create-snapshot.ts";
import { deleteSnapshot } from "./delete-snapshot.ts";
import {
  collectHandOver,
  handOversOf,
  tendHandOvers,
  type HandOver,
  type HandOverRound,
} from "./hand-overs.ts";
import { executePlan } from "./execute-plan.ts";
import { healthOf } from "./health.ts";
import { isHeldStill } from "./held-still.ts";
import { openJournal } from "./journal.ts";
import { rotateKeys } from "./keys.ts";
import { getOne } from "./listing.ts";
import { pageOf } from "./page-of.ts";
import { partsOf } from "./parts.ts";
import { planRestore } from "./plan-restore.ts";
import { capabilitiesOf } from "./policy.ts";
import { pruneSnapshots } from "./prune-snapshots.ts";
import { presentLine } from "./recovery-points.ts";
import { endStopped, probed, resumeInterrupted } from "./recover.ts";
import { createRunner, operationId } from "./runner.ts";
import type { Local } from "./settings.ts";
import { fullScope, siteOf, type Site } from "./sites.ts";
import { setAsideOf, tendSetAside, type SetAside, type SetAsideRound } from "./set-aside.ts";
import type { Store } from "./store.ts";
import { archiveThreads } from "./threads/threads.ts";
import { sweep } from "./sweep.ts";
import { verifySubject } from "./verify-snapshot.ts";

type Needs = {
  readonly store: Store;
  readonly projects: readonly ProjectSite[];
  /** Where restores to a new target are put. */
  readonly restores?: string;
  /** Where retrieved snapshots are laid out for the customer. */
  readonly recovery?: string;
  readonly now?: Clock;
  readonly planLifeMs?: number;
  readonly mostPoints?: number;
  readonly pageSize?: number;
  readonly schedule?: RetentionSchedule;
};

/** The port, and what only an engine of our own has to do. */
export type LocalEngine = SnapshotEngine & {
  /** Goes on with what a crash interrupted. Call it at the start, and again later: of a process on another host only a minute of silence tells that it is gone. */
  resumeInterrupted(): Promise<readonly Operation[]>;
  /** Ends what was stopped by hand and died before it had cleared up. */
  endStopped(): Promise<void>;
  /** Removes leftovers of crashes. */
  sweep(): Promise<{ readonly partial: readonly string[]; readonly trash: readonly string[] }>;
  handOvers(): readonly HandOver[];
  /** Warns of hand-overs that end within a day and removes those that have ended. */
  tendHandOvers(): Promise<HandOverRound>;
  /** What restores in place have replaced and is still there. */
  setAside(): readonly SetAside[];
  /** Warns of what ends within a day and removes what has ended. */
  tendSetAside(): Promise<SetAsideRound>;
  /** The customer has copied what was needed: removes the data, the operation has succeeded. */
  collected(operationId: string): Promise<void>;
  /** New keys for what is sealed and signed from now on; the old ones stay, for what they made. */
  rotateKeys(): Promise<{
    readonly recipients: readonly string[];
    /** How many keys open snapshots now. */
    readonly held: number;
    readonly folder: string;
  }>;
  /** The operation, once its work in this process has ended. */
  settled(id: string): Promise<Operation>;
  /** Stops what runs and closes the journal. */
  close(): Promise<void>;
};

/** The embedded engine: real snapshots of folders and SQLite databases, as tar, zstd and age. */
export function localEngine(needs: Needs): LocalEngine {
  const local = assemble(needs);
  const { store, projects, runner } = local;
  const operation = (id: string) => operationNow(local, id);
  return {
    id: "local",
    health: () => healthOf(local),
    capabilities: async (scope) => capabilitiesAt(siteOf(projects, scope)),
    list: (scope, query) =>
      pageOf(local, { scope, query: query ?? {}, pageSize: needs.pageSize ?? PAGE_SIZE }),
    get: ({ id }) => getSnapshot(local, id),
    create: createSnapshot(local),
    planRestore: planRestore(local),
    execute: executePlan(local),
    operation,
    operationByKey: async (key) =>
      runner.entry(operationId(key)) === undefined ? undefined : operation(operationId(key)),
    cancel: (id) => cancel(local, id),
    verify: verifySubject(local),
    delete: deleteSnapshot(local),
    prune: pruneSnapshots(local),
    resumeInterrupted: () => resumeInterrupted(local),
    endStopped: () => endStopped(local),
    sweep: () => sweep(local),
    handOvers: () => handOversOf(local),
    tendHandOvers: () => tendHandOvers(local),
    setAside: () => setAsideOf(local),
    tendSetAside: () => tendSetAside(local),
    collected: (id) => collectHandOver(local, id),
    async rotateKeys() {
      const { recipients, identities } = await rotateKeys(store.keysFolder);
      await store.refreshKeys();
      return { recipients, held: identities.length, folder: store.keysFolder };
    },
    async settled(id) {
      await runner.settled(id);
      return operation(id);
    },
    async close() {
      await runner.close();
      await local.threads.close();
      local.journal.close();
    },
  };
}

const PAGE_SIZE = 100;

/** What the rules allow of what can be done where an environment lies. */
function capabilitiesAt(site: Site): Capabilities {
  const can = capabilitiesOf(fullScope(site));
  const still = isHeldStill(site.environment);
  const consistency = can.consistency.filter((one) => still || one !== "application");
  return { ...can, consistency, parts: partsOf(site.environment) };
}

function assemble(needs: Needs): Local {
  const { store, projects, now = systemClock } = needs;
  const journal = openJournal(store.operations);
  return {
    store,
    projects,
    restores: needs.restores ?? join(store.folder, "..", "restored"),
    recovery: needs.recovery ?? join(store.folder, "..", "recovery"),
    now,
    journal,
    runner: createRunner({ journal, now }),
    threads: archiveThreads(),
    ...(needs.planLifeMs === undefined ? {} : { planLifeMs: needs.planLifeMs }),
    ...(needs.mostPoints === undefined ? {} : { mostPoints: needs.mostPoints }),
    ...(needs.schedule === undefined ? {} : { schedule: needs.schedule }),
  };
}

async function getSnapshot(local: Local, id: string): Promise<Snapshot> {
  const { snapshot } = await getOne(local.store, id);
  if (snapshot.kind !== "recovery-point") return snapshot;
  const [current] = await presentLine(local, snapshot.scope.resource);
  return current === id ? { ...snapshot, current: true } : snapshot;
}

async function operationNow(local: Local, id: string): Promise<Operation> {
  const entry = local.runner.entry(id);
  if (entry !== undefined) return probed(local, entry);
  const message = `Cannot find the operation "${id}"`;
  throw new EngineError("not-found", "no", { message });
}

/** What has begun to change data in place may still succeed. */
async function cancel(local: Local, id: string): Promise<Operation> {
  const { state } = await operationNow(local, id);
  if (isFinal(state) || state === "awaiting-customer") return operationNow(local, id);
  if (!local.runner.stop(id)) {
    const message = "Cannot cancel the operation: another process works on it";
    throw new EngineError("busy", "later", { message });
  }
  await local.runner.settled(id);
  return operationNow(local, id);
}
