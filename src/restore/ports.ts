import type { Instant } from "../kernel/clock.ts";
import type { PersonId } from "../kernel/ids.ts";
import type { Result } from "../kernel/result.ts";
import type { Operation, Progress, VerifyReport } from "./operation.ts";
import type { DraftRef, RestoreDraft } from "./restore-draft.ts";
import type { LeftOut } from "./left-out.ts";
import type { Part } from "./part.ts";
import type { ApprovedPlan, Build, Check, RestorePlan, RestoreRequest } from "./restore-plan.ts";
import type { RestoreProblem } from "./restore-problem.ts";
import type { RetentionSchedule } from "./retention-schedule.ts";
import type { Environment, Plan, Product } from "../kernel/product.ts";
import type { Scope } from "./scope.ts";
import type { Consistency, EngineId, Snapshot, SnapshotRef } from "./snapshot.ts";

export type Capabilities = {
  readonly list: "yes" | "by-hand" | "no";
  readonly create: boolean;
  readonly consistency: readonly Consistency[];
  readonly restoreInPlace: boolean;
  readonly restoreToNew: boolean;
  readonly retrieve: "yes" | "by-hand" | "no";
  readonly exactMoment: boolean;
  readonly delete: boolean;
  readonly prune: boolean;
  readonly cancel: boolean;
  /** Recovery points, each with its parent; the environment can be reverted to one in place. */
  readonly hierarchy: boolean;
  /** What can be built anew from a snapshot, besides plain data at a new target. */
  readonly builds: readonly Build[];
  /** What can be given back alone; empty where only everything can. */
  readonly parts: readonly Part[];
  readonly verify: "content" | "metadata" | "none";
  readonly nativeIdempotency: boolean;
  /** Why something is missing. */
  readonly reason?: "plan-rule" | "not-documented" | "not-connected" | "engine-lacks-it";
};

export type Health = {
  readonly state: "ok" | "degraded" | "down";
  readonly at: Instant;
  readonly clockSkewMs?: number;
  readonly checks: readonly Check[];
};

export type Page<Item> = {
  readonly items: readonly Item[];
  readonly next?: string;
  /** Of the whole list, the same on every page; absent where nothing is left out. */
  readonly leftOut?: readonly LeftOut[];
};

/** Who makes an engine do something, under which key. */
export type Run = {
  /** The same key again returns the first operation. */
  readonly idempotencyKey: string;
  readonly actor: string;
  readonly ticketId?: string;
  readonly signal: AbortSignal;
  /** Grows with every holder of the job; an older holder is refused. */
  readonly fence: number;
};

export type CreateInput = {
  readonly scope: Scope;
  readonly origin: "manual" | "automatic";
  readonly description?: string;
  /** A recovery point is of a whole instance, on the hypervisor; `snapshot` where nothing is said. */
  readonly kind?: "snapshot" | "recovery-point";
  /** With the instance's memory; only a recovery point can. */
  readonly memory?: boolean;
  /** Flush and hold the instance for a moment; where the engine cannot, `not-supported` with the reason. */
  readonly quiesce?: boolean;
  /** Stop writers for a consistent copy, or not (`--live`). */
  readonly live?: boolean;
};

export type Kept = { readonly id: string; readonly to: Instant; readonly reason: string };

export type PruneReport = {
  readonly dryRun: boolean;
  readonly keep: readonly Kept[];
  readonly drop: readonly Kept[];
  readonly refused: readonly Kept[];
};

export type SnapshotQuery = {
  readonly from?: Instant;
  readonly to?: Instant;
  readonly cursor?: string;
};

/**
 * Takes, lists and gives back snapshots. It sees instants in UTC only, never a wall clock.
 * Every method throws `EngineError` where the outside fails; an answer lost after sending is an operation in state `unknown`.
 */
export interface SnapshotEngine {
  readonly id: EngineId;
  health(): Promise<Health>;
  capabilities(scope: Scope): Promise<Capabilities>;
  /** Newest first; the cursor is stable while snapshots appear. */
  list(scope: Scope, query?: SnapshotQuery): Promise<Page<Snapshot>>;
  get(ref: SnapshotRef): Promise<Snapshot>;
  create(input: CreateInput, run: Run): Promise<Operation>;
  /** Changes nothing, anywhere. */
  planRestore(request: RestoreRequest): Promise<Result<RestorePlan, RestoreProblem>>;
  /** Checks plan and approval once more, then starts. The same key again returns the first operation. */
  execute(approved: ApprovedPlan, run: Run): Promise<Operation>;
  /** As it is now; asks the provider where the state is `unknown`. */
  operation(id: string): Promise<Operation>;
  /** The operation that was started under a key, if there is one: the probe after a lost answer. */
  operationByKey(idempotencyKey: string): Promise<Operation | undefined>;
  cancel(id: string, run: Run): Promise<Operation>;
  /** `onProgress` is told how far it is, where the engine can tell. */
  verify(
    subject: { readonly operationId: string } | SnapshotRef,
    depth: "metadata" | "content",
    onProgress?: (progress: Progress) => void,
  ): Promise<VerifyReport>;
  delete(ref: SnapshotRef, run: Run): Promise<Operation>;
  prune(
    scope: Scope,
    schedule: RetentionSchedule,
    run: Run & { readonly dryRun: boolean },
  ): Promise<PruneReport>;
}

/** A project whose environments may be restored. */
export type Project = {
  readonly id: string;
  readonly name: string;
  readonly product: Product;
  readonly plan: Plan;
  readonly environments: readonly Environment[];
};

/** The projects the desk knows, and the engine that serves each environment of them. */
export interface Projects {
  list(): readonly Project[];
  find(id: string): Project | undefined;
  engineFor(project: string, environment: Environment): SnapshotEngine | undefined;
}

/** What policy says about getting an environment back; knowledge's answer, passed in. */
export type WayBack =
  | { readonly mode: "restore"; readonly cell: string; readonly byCustomer: boolean }
  | {
      readonly mode: "retrieve";
      readonly cell: string;
      readonly schedule: RetentionSchedule;
    }
  | { readonly mode: "none"; readonly cell: string };

export type WayBackFor = (environment: {
  readonly product: Product;
  readonly plan: Plan;
  readonly environment: Environment;
}) => WayBack;

/** Requests that are being filled in. Every method resolves after its commit. */
export interface DraftStore {
  /** A draft that holds nothing yet, version 0: what is saved over it is its version 1. */
  begin(by: PersonId): Promise<DraftRef>;
  /** A new draft, or the next version of one. */
  save(draft: RestoreDraft, by: PersonId, over?: DraftRef): Promise<DraftRef>;
  get(ref: DraftRef): Promise<RestoreDraft | undefined>;
}
