import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS, type Instant } from "../../src/kernel/clock.ts";
import type { PersonId } from "../../src/kernel/ids.ts";
import { EngineError } from "../../src/restore/engine-error.ts";
import type { Operation } from "../../src/restore/operation.ts";
import { planDigest } from "../../src/restore/plan-digest.ts";
import type { CreateInput, Run, SnapshotEngine } from "../../src/restore/ports.ts";
import type { ApprovedPlan, RestorePlan, RestoreRequest } from "../../src/restore/restore-plan.ts";
import type { RetentionSchedule } from "../../src/restore/retention-schedule.ts";
import type { Scope } from "../../src/restore/scope.ts";
import type { Snapshot } from "../../src/restore/snapshot.ts";

/** An engine with a world around it that the suite can change and count. Pages hold two snapshots. */
export type EngineUnderTest = {
  readonly engine: SnapshotEngine;
  readonly clock: { readonly now: () => Instant; readonly set: (at: Instant) => void };
  /** May be snapshotted by hand and restored. */
  readonly manual: Scope;
  /** A second one like it. */
  readonly neighbour: Scope;
  /** Its snapshots are automatic and only retrieved. */
  readonly retrieved: Scope;
  /** Nothing is written down about its plan. */
  readonly undocumented: Scope;
  /** An instance of CloudMC, where the engine serves any. */
  readonly instance?: Scope;
  /** Its content changes. */
  change(scope: Scope): Promise<void>;
  /** An id of the content of a scope now. */
  content(scope: Scope): Promise<string>;
  /** An id of the content an operation gave back. */
  contentGiven(operation: Operation): Promise<string>;
  /** The names of the parts that an operation gave back. Sorted. */
  partsGiven(operation: Operation): Promise<readonly string[]>;
  /** A snapshot whose content ends at an instant. */
  take(scope: Scope, at: Instant): Promise<Snapshot>;
  /** Somebody else's snapshot of a scope appears in the store, where engines can tell. */
  strange?(scope: Scope): Promise<void>;
  /** The content of a snapshot is changed behind the engine's back. */
  damage(snapshot: Snapshot): Promise<void>;
  /** A snapshot goes away behind the engine's back. */
  vanish(snapshot: Snapshot): Promise<void>;
  /** Waits for the end of an operation. */
  settled(operation: Operation): Promise<Operation>;
  /** What exists because the engine did something: snapshots, restored and retrieved data. Sorted. */
  effects(): Promise<readonly string[]>;
  /** Another engine over the same world, as after a restart. */
  restart(): Promise<SnapshotEngine>;
  /** What must never be seen. */
  readonly secrets: readonly string[];
  close(): Promise<void>;
};

const T0 = Date.UTC(2026, 10, 18, 12) as Instant;
const at = (ms: number): Instant => (T0 + ms) as Instant;
const ANNA: PersonId = "T0LOCAL/U0ANNA";
const KIM: PersonId = "T0LOCAL/U0KIM";
const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const SCHEDULE: RetentionSchedule = {
  id: "test",
  appliesTo: "test",
  sources: [],
  rows: [
    { label: "hourly", fromDay: 1, toDay: 2, spacing: "PT1H" },
    { label: "daily", fromDay: 3, toDay: 14, spacing: "P1D" },
  ],
};

const quiet = new AbortController().signal;
const run = (idempotencyKey: string, more: Partial<Run> = {}): Run => ({
  idempotencyKey,
  actor: ANNA,
  signal: quiet,
  fence: 1,
  ...more,
});

const approvedBy = (plan: RestorePlan, by: PersonId, when: Instant): ApprovedPlan => ({
  ...plan,
  approval: { digest: plan.digest, by, at: when },
});

