import { existsSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openJournal } from "../../../../src/adapters/engines/local/journal.ts";
import { localEngine } from "../../../../src/adapters/engines/local/local-engine.ts";
import { openStore } from "../../../../src/adapters/engines/local/store.ts";
import { DAY_MS, systemClock } from "../../../../src/kernel/clock.ts";
import { approve } from "../../../../src/restore/approve.ts";
import { openLocalWorld } from "./world.ts";

const run = { idempotencyKey: "k", actor: "T/SAM", signal: new AbortController().signal, fence: 1 };

/** A restore that was journaled, and whose process died: before it laid anything out, or right after its end. */
async function interrupted(at: "start" | "end" = "start", holds = at === "end") {
  const world = await openLocalWorld();
  const now = systemClock();
  await world.take(world.manual, now);
  const plan = await world.engine.planRestore({
    scope: world.manual,
    moment: now,
    mode: "restore",
    target: { where: "new", name: "back" },
    ticketId: "RST-1",
    requestedBy: "T/ANNA",
    gapLimitMs: DAY_MS,
  });
  if (!plan.ok) throw new Error(plan.problem.kind);
  const { digest: seenDigest } = plan.value;
  const approved = approve(plan.value, { by: "T/KIM", at: now, seenDigest });
  if (!approved.ok) throw new Error(approved.problem.kind);
  const aborted = { ...run, signal: AbortSignal.abort() };
  const { id } = await world.engine.settled(
    (await world.engine.execute(approved.value, aborted)).id,
  );
  await world.engine.close();
  const store = await openStore({ folder: join(world.root, "store") });
  const journal = openJournal(store.operations);
  const entry = journal.get(id);
  if (entry === undefined) throw new Error("no entry");
  const owner = `${hostname()}|999999|1`;
  const state = at === "start" ? ("running" as const) : ("succeeded" as const);
  const work = at === "start" ? entry.work : { ...entry.work, swapping: true };
  journal.save({ ...entry, operation: { ...entry.operation, state }, work, owner });
  if (holds) journal.claimTarget(join(world.root, "restored", "back"), id);
  journal.close();
  const engine = localEngine({ store, projects: world.projects, now: world.clock.now });
  const place = join(world.root, "restored", "back");
  const end = async () => {
    await engine.close();
    await world.close();
  };
  return { engine, id, place, plan: approved.value, end };
}

test("an operation whose process died before its effect is unknown, and nothing is done by asking", async () => {
  const { engine, id, place, end } = await interrupted();
  expect((await engine.operation(id)).state).toBe("unknown");
  expect((await engine.operationByKey("k"))?.state).toBe("unknown");
  expect(existsSync(place)).toBe(false);
  await end();
});

test("resumeInterrupted() goes on with it as the same operation, once", async () => {
  const { engine, id, place, end } = await interrupted();
  const [resumed] = await engine.resumeInterrupted();
  expect(resumed?.id).toBe(id);
  expect(await engine.settled(id)).toMatchObject({ state: "succeeded", place });
  expect(existsSync(place)).toBe(true);
  expect(await engine.resumeInterrupted()).toEqual([]);
  await end();
});

test("execute() with the same key goes on with it too", async () => {
  const { engine, id, plan, place, end } = await interrupted();
  const operation = await engine.execute(plan, { ...run, fence: 2 });
  expect(operation.id).toBe(id);
  expect((await engine.settled(id)).place).toBe(place);
  await end();
});

test("execute() takes over a target whose holder died between its end and letting go", async () => {
  const { engine, plan, place, end } = await interrupted("end");
  const { id } = await engine.execute(plan, { ...run, idempotencyKey: "later" });
  expect(await engine.settled(id)).toMatchObject({ state: "succeeded", place });
  await end();
});

test("what lost its target to a later operation is not begun again over it", async () => {
  const { engine, id, plan, place, end } = await interrupted("start", true);
  const later = await engine.execute(plan, { ...run, idempotencyKey: "later" });
  expect(await engine.settled(later.id)).toMatchObject({ state: "succeeded", place });
  expect(await engine.resumeInterrupted()).toMatchObject([{ id, state: "cancelled" }]);
  expect(existsSync(place)).toBe(true);
  await end();
});
