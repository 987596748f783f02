import { join } from "node:path";
import { systemClock, type Clock } from "../../../kernel/clock.ts";
import { EngineError } from "../../../restore/engine-error.ts";
import type { Operation } from "../../../restore/operation.ts";
import { isFinal } from "../../../restore/operation-moves.ts";
import type { Run, SnapshotEngine } from "../../../restore/ports.ts";
import type { ApprovedPlan } from "../../../restore/restore-plan.ts";
import type { RetentionSchedule } from "../../../restore/retention-schedule.ts";
import type { SnapshotRef } from "../../../restore/snapshot.ts";
import type { ProjectSite } from "../../projects/project-site.ts";
import { checkApproved } from "./check-approved.ts";
import { createSnapshot } from "./create-snapshot.ts";
import { giveBack, placeOf } from "./give-back.ts";
import {
  collectHandOver,
  handOversOf,
  tendHandOvers,
  type HandOver,
  type HandOverRound,
} from "./hand-overs.ts";
import { healthOf } from "./health.ts";
import { openJournal } from "./journal.ts";
import { getOne } from "./listing.ts";
import { pageOf } from "./page-of.ts";
import { planRestore } from "./plan-restore.ts";
import { capabilitiesOf } from "./policy.ts";
import { pruneSnapshots } from "./prune-snapshots.ts";
import { probed, resume, resumeInterrupted } from "./recover.ts";
import { removeSnapshot } from "./remove-snapshot.ts";
import { createRunner, operationId } from "./runner.ts";
import type { Local } from "./settings.ts";
import { fullScope, siteOf } from "./sites.ts";
import type { Store } from "./store.ts";
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
  readonly pageSize?: number;
  readonly schedule?: RetentionSchedule;
};

/** The port, and what only an engine of our own has to do. */
export type LocalEngine = SnapshotEngine & {
  /** Call once at the start, before anybody asks for operations: goes on with what a crash interrupted. */
  resumeInterrupted(): Promise<readonly Operation[]>;
  /** Removes leftovers of crashes. */
  sweep(): Promise<{ readonly partial: readonly string[]; readonly trash: readonly string[] }>;
  handOvers(): readonly HandOver[];
  /** Warns of hand-overs that end within a day and removes those that have ended. */
  tendHandOvers(): Promise<HandOverRound>;
  /** The customer has copied what was needed: removes the data, the operation has succeeded. */
  collected(operationId: string): Promise<void>;
  /** The operation, once its work in this process has ended. */
  settled(id: string): Promise<Operation>;
  /** Stops what runs and closes the journal. */
  close(): Promise<void>;
};

/** The embedded engine: real snapshots of folders and SQLite databases, as tar, zstd and age. */
export function localEngine(needs: Needs): LocalEngine {
  const { store, projects, now = systemClock, pageSize = 100 } = needs;
  const journal = openJournal(store.operations);
  const runner = createRunner({ journal, now });
  const local: Local = {
    store,
    projects,
    restores: needs.restores ?? join(store.folder, "..", "restored"),
    recovery: needs.recovery ?? join(store.folder, "..", "recovery"),
    now,
    journal,
    runner,
    ...(needs.planLifeMs === undefined ? {} : { planLifeMs: needs.planLifeMs }),
    ...(needs.schedule === undefined ? {} : { schedule: needs.schedule }),
  };
  const operation = async (id: string): Promise<Operation> => {
    const entry = runner.entry(id);
    if (entry === undefined) throw unknown(id);
    return probed(local, entry);
  };

  return {
    id: "local",
    health: () => healthOf(local),
    capabilities: async (scope) => capabilitiesOf(fullScope(siteOf(projects, scope))),
    list: (scope, query) => pageOf(local, { scope, query: query ?? {}, pageSize }),
    get: async ({ id }) => (await getOne(store, id)).snapshot,
    create: createSnapshot(local),
    planRestore: planRestore(local),
    execute: (approved, run) => execute(local, approved, run),
    operation,
    async operationByKey(key) {
      const entry = runner.entry(operationId(key));
      return entry === undefined ? undefined : probed(local, entry);
    },
    async cancel(id) {
      const { state } = await operation(id);
      if (!isFinal(state)) {
        runner.stop(id);
        await runner.settled(id);
      }
      return operation(id);
    },
    verify: verifySubject(local),
    delete: (ref, run) => remove(local, ref, run),
    prune: pruneSnapshots(local),
    resumeInterrupted: () => resumeInterrupted(local),
    sweep: () => sweep(local),
    handOvers: () => handOversOf(local),
    tendHandOvers: () => tendHandOvers(local),
    collected: (id) => collectHandOver(local, id),
    async settled(id) {
      await runner.settled(id);
      return operation(id);
    },
    async close() {
      await runner.close();
      journal.close();
    },
  };
}

async function execute(local: Local, plan: ApprovedPlan, run: Run): Promise<Operation> {
  const request = asJson(plan);
  const found = local.runner.known({ run, request });
  if (found !== undefined) {
    const now = await probed(local, found);
    return now.state === "unknown" ? resume(local, found, run) : now;
  }
  const cleared = await checkApproved(local, plan);
  const { mode } = plan.request;
  const target = placeOf(local, plan, operationId(run.idempotencyKey));
  const begin = { kind: mode, run, request, work: { request: plan }, target };
  const known = { snapshotId: plan.snapshot.id, planDigest: plan.digest };
  return local.runner.start({ ...begin, ...known }, (task) =>
    giveBack(local, { ...cleared, plan, task }),
  );
}

async function remove(local: Local, ref: SnapshotRef, run: Run): Promise<Operation> {
  const request = { delete: ref.id };
  const found = local.runner.known({ run, request });
  if (found !== undefined) return probed(local, found);
  const { snapshot } = await getOne(local.store, ref.id);
  if (snapshot.scope.resource !== "unknown") checkDeletable(local, snapshot.scope.resource, ref.id);
  const begin = { kind: "delete" as const, run, request, work: {}, snapshotId: ref.id };
  return local.runner.start(begin, async () => {
    await removeSnapshot(local.store, ref.id);
    return { state: "succeeded" };
  });
}

function checkDeletable(local: Local, resource: string, id: string): void {
  const can = capabilitiesOf(
    fullScope(siteOf(local.projects, { product: "commerce-cloud", resource })),
  );
  if (!can.delete) {
    const message = "Cannot delete the snapshot: the plan does not allow it for this environment";
    throw new EngineError("not-supported", "no", { message });
  }
  const busy = local.journal.unfinished().some(({ operation }) => operation.snapshotId === id);
  if (!busy) return;
  throw new EngineError("busy", "later", {
    message: "Cannot delete the snapshot: it is being restored",
  });
}

/** A plan as plain JSON, for its hash: an approval holds nothing else. */
const asJson = (plan: ApprovedPlan) => ({ digest: plan.digest, approval: { ...plan.approval } });

const unknown = (id: string): EngineError =>
  new EngineError("not-found", "no", { message: `Cannot find the operation "${id}"` });