/** What every snapshot engine promises. */
export function snapshotEngineContract(name: string, open: () => Promise<EngineUnderTest>): void {
  describe(`the snapshot engine ${name}`, () => {
    let world: EngineUnderTest;
    let engine: SnapshotEngine;

    beforeEach(async () => {
      world = await open();
      ({ engine } = world);
      world.clock.set(T0);
    });
    afterEach(() => world.close());

    const request = (more: Partial<RestoreRequest> = {}): RestoreRequest => ({
      scope: world.manual,
      moment: at(10 * MINUTE_MS),
      mode: "restore",
      target: { where: "new", name: "back-1" },
      ticketId: "RST-1",
      requestedBy: ANNA,
      gapLimitMs: HOUR_MS,
      ...more,
    });
    const planned = async (more: Partial<RestoreRequest> = {}): Promise<RestorePlan> => {
      const plan = await engine.planRestore(request(more));
      if (!plan.ok) throw new Error(`no plan: ${JSON.stringify(plan.problem)}`);
      return plan.value;
    };
    const approved = async (more: Partial<RestoreRequest> = {}): Promise<ApprovedPlan> =>
      approvedBy(await planned(more), KIM, world.clock.now());
    const problem = async (more: Partial<RestoreRequest>) => {
      const plan = await engine.planRestore(request(more));
      return plan.ok ? "planned" : plan.problem;
    };
    const done = async (operation: Promise<Operation>): Promise<Operation> =>
      world.settled(await operation);
    const refusal = async (deed: Promise<unknown>): Promise<string> => {
      try {
        await deed;
        return "not refused";
      } catch (error) {
        return error instanceof EngineError ? error.kind : `another error: ${String(error)}`;
      }
    };
    /** A snapshot of the manual scope at T0; the clock stands ten minutes later. */
    const held = async (): Promise<Snapshot> => {
      const snapshot = await world.take(world.manual, T0);
      world.clock.set(at(10 * MINUTE_MS));
      return snapshot;
    };
    const ids = async (scope = world.manual): Promise<string[]> => {
      const found: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await engine.list(scope, cursor === undefined ? {} : { cursor });
        found.push(...page.items.map(({ id }) => id));
        cursor = page.next;
      } while (cursor !== undefined);
      return found;
    };

    describe("list() and get()", () => {
      test("list() of an environment without snapshots is empty", async () => {
        expect(await engine.list(world.manual)).toEqual({ items: [] });
      });
      test("list() is newest first by the end of the content", async () => {
        for (const minutes of [0, 9, 3]) await world.take(world.manual, at(minutes * MINUTE_MS));
        const ends: number[] = [];
        for (const id of await ids()) {
          ends.push((await engine.get({ engine: engine.id, id })).pointInTime.to);
        }
        expect(ends).toEqual([at(9 * MINUTE_MS), at(3 * MINUTE_MS), T0]);
      });
      test("list() gives every snapshot once over its pages", async () => {
        const taken: string[] = [];
        for (let minute = 0; minute < 5; minute += 1) {
          taken.unshift((await world.take(world.manual, at(minute * MINUTE_MS))).id);
        }
        expect(await ids()).toEqual(taken);
      });
      test("list() keeps its place while newer snapshots appear", async () => {
        const taken: string[] = [];
        for (let minute = 0; minute < 4; minute += 1) {
          taken.unshift((await world.take(world.manual, at(minute * MINUTE_MS))).id);
        }
        const first = await engine.list(world.manual);
        await world.take(world.manual, at(HOUR_MS));
        const second = await engine.list(world.manual, { cursor: first.next ?? "none" });
        expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(taken);
      });
      test("list() keeps to a span of time, its ends included", async () => {
        const taken: string[] = [];
        for (let minute = 0; minute < 4; minute += 1) {
          taken.push((await world.take(world.manual, at(minute * MINUTE_MS))).id);
        }
        const span = { from: at(MINUTE_MS), to: at(2 * MINUTE_MS) };
        const found = (await engine.list(world.manual, span)).items.map(({ id }) => id);
        expect(found).toEqual([taken[2], taken[1]]);
      });
      test("list() shows only the environment it was asked for", async () => {
        const ours = await world.take(world.manual, T0);
        await world.take(world.neighbour, at(MINUTE_MS));
        expect(await ids()).toEqual([ours.id]);
      });
      test("list() shows a damaged snapshot instead of hiding it", async () => {
        const snapshot = await held();
        await world.damage(snapshot);
        expect(await ids()).toEqual([snapshot.id]);
      });
      test("list() leaves out what nobody can vouch for, and says how much and why", async () => {
        if (world.strange === undefined) return;
        const taken: string[] = [];
        for (let minute = 0; minute < 3; minute += 1) {
          taken.unshift((await world.take(world.manual, at(minute * MINUTE_MS))).id);
        }
        await world.strange(world.manual);
        await world.strange(world.manual);
        await world.strange(world.neighbour);
        const first = await engine.list(world.manual);
        const second = await engine.list(world.manual, { cursor: first.next ?? "none" });
        const leftOut = [{ why: "unknown-signer", count: 2 }];
        expect([first.leftOut, second.leftOut]).toEqual([leftOut, leftOut]);
        expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(taken);
        expect((await engine.list(world.retrieved)).leftOut).toBeUndefined();
      });
      test("get() gives what list() gives", async () => {
        const { id } = await held();
        const [listed] = (await engine.list(world.manual)).items;
        expect(await engine.get({ engine: engine.id, id })).toEqual(listed);
      });
      test.each(["nothing", "", "../store.json", "20261118T120000Z-00000000", "a/b"])(
        "get() of the unknown id %j is not-found",
        async (id) => {
          expect(await refusal(engine.get({ engine: engine.id, id }))).toBe("not-found");
        },
      );
      test("a snapshot spans its content: from, to, then completed", async () => {
        const snapshot = await held();
        const { from, to } = snapshot.pointInTime;
        expect(from).toBeLessThanOrEqual(to);
        expect(snapshot.completedAt ?? to).toBeGreaterThanOrEqual(to);
        expect(snapshot.state).toBe("available");
      });
      test.each(["list", "capabilities", "create", "planRestore"] as const)(
        "%s() of an unknown resource is not-found",
        async (method) => {
          const { product } = world.manual;
          const bare: Scope = { product, resource: "nobody/nothing" };
          const calls = {
            list: () => engine.list(bare),
            capabilities: () => engine.capabilities(bare),
            create: () => engine.create({ scope: bare, origin: "manual" }, run("k")),
            planRestore: () => engine.planRestore(request({ scope: bare })),
          };
          expect(await refusal(calls[method]())).toBe("not-found");
        },
      );
    });

    describe("planRestore() chooses", () => {
      test("a snapshot that ends exactly at the moment", async () => {
        const { id } = await held();
        const plan = await planned({ moment: T0 });
        expect([plan.snapshot.id, plan.gapMs]).toEqual([id, 0]);
      });
      test("nothing where the only snapshot ends a millisecond later", async () => {
        await held();
        const before = { kind: "no-snapshot-before", earliest: T0, latest: T0 };
        expect(await problem({ moment: at(-1) })).toEqual(before);
      });
      test("without what nobody can vouch for, and says how much and why, most of all where nothing is left", async () => {
        if (world.strange === undefined) return;
        await held();
        expect((await planned({ moment: T0 })).leftOut).toBeUndefined();
        await world.strange(world.manual);
        await world.strange(world.neighbour);
        const leftOut = [{ why: "unknown-signer", count: 1 }];
        expect((await planned({ moment: T0 })).leftOut).toEqual(leftOut);
        const none = { kind: "no-snapshot-before", earliest: T0, latest: T0, leftOut };
        expect(await problem({ moment: at(-1) })).toEqual(none);
      });
      test("the one before, and names the next later one", async () => {
        const first = await world.take(world.manual, T0);
        const later = await world.take(world.manual, at(20 * MINUTE_MS));
        world.clock.set(at(30 * MINUTE_MS));
        const plan = await planned({ moment: at(10 * MINUTE_MS) });
        expect(plan.snapshot.id).toBe(first.id);
        expect(plan.gapMs).toBe(10 * MINUTE_MS);
        expect(plan.nextLater).toEqual({ id: later.id, to: later.pointInTime.to });
      });
      test("the newest of several before the moment", async () => {
        await world.take(world.manual, T0);
        const newest = await world.take(world.manual, at(5 * MINUTE_MS));
        world.clock.set(at(10 * MINUTE_MS));
        expect((await planned()).snapshot.id).toBe(newest.id);
      });
      test("nothing where there is nothing, and says no times then", async () => {
        expect(await problem({ moment: T0 })).toEqual({ kind: "no-snapshot-before" });
      });
      test("nothing for a moment in the future", async () => {
        await held();
        expect(await problem({ moment: at(12 * MINUTE_MS) })).toEqual({ kind: "in-the-future" });
      });
      test("a snapshot for a moment a few seconds ahead of our clock", async () => {
        await held();
        expect((await planned({ moment: at(10 * MINUTE_MS + 30_000) })).gapMs).toBeGreaterThan(0);
      });
      test("no snapshot that has expired", async () => {
        const { expiresAt } = await held();
        world.clock.set(at(30 * DAY_MS));
        const far = { moment: at(10 * MINUTE_MS), gapLimitMs: DAY_MS };
        const told = await problem(far);
        const kind = typeof told === "string" ? told : told.kind;
        expect(kind).toBe(expiresAt === undefined ? "planned" : "no-snapshot-before");
      });
      test("no snapshot of another environment", async () => {
        await world.take(world.neighbour, T0);
        world.clock.set(at(10 * MINUTE_MS));
        expect(await problem({})).toEqual({ kind: "no-snapshot-before" });
      });
      test("the one that staff named", async () => {
        const first = await world.take(world.manual, T0);
        await world.take(world.manual, at(5 * MINUTE_MS));
        world.clock.set(at(10 * MINUTE_MS));
        expect((await planned({ snapshotId: first.id })).snapshot.id).toBe(first.id);
      });
      test("no named one that ends after the moment", async () => {
        const { id } = await held();
        const told = await problem({ moment: at(-MINUTE_MS), snapshotId: id });
        expect(told).toEqual({ kind: "snapshot-not-eligible", id, why: "after-the-moment" });
      });
      test("no named one that does not exist", async () => {
        await held();
        expect(await problem({ snapshotId: "x" })).toMatchObject({ kind: "snapshot-not-eligible" });
      });
      test("no gap above the limit, and says how large it is", async () => {
        const { id: candidate } = await held();
        expect(await problem({ gapLimitMs: MINUTE_MS })).toEqual({
          kind: "gap-too-large",
          gapMs: 10 * MINUTE_MS,
          limitMs: MINUTE_MS,
          candidate,
        });
      });
      test("a gap above the limit that was acknowledged exactly", async () => {
        await held();
        const accepted = { gapLimitMs: MINUTE_MS, acknowledgedGapMs: 10 * MINUTE_MS };
        expect((await planned(accepted)).gapMs).toBe(10 * MINUTE_MS);
      });
      test.each([-1, 1, MINUTE_MS])(
        "no gap that was acknowledged %i ms differently",
        async (off) => {
          await held();
          const accepted = { gapLimitMs: MINUTE_MS, acknowledgedGapMs: 10 * MINUTE_MS + off };
          expect(await problem(accepted)).toMatchObject({ kind: "gap-too-large" });
        },
      );
    });

    describe("a restore plan", () => {
      test("leaves no trace, however often it is made", async () => {
        await held();
        const before = await world.effects();
        for (let time = 0; time < 3; time += 1) await planned();
        expect(await world.effects()).toEqual(before);
      });
      test("carries the digest of itself", async () => {
        await held();
        const plan = await planned();
        expect(plan.digest).toBe(planDigest(plan));
      });
      test("ends within four hours and before its snapshot does", async () => {
        const { expiresAt = at(99 * DAY_MS) } = await held();
        const plan = await planned();
        expect(plan.expiresAt).toBeGreaterThan(world.clock.now());
        expect(plan.expiresAt).toBeLessThanOrEqual(world.clock.now() + 4 * HOUR_MS);
        expect(plan.expiresAt).toBeLessThanOrEqual(expiresAt);
      });
      test("overwrites nothing where the target is new", async () => {
        await held();
        const { destructive, safetySnapshot } = await planned();
        expect([destructive, safetySnapshot]).toEqual([false, false]);
      });
      test("in place is destructive with a safety snapshot first, or refused", async () => {
        await held();
        const target = { where: "in-place", name: "x" } as const;
        const plan = await engine.planRestore(request({ target }));
        const can = await engine.capabilities(world.manual);
        const told = plan.ok
          ? [plan.value.destructive, plan.value.safetySnapshot]
          : plan.problem.kind;
        expect(told).toEqual(can.restoreInPlace ? [true, true] : "not-supported");
      });
      test("speaks in codes, not in sentences", async () => {
        await held();
        const { preconditions, warnings, customerSteps } = await planned();
        const codes = [...preconditions, ...warnings].map(({ code }) => code);
        expect([...codes, ...customerSteps].filter((code) => !KEBAB.test(code))).toEqual([]);
      });
      test("says what its estimate is based on", async () => {
        await held();
        const { estimate } = await planned();
        expect(["measured", "published", "rule"]).toContain(estimate?.basis);
      });
      test.each(["", "..", "../out", "a/b", "/abs", ".hidden", "a\0b"])(
        "for a new target with the name %j cannot be run",
        async (bad) => {
          await held();
          const plan = await engine.planRestore(request({ target: { where: "new", name: bad } }));
          const runnable = plan.ok && plan.value.preconditions.every(({ ok }) => ok);
          expect(runnable).toBe(false);
        },
      );
      test("for a target that is taken says so in a precondition", async () => {
        await held();
        await done(engine.execute(await approved(), run("first")));
        const { preconditions } = await planned();
        expect(preconditions.filter(({ ok }) => !ok).map(({ code }) => code)).toContain(
          "target-free",
        );
      });
    });

    describe("execute()", () => {
      test("gives back the content that was captured, not what is there now", async () => {
        const captured = await world.content(world.manual);
        await held();
        await world.change(world.manual);
        const operation = await done(engine.execute(await approved(), run("k")));
        expect(operation.state).toBe("succeeded");
        expect(await world.contentGiven(operation)).toBe(captured);
        expect(await world.content(world.manual)).not.toBe(captured);
      });
      test("ends with a comparison that matches", async () => {
        await held();
        const { id: operationId } = await done(engine.execute(await approved(), run("k")));
        const report = await engine.verify({ operationId }, "content");
        expect(report).toMatchObject({ state: "matches", differences: [] });
      });
      test("says which plan, snapshot and key an operation belongs to", async () => {
        const { id: snapshotId } = await held();
        const plan = await approved();
        const operation = await done(engine.execute(plan, run("k")));
        const { digest: planDigest_ } = plan;
        expect(operation).toMatchObject({
          snapshotId,
          planDigest: planDigest_,
          idempotencyKey: "k",
        });
        expect(operation.finishedAt).toBeDefined();
      });
      test("refuses a plan that nobody approved", async () => {
        await held();
        const plan = (await planned()) as ApprovedPlan;
        expect(await refusal(engine.execute(plan, run("k")))).toBe("approval-missing");
      });
      test("refuses a plan approved by who asked for it", async () => {
        await held();
        const plan = approvedBy(await planned(), ANNA, world.clock.now());
        expect(await refusal(engine.execute(plan, run("k")))).toBe("approval-missing");
      });
      test.each<[what: string, edit: (plan: ApprovedPlan) => ApprovedPlan]>([
        ["the moment", (plan) => ({ ...plan, request: { ...plan.request, moment: T0 } })],
        [
          "the target",
          (plan) => ({
            ...plan,
            request: { ...plan.request, target: { where: "new", name: "y" } },
          }),
        ],
        ["the snapshot", (plan) => ({ ...plan, snapshot: { ...plan.snapshot, id: "z" } })],
        ["the gap", (plan) => ({ ...plan, gapMs: 0 })],
        ["the expiry", (plan) => ({ ...plan, expiresAt: at(DAY_MS) })],
        ["a precondition", (plan) => ({ ...plan, preconditions: [] })],
        ["the ticket", (plan) => ({ ...plan, request: { ...plan.request, ticketId: "RST-2" } })],
        ["the digest", (plan) => ({ ...plan, digest: `sha256:${"0".repeat(64)}` })],
      ])("refuses a plan in which %s was edited", async (_what, edit) => {
        await held();
        const before = await world.effects();
        const plan = edit(await approved());
        expect(await refusal(engine.execute(plan, run("k")))).toBe("plan-stale");
        expect(await world.effects()).toEqual(before);
      });
      test("refuses a plan edited together with its digest", async () => {
        await held();
        const plan = await approved();
        const edited = { ...plan, gapMs: 0 };
        const cheat = { ...edited, digest: planDigest(edited) };
        expect(await refusal(engine.execute(cheat, run("k")))).toBe("plan-stale");
      });
      test("refuses a plan that has expired", async () => {
        await held();
        const plan = await approved();
        world.clock.set(plan.expiresAt);
        expect(await refusal(engine.execute(plan, run("k")))).toBe("plan-stale");
      });
      test("refuses a plan whose snapshot is gone", async () => {
        const snapshot = await held();
        const plan = await approved();
        await world.vanish(snapshot);
        expect(await refusal(engine.execute(plan, run("k")))).toBe("plan-stale");
      });
      test("refuses a plan once a better snapshot has appeared", async () => {
        await held();
        const plan = await approved();
        await world.take(world.manual, at(5 * MINUTE_MS));
        world.clock.set(at(10 * MINUTE_MS));
        expect(await refusal(engine.execute(plan, run("k")))).toBe("plan-stale");
      });
      test("goes on with a named snapshot although a better one has appeared", async () => {
        const { id: snapshotId } = await held();
        const plan = await approved({ snapshotId });
        await world.take(world.manual, at(5 * MINUTE_MS));
        world.clock.set(at(10 * MINUTE_MS));
        expect((await done(engine.execute(plan, run("k")))).state).toBe("succeeded");
      });
      test("does the same key twice once", async () => {
        await held();
        const plan = await approved();
        const first = await done(engine.execute(plan, run("k")));
        const effects = await world.effects();
        const second = await done(engine.execute(plan, run("k")));
        expect(second).toEqual(first);
        expect(await world.effects()).toEqual(effects);
      });
      test("returns the first operation also when the plan has expired meanwhile", async () => {
        await held();
        const plan = await approved();
        const first = await done(engine.execute(plan, run("k")));
        world.clock.set(at(5 * HOUR_MS));
        expect((await engine.execute(plan, run("k"))).id).toBe(first.id);
      });
      test("does ten calls at once with the same key once", async () => {
        await held();
        const plan = await approved();
        const before = (await world.effects()).length;
        const all = await Promise.all(
          Array.from({ length: 10 }, () => done(engine.execute(plan, run("k")))),
        );
        expect(new Set(all.map(({ id }) => id)).size).toBe(1);
        expect((await world.effects()).length).toBe(before + 1);
      });
      test("refuses a key that was used for another plan", async () => {
        await held();
        await done(engine.execute(await approved(), run("k")));
        const other = await approved({ target: { where: "new", name: "back-2" } });
        expect(await refusal(engine.execute(other, run("k")))).toBe("idempotency-mismatch");
      });
      test("refuses an older holder of the job", async () => {
        await held();
        const plan = await approved();
        await done(engine.execute(plan, run("k", { fence: 5 })));
        expect(await refusal(engine.execute(plan, run("k", { fence: 4 })))).toBe("busy");
      });
      test("refuses a target that something lies at", async () => {
        await held();
        const first = await approved();
        const second = await approved();
        await done(engine.execute(first, run("k1")));
        expect(["target-exists", "target-not-empty", "busy"]).toContain(
          await refusal(engine.execute(second, run("k2"))),
        );
      });
      test("lets only one of two restores at once have a target", async () => {
        await held();
        const plans = [await approved(), await approved()];
        const before = (await world.effects()).length;
        const ends = await Promise.allSettled(
          plans.map((plan, number) => done(engine.execute(plan, run(`k${number}`)))),
        );
        const good = ends.filter(
          (end) => end.status === "fulfilled" && end.value.state === "succeeded",
        );
        expect(good).toHaveLength(1);
        expect((await world.effects()).length).toBe(before + 1);
      });
      test("does nothing once its signal is aborted", async () => {
        await held();
        const before = await world.effects();
        const signal = AbortSignal.abort();
        const operation = await done(engine.execute(await approved(), run("k", { signal })));
        expect(operation.state).toBe("cancelled");
        expect(await world.effects()).toEqual(before);
      });
      test("keeps the reason of a failure, and leaves nothing behind", async () => {
        const snapshot = await held();
        const plan = await approved();
        const before = await world.effects();
        await world.damage(snapshot);
        let kind: string | undefined;
        try {
          kind = (await done(engine.execute(plan, run("k")))).error?.kind;
        } catch (error) {
          kind = error instanceof EngineError ? error.kind : undefined;
        }
        expect(["corrupt", "plan-stale"]).toContain(kind);
        expect(await world.effects()).toEqual(before);
      });
      test("in place puts the old content back and keeps the present one, or is refused", async () => {
        const captured = await world.content(world.manual);
        await held();
        await world.change(world.manual);
        const target = { where: "in-place", name: "x" } as const;
        const can = await engine.capabilities(world.manual);
        const told = can.restoreInPlace
          ? (await done(engine.execute(await approved({ target }), run("k")))).state
          : await problem({ target });
        const back = (await world.content(world.manual)) === captured;
        const expected = can.restoreInPlace
          ? ["succeeded", true, 2]
          : [{ kind: "not-supported", reason: can.reason }, false, 1];
        expect([told, back, (await ids()).length]).toEqual(expected);
      });
    });

    describe("retrieve", () => {
      const take = async () => {
        await world.take(world.retrieved, T0);
        world.clock.set(at(10 * MINUTE_MS));
      };
      const wanted = (): Partial<RestoreRequest> => ({ scope: world.retrieved, mode: "retrieve" });

      test("lays the content out and waits for the customer", async () => {
        const captured = await world.content(world.retrieved);
        await take();
        await world.change(world.retrieved);
        const operation = await done(engine.execute(await approved(wanted()), run("k")));
        expect(operation).toMatchObject({ kind: "retrieve", state: "awaiting-customer" });
        expect(operation.place).toBeDefined();
        expect(await world.contentGiven(operation)).toBe(captured);
      });
      test("ends for us with a comparison that matches", async () => {
        await take();
        const { id: operationId } = await done(engine.execute(await approved(wanted()), run("k")));
        expect((await engine.verify({ operationId }, "content")).state).toBe("matches");
      });
      test("tells the customer what to do", async () => {
        await take();
        expect((await planned(wanted())).customerSteps).not.toEqual([]);
      });
      test("is refused where environments are restored", async () => {
        await held();
        expect(await problem({ mode: "retrieve" })).toMatchObject({ kind: "not-supported" });
      });
      test("is all there is: a restore is refused by a rule of the plan", async () => {
        await take();
        const rule = { kind: "not-supported", reason: "plan-rule" };
        expect(await problem({ scope: world.retrieved })).toEqual(rule);
      });
    });

    describe("a part of an environment", () => {
      const names = async (): Promise<string[]> =>
        (await engine.capabilities(world.manual)).parts.map(({ name: part }) => part);

      test("that nobody knows is refused, with the names of those there are", async () => {
        await held();
        const told = await problem({ parts: ["no-such-part"] });
        expect(told).toEqual({ kind: "unknown-part", part: "no-such-part", known: await names() });
      });
      test("comes back alone, is compared, and stands in plan and digest", async () => {
        await held();
        for (const part of await names()) {
          const plan = await approved({ parts: [part], target: { where: "new", name: part } });
          expect(plan.parts).toEqual([part]);
          expect(plan.digest).toBe(planDigest(plan));
          const operation = await done(engine.execute(plan, run(part)));
          expect(await world.partsGiven(operation)).toEqual([part]);
          const report = await engine.verify({ operationId: operation.id }, "content");
          expect(report.state).toBe("matches");
        }
      });
      test("that was not approved does not come back", async () => {
        await held();
        const [part] = await names();
        if (part === undefined) return;
        const plan = await approved({ parts: [part] });
        const wider = { ...plan, request: { ...plan.request, parts: await names() } };
        expect(await refusal(engine.execute(wider, run("k")))).toBe("plan-stale");
      });
      test("is not asked for: everything comes back", async () => {
        await held();
        const plan = await approved();
        const parts = (await names()).toSorted();
        expect(plan.parts?.toSorted() ?? []).toEqual(parts);
        const operation = await done(engine.execute(plan, run("k")));
        expect(await world.partsGiven(operation)).toEqual(parts);
      });
    });

    describe("create()", () => {
      test("takes one manual snapshot, restorable and with an end", async () => {
        const operation = await done(
          engine.create({ scope: world.manual, origin: "manual" }, run("k")),
        );
        expect(operation).toMatchObject({ kind: "create", state: "succeeded" });
        const [snapshot] = (await engine.list(world.manual)).items;
        expect(snapshot).toMatchObject({ id: operation.snapshotId, origin: "manual" });
        expect(snapshot?.expiresAt).toBe((snapshot?.pointInTime.to ?? 0) + 7 * DAY_MS);
      });
      test("does the same key twice once", async () => {
        const create = () =>
          done(engine.create({ scope: world.manual, origin: "manual" }, run("k")));
        expect((await create()).id).toBe((await create()).id);
        expect(await ids()).toHaveLength(1);
      });
      test("does ten calls at once with the same key once", async () => {
        const input = { scope: world.manual, origin: "manual" } as const;
        await Promise.all(Array.from({ length: 10 }, () => done(engine.create(input, run("k")))));
        expect(await ids()).toHaveLength(1);
      });
      test("refuses a key that was used for another environment", async () => {
        await done(engine.create({ scope: world.manual, origin: "manual" }, run("k")));
        const other = engine.create({ scope: world.neighbour, origin: "manual" }, run("k"));
        expect(await refusal(other)).toBe("idempotency-mismatch");
      });
      test("by hand is refused where snapshots are automatic", async () => {
        const deed = engine.create({ scope: world.retrieved, origin: "manual" }, run("k"));
        expect(await refusal(deed)).toBe("not-supported");
        expect((await engine.capabilities(world.retrieved)).reason).toBe("plan-rule");
      });
      test("is refused where nothing is documented", async () => {
        const deed = engine.create({ scope: world.undocumented, origin: "manual" }, run("k"));
        expect(await refusal(deed)).toBe("not-supported");
        expect((await engine.capabilities(world.undocumented)).reason).toBe("not-documented");
      });
      test("of a recovery point or with memory is refused where there are none", async () => {
        expect((await engine.capabilities(world.manual)).hierarchy).toBe(false);
        const input = { scope: world.manual, origin: "manual" } as const;
        const point = engine.create({ ...input, kind: "recovery-point" }, run("k1"));
        expect(await refusal(point)).toBe("not-supported");
        const memory = engine.create({ ...input, memory: true }, run("k2"));
        expect(await refusal(memory)).toBe("not-supported");
        expect(await ids()).toEqual([]);
      });
      test("lists nothing once its signal is aborted", async () => {
        const signal = AbortSignal.abort();
        const input = { scope: world.manual, origin: "manual" } as const;
        expect((await done(engine.create(input, run("k", { signal })))).state).toBe("cancelled");
        expect(await ids()).toEqual([]);
      });
    });

    describe("an instance of CloudMC", () => {
      let points = 0;
      const instance = (): Scope => world.instance ?? world.manual;
      const point = async (more: Partial<CreateInput> = {}): Promise<Snapshot> => {
        world.clock.set((world.clock.now() + MINUTE_MS) as Instant);
        const input = { scope: instance(), origin: "manual", kind: "recovery-point" } as const;
        const operation = await done(
          engine.create({ ...input, ...more }, run(`point ${(points += 1)}`)),
        );
        return engine.get({ engine: engine.id, id: operation.snapshotId ?? "" });
      };
      const now = ({ id }: Snapshot): Promise<Snapshot> => engine.get({ engine: engine.id, id });
      const back = (more: Partial<RestoreRequest> = {}): Partial<RestoreRequest> => ({
        scope: instance(),
        moment: world.clock.now(),
        target: { where: "in-place", name: instance().resource },
        ...more,
      });
      const revert = async ({ id: snapshotId }: Snapshot): Promise<Operation> =>
        done(engine.execute(await approved(back({ snapshotId })), run(`revert ${(points += 1)}`)));
      const current = async (): Promise<string[]> => {
        const found: string[] = [];
        for (const id of await ids(instance())) {
          if ((await engine.get({ engine: engine.id, id })).current === true) found.push(id);
        }
        return found;
      };
      /** Engines that serve no instance prove nothing here but their refusal. */
      const cases = async (): Promise<boolean> =>
        world.instance !== undefined && (await engine.capabilities(instance())).hierarchy;

      test("without recovery points says why", async () => {
        if (world.instance === undefined || (await cases())) return;
        expect((await engine.capabilities(instance())).reason).toBeDefined();
        expect(await refusal(point())).toBe("not-supported");
        expect(await problem(back())).toMatchObject({ kind: "not-supported" });
      });
      test("keeps the memory only where the engine says it can", async () => {
        if (!(await cases())) return;
        const { consistency, reason } = await engine.capabilities(instance());
        const can = consistency.includes("memory");
        const taken = point({ memory: true });
        expect(can ? (await taken).consistency : await refusal(taken)).toBe(
          can ? "memory" : "not-supported",
        );
        expect(can || reason !== undefined).toBe(true);
      });
      test("gets points that come one from the other, and have no end", async () => {
        if (!(await cases())) return;
        const [first, second] = [await point(), await point({ description: "before a change" })];
        expect([first.parentId, second.parentId]).toEqual([undefined, first.id]);
        expect(second).toMatchObject({ kind: "recovery-point", description: "before a change" });
        expect(second.expiresAt).toBeUndefined();
        expect(await current()).toEqual([second.id]);
      });
      test("gets a quiesced point that was held still, or a refusal", async () => {
        if (!(await cases())) return;
        const { consistency } = await engine.capabilities(instance());
        const told = await point({ quiesce: true }).then(
          (kept) => kept.consistency,
          (cause: unknown) => (cause instanceof EngineError ? cause.kind : String(cause)),
        );
        expect(told).toBe(consistency.includes("application") ? "application" : "not-supported");
      });
      test("is never given back from a recovery point: it is no backup", async () => {
        if (!(await cases())) return;
        const { id: snapshotId } = await point();
        const fresh = back({ target: { where: "new", name: "back" } });
        expect(await problem(fresh)).toEqual({ kind: "no-snapshot-before" });
        const named = { kind: "snapshot-not-eligible", id: snapshotId, why: "other-kind" };
        expect(await problem({ ...fresh, snapshotId })).toEqual(named);
      });
      test("is never rolled back to a volume snapshot", async () => {
        if (!(await cases())) return;
        const { id: snapshotId } = await world.take(instance(), T0);
        world.clock.set(at(10 * MINUTE_MS));
        expect(await problem(back())).toEqual({ kind: "no-snapshot-before" });
        const named = { kind: "snapshot-not-eligible", id: snapshotId, why: "other-kind" };
        expect(await problem(back({ snapshotId }))).toEqual(named);
      });
      test("is reverted in place, its present state kept in a point of its own", async () => {
        if (!(await cases())) return;
        const captured = await world.content(instance());
        const [first, second] = [await point(), await point()];
        await world.change(instance());
        const plan = await planned(back({ snapshotId: first.id }));
        expect([plan.destructive, plan.safetySnapshot]).toEqual([true, true]);
        expect(plan.warnings.map(({ code }) => code)).toContain("recovery-point-is-no-backup");
        const operation = await revert(first);
        expect(operation.state).toBe("succeeded");
        expect(await world.content(instance())).toBe(captured);
        expect((await engine.verify({ operationId: operation.id }, "content")).state).toBe(
          "matches",
        );
        const others = (await ids(instance())).filter((id) => ![first.id, second.id].includes(id));
        const [safety] = await Promise.all(
          others.map((id) => engine.get({ engine: engine.id, id })),
        );
        expect([others.length, safety?.parentId]).toEqual([1, second.id]);
      });
      test("comes from the point it was reverted to; what came from that stays below it", async () => {
        if (!(await cases())) return;
        const [first, second] = [await point(), await point()];
        await revert(first);
        expect(await current()).toEqual([first.id]);
        const third = await point();
        expect([third.parentId, (await now(second)).parentId]).toEqual([first.id, first.id]);
      });
      test("loses a point in the middle, and every other one can still be reverted to", async () => {
        if (!(await cases())) return;
        const captured = [await world.content(instance())];
        const tree = [await point()];
        for (let more = 0; more < 2; more += 1) {
          await world.change(instance());
          captured.push(await world.content(instance()));
          tree.push(await point());
        }
        const [first, middle, last] = tree;
        if (first === undefined || middle === undefined || last === undefined) return;
        await done(engine.delete(middle, run("delete")));
        expect((await now(last)).parentId).toBe(first.id);
        for (const [number, one] of [first, last].entries()) {
          expect((await revert(one)).state).toBe("succeeded");
          expect(await world.content(instance())).toBe(captured[number * 2]);
        }
      });
      test("comes from the parent once the point it came from is deleted", async () => {
        if (!(await cases())) return;
        const [first, second] = [await point(), await point()];
        await done(engine.delete(second, run("delete")));
        expect(await current()).toEqual([first.id]);
        expect((await point()).parentId).toBe(first.id);
      });
      test.each(["template", "data-disk"] as const)("becomes a %s, or is refused", async (as) => {
        const scope = instance();
        const can = await engine.capabilities(scope);
        await world.take(scope, T0);
        world.clock.set(at(10 * MINUTE_MS));
        const [part = ""] = can.parts.map(({ name: one }) => one);
        const wanted: Partial<RestoreRequest> = {
          scope,
          target: { where: "new", name: "built", as },
          ...(as === "template" || part === "" ? {} : { parts: [part] }),
        };
        const told = can.builds.includes(as)
          ? (await done(engine.execute(await approved(wanted), run("k")))).state
          : await problem(wanted);
        const reason = can.reason ?? "engine-lacks-it";
        expect(told).toEqual(
          can.builds.includes(as) ? "succeeded" : { kind: "not-supported", reason },
        );
      });
      test("is the only one that templates and disks are built from", async () => {
        await held();
        for (const as of ["template", "data-disk"] as const) {
          const told = await problem({ target: { where: "new", name: "built", as } });
          expect(told).toMatchObject({ kind: "not-supported" });
        }
      });
    });

    describe("operation(), operationByKey() and cancel()", () => {
      test("operationByKey() of a key nobody used is undefined", async () => {
        expect(await engine.operationByKey("never")).toBeUndefined();
      });
      test("operationByKey() finds the operation of a key", async () => {
        await held();
        const operation = await done(engine.execute(await approved(), run("k")));
        expect(await engine.operationByKey("k")).toEqual(operation);
      });
      test("operation() of an unknown id is not-found", async () => {
        expect(await refusal(engine.operation("op_none"))).toBe("not-found");
      });
      test("cancel() of an unknown id is not-found", async () => {
        expect(await refusal(engine.cancel("op_none", run("k")))).toBe("not-found");
      });
      test("cancel() leaves a finished operation as it is", async () => {
        await held();
        const operation = await done(engine.execute(await approved(), run("k")));
        expect(await engine.cancel(operation.id, run("c"))).toEqual(operation);
      });
      test("cancel() of one that runs ends it, one way or the other, without a half effect", async () => {
        await held();
        const before = await world.effects();
        const { id } = await engine.execute(await approved(), run("k"));
        const { state } = await done(engine.cancel(id, run("c")));
        expect(["cancelled", "succeeded"]).toContain(state);
        const grown = (await world.effects()).length - before.length;
        expect(grown).toBe(state === "succeeded" ? 1 : 0);
      });
      test("a restart forgets neither snapshots nor operations", async () => {
        await held();
        const plan = await approved();
        const operation = await done(engine.execute(plan, run("k")));
        const effects = await world.effects();
        const again = await world.restart();
        expect(await again.operationByKey("k")).toEqual(operation);
        expect((await again.execute(plan, run("k"))).id).toBe(operation.id);
        expect((await again.list(world.manual)).items).toHaveLength(1);
        expect(await world.effects()).toEqual(effects);
      });
    });

    describe("verify()", () => {
      test.each(["metadata", "content"] as const)("finds no difference by %s", async (depth) => {
        const { id } = await held();
        const report = await engine.verify({ engine: engine.id, id }, depth);
        expect(report).toMatchObject({ depth, differences: [] });
        expect(["matches", "not-checkable"]).toContain(report.state);
      });
      test("finds changed content, where it can read content", async () => {
        const snapshot = await held();
        await world.damage(snapshot);
        const { verify } = await engine.capabilities(world.manual);
        const report = await engine.verify({ engine: engine.id, id: snapshot.id }, "content");
        expect(report.state).toBe(verify === "content" ? "differs" : report.state);
        expect(report.state).not.toBe("matches");
      });
      test("of an unknown operation is not-found", async () => {
        const deed = engine.verify({ operationId: "op_none" }, "content");
        expect(await refusal(deed)).toBe("not-found");
      });
    });

    describe("delete()", () => {
      test("takes a snapshot out of the list, or is refused", async () => {
        const { id } = await held();
        const can = await engine.capabilities(world.manual);
        const deed = engine
          .delete({ engine: engine.id, id }, run("d"))
          .then((operation) => world.settled(operation));
        const told = can.delete ? (await deed).state : await refusal(deed);
        expect(told).toBe(can.delete ? "succeeded" : "not-supported");
        expect(await ids()).toEqual(can.delete ? [] : [id]);
      });
      test("with the same key again is the same operation", async () => {
        const { id } = await held();
        if (!(await engine.capabilities(world.manual)).delete) return;
        const ref = { engine: engine.id, id };
        const first = await done(engine.delete(ref, run("d")));
        expect((await engine.delete(ref, run("d"))).id).toBe(first.id);
      });
      test("of an unknown snapshot is not-found", async () => {
        const ref = { engine: engine.id, id: "20261118T120000Z-00000000" };
        expect(["not-found", "not-supported"]).toContain(
          await refusal(engine.delete(ref, run("d"))),
        );
      });
      test("is refused by the rule of a plan whose snapshots are automatic", async () => {
        const { id } = await world.take(world.retrieved, T0);
        const deed = engine.delete({ engine: engine.id, id }, run("d"));
        expect(await refusal(deed)).toBe("not-supported");
      });
    });

    describe("prune()", () => {
      const fill = async () => {
        for (const hours of [0, 24, 25, 26, 72, 73, 96]) {
          await world.take(world.retrieved, at(hours * HOUR_MS));
        }
        world.clock.set(at(100 * HOUR_MS));
      };
      const prune = (dryRun: boolean) =>
        engine.prune(world.retrieved, SCHEDULE, { ...run("p"), dryRun });

      test("changes nothing in a dry run", async () => {
        await fill();
        const before = await world.effects();
        const report = await prune(true);
        expect(report.dryRun).toBe(true);
        expect(report.drop).not.toEqual([]);
        expect(await world.effects()).toEqual(before);
      });
      test("drops what its dry run said, and keeps the rest", async () => {
        await fill();
        const told = await prune(true);
        await prune(false);
        const kept = [...told.keep, ...told.refused].map(({ id }) => id).toSorted();
        expect((await ids(world.retrieved)).toSorted()).toEqual(kept);
      });
      test("changes nothing the second time", async () => {
        await fill();
        await prune(false);
        expect((await prune(false)).drop).toEqual([]);
      });
      test("keeps the newest whatever its age", async () => {
        const { id } = await world.take(world.retrieved, T0);
        world.clock.set(at(400 * DAY_MS));
        await prune(false);
        expect(await ids(world.retrieved)).toEqual([id]);
      });
      test("leaves other environments alone", async () => {
        const { id } = await world.take(world.manual, T0);
        await fill();
        await prune(false);
        expect(await ids()).toEqual([id]);
      });
    });

    test("capabilities() never promises both a restore and a rule against it", async () => {
      const can = await engine.capabilities(world.undocumented);
      expect([can.create, can.restoreInPlace, can.restoreToNew, can.retrieve]).toEqual([
        false,
        false,
        false,
        "no",
      ]);
    });
    test("health() names its checks by codes", async () => {
      const health = await engine.health();
      expect(health.checks.filter(({ code }) => !KEBAB.test(code))).toEqual([]);
      expect(["ok", "degraded", "down"]).toContain(health.state);
    });
    test("no secret is told anywhere", async () => {
      const snapshot = await held();
      const plan = await approved();
      const operation = await done(engine.execute(plan, run("k")));
      await world.damage(snapshot);
      const told = JSON.stringify([
        snapshot,
        plan,
        operation,
        await engine.health(),
        await engine.verify({ engine: engine.id, id: snapshot.id }, "content"),
        await refusal(engine.get({ engine: engine.id, id: "x" })),
      ]);
      expect(world.secrets.length).toBeGreaterThan(0);
      for (const secret of world.secrets) expect(told).not.toContain(secret);
    });
  });
}
