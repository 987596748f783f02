import type { Instant } from "../../src/kernel/clock.ts";
import { fail, ok } from "../../src/kernel/result.ts";
import { chooseSnapshot } from "../../src/restore/choose-snapshot.ts";
import { EngineError } from "../../src/restore/engine-error.ts";
import type { Operation } from "../../src/restore/operation.ts";
import { freezePlan } from "../../src/restore/plan-digest.ts";
import type { LeftOut } from "../../src/restore/left-out.ts";
import type { Capabilities, SnapshotEngine } from "../../src/restore/ports.ts";
import type { Snapshot } from "../../src/restore/snapshot.ts";

/** What may go wrong on the way to the engine or back, next time it is called. */
export type Trouble =
  "lost-before-effect" | "lost-after-effect" | "unavailable" | "refused" | "never-answers-probe";

export type ScriptedEngine = SnapshotEngine & {
  /** Keys of the restores that really happened, in order. Tests count these, not answers. */
  readonly effects: string[];
  readonly trouble: Set<Trouble>;
  /** Steps every operation goes through before it rests. */
  steps: Operation["state"][];
  readonly snapshots: Snapshot[];
  /** What the list does not show. */
  readonly leftOut: LeftOut[];
};

const CAPABILITIES: Capabilities = {
  list: "yes",
  create: true,
  consistency: ["application"],
  restoreInPlace: false,
  restoreToNew: true,
  retrieve: "yes",
  exactMoment: false,
  delete: false,
  prune: false,
  cancel: true,
  hierarchy: false,
  builds: [],
  parts: [],
  verify: "content",
  nativeIdempotency: true,
};

/** An engine in memory whose troubles are scripted. Its journal of effects is the truth. */
export function scriptedEngine(
  now: () => Instant,
  snapshots: Snapshot[],
  over: Partial<Capabilities> = {},
): ScriptedEngine {
  const operations = new Map<string, Operation & { left: Operation["state"][] }>();
  const refuse = (what: string) =>
    Promise.reject(
      new EngineError("not-supported", "no", { message: `Cannot ${what}: expected a real engine` }),
    );
  const left = () => (engine.leftOut.length === 0 ? {} : { leftOut: [...engine.leftOut] });
  const engine: ScriptedEngine = {
    id: "local",
    effects: [],
    trouble: new Set(),
    steps: ["running", "verifying", "succeeded"],
    snapshots,
    leftOut: [],
    health: () => Promise.resolve({ state: "ok", at: now(), checks: [] }),
    capabilities: () => Promise.resolve({ ...CAPABILITIES, ...over }),
    list: () => Promise.resolve({ items: engine.snapshots, ...left() }),
    get: ({ id }) => {
      const found = engine.snapshots.find((one) => one.id === id);
      return found === undefined ? refuse("get") : Promise.resolve(found);
    },
    create: () => refuse("create"),
    delete: () => refuse("delete"),
    prune: () => refuse("prune"),
    planRestore(request) {
      const { moment, snapshotId } = request;
      const chosen = chooseSnapshot(engine.snapshots, {
        moment,
        now: now(),
        ...(snapshotId === undefined ? {} : { snapshotId }),
        ...left(),
      });
      if (!chosen.ok) return Promise.resolve(chosen);
      const { before, gapMs } = chosen.value;
      if (gapMs > request.gapLimitMs && request.acknowledgedGapMs !== gapMs) {
        const limitMs = request.gapLimitMs;
        return Promise.resolve(
          fail({ kind: "gap-too-large" as const, gapMs, limitMs, candidate: before.id }),
        );
      }
      return Promise.resolve(
        ok(
          freezePlan({
            id: `plan-${now()}`,
            createdAt: now(),
            expiresAt: (now() + 4 * 3_600_000) as Instant,
            engine: "local",
            request,
            snapshot: before,
            gapMs,
            ...left(),
            destructive: false,
            safetySnapshot: false,
            downtime: "none",
            preconditions: [],
            warnings: [],
            customerSteps: [],
          }),
        ),
      );
    },
    execute(approved, run) {
      if (engine.trouble.delete("unavailable")) {
        throw new EngineError("unavailable", "later", { message: "the engine is away" });
      }
      if (engine.trouble.delete("refused")) {
        throw new EngineError("plan-stale", "no", { message: "the snapshot has changed" });
      }
      if (engine.trouble.delete("lost-before-effect")) {
        throw new EngineError("unavailable", "after-probe", { message: "no answer" });
      }
      const known = operations.get(run.idempotencyKey);
      if (known !== undefined) return Promise.resolve(known);
      engine.effects.push(run.idempotencyKey);
      const operation = {
        id: `op-${operations.size + 1}`,
        engine: "local" as const,
        kind: approved.request.mode,
        state: "queued" as const,
        idempotencyKey: run.idempotencyKey,
        requestHash: approved.digest,
        providerIds: [],
        snapshotId: approved.snapshot.id,
        planDigest: approved.digest,
        place: `/restored/${approved.request.target.name}`,
        startedAt: now(),
        updatedAt: now(),
        left: [...engine.steps],
      };
      operations.set(run.idempotencyKey, operation);
      if (engine.trouble.delete("lost-after-effect")) {
        throw new EngineError("unavailable", "after-probe", { message: "no answer" });
      }
      return Promise.resolve(operation);
    },
    operation(id) {
      const found = [...operations.values()].find((one) => one.id === id);
      if (found === undefined) return refuse("find");
      const state = found.left.shift() ?? found.state;
      const next = { ...found, state, updatedAt: now() };
      operations.set(found.idempotencyKey, next);
      return Promise.resolve(next);
    },
    operationByKey(key) {
      if (engine.trouble.has("never-answers-probe")) {
        throw new EngineError("unavailable", "later", { message: "the engine is away" });
      }
      return Promise.resolve(operations.get(key));
    },
    cancel(id) {
      const found = [...operations.values()].find((one) => one.id === id);
      if (found === undefined) return refuse("find");
      const next = { ...found, state: "cancelling" as const, left: ["cancelled" as const] };
      operations.set(found.idempotencyKey, next);
      return Promise.resolve(next);
    },
    verify: () =>
      Promise.resolve({
        depth: "content",
        state: "matches",
        files: 3,
        bytes: 1200,
        differences: [],
        at: now(),
      }),
  };
  return engine;
}

/** A finished snapshot of one instant. */
export const snapshotAt = (id: string, at: Instant): Snapshot => ({
  engine: "local",
  id,
  scope: {
    product: "commerce-cloud",
    plan: "pro",
    environment: "integration",
    resource: "shop-eu/integration",
  },
  kind: "snapshot",
  origin: "automatic",
  pointInTime: { from: at, to: at },
  createdAt: at,
  state: "available",
  rawState: "available",
  consistency: "application",
  holds: ["files", "database"],
  encrypted: true,
  locked: false,
});
