import { afterEach, expect, test, vi } from "vitest";
import { startWorker } from "../../../src/adapters/worker/start-worker.ts";
import type { Worker } from "../../../src/adapters/worker/start-worker.ts";
import type { WorkerEvent } from "../../../src/adapters/worker/worker-event.ts";
import type { Job, JobHandler } from "../../../src/desk/job.ts";
import type { Instant } from "../../../src/kernel/clock.ts";
import { ok } from "../../../src/kernel/result.ts";
import { job, note, restore } from "../../contract/sample.ts";
import { openTestSqlite } from "../stores/open-test-stores.ts";
import type { TestStores } from "../stores/open-test-stores.ts";

// Real files, processes and servers take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const KIND = "restore.run";
const LEASE = { leaseMs: 60, heartbeatMs: 15 };

const open: { desk?: TestStores; worker?: Worker } = {};

afterEach(async () => {
  await open.worker?.stop(0);
  await open.desk?.close();
});

type More = Partial<Parameters<typeof startWorker>[0]>;

/** A worker that looks every 20 ms, and waits for one of its events. */
async function start(handler: JobHandler, more: More = {}) {
  const desk = await openTestSqlite({ leaseMs: LEASE.leaseMs });
  const events: WorkerEvent[] = [];
  const told: string[] = [];
  const { jobs, timers, onWork } = desk.stores;
  open.desk = desk;
  const needs = { name: "w", jobs, timers, onWork, pollMs: 20, ...LEASE };
  const gaveUp = async (one: Job, reason: string) => {
    told.push(`${one.idem}: ${reason}`);
  };
  const onEvent = (event: WorkerEvent) => events.push(event);
  const worker = startWorker({ ...needs, handlers: { [KIND]: handler }, gaveUp, onEvent, ...more });
  open.worker = worker;
  const seen = async (kind: WorkerEvent["kind"], times = 1) => {
    await expect
      .poll(() => events.filter((one) => one.kind === kind).length, { timeout: 20_000 })
      .toBe(times);
  };
  return { ...desk, worker, events, told, seen };
}

const until = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error));
  });

test("startWorker() does a job and finishes it", async () => {
  const done: string[] = [];
  const { stores, seen } = await start(async (one) => {
    done.push(one.idem);
    return { kind: "done" };
  });
  await stores.jobs.add([job("a"), job("b")]);
  await seen("done", 2);
  expect(done).toEqual(["a", "b"]);
  expect(await stores.jobs.claim("x", [KIND])).toBeUndefined();
});

test("startWorker() wakes up at the commit, long before it would look by itself", async () => {
  const { stores, seen } = await start(async () => ({ kind: "done" }), { pollMs: 60_000 });
  await stores.jobs.add([job("a")]);
  await seen("done");
  expect(await stores.jobs.claim("x", [KIND])).toBeUndefined();
});

test("startWorker() leaves a job alone that its handler has finished with the ticket", async () => {
  const { stores, seen } = await start(async (one) => {
    await stores.tickets.change("RST-1001", "desk", () =>
      ok({ state: "claimed", audit: note(), finishes: one }),
    );
    return { kind: "finished" };
  });
  await stores.tickets.open("k", restore, () => ({ audit: note(), jobs: [job("a")] }));
  await seen("done");
  expect(await stores.tickets.get("RST-1001")).toMatchObject({ state: "claimed" });
});

test("startWorker() keeps a long job alive under its lease", async () => {
  const { stores, seen, events } = await start(async () => {
    await new Promise((resolve) => {
      setTimeout(resolve, 300);
    });
    return { kind: "done" };
  });
  await stores.jobs.add([job("a")]);
  await seen("done");
  expect(events.map((one) => one.kind)).toEqual(["claimed", "done"]);
});

test("startWorker() aborts the handler of a lost lease and writes nothing for it", async () => {
  const { stores, database, seen, events } = await start((_job, signal) => until(signal));
  await stores.jobs.add([job("a")]);
  await seen("claimed");
  const taken = { fence: 99, lease_until: Number.MAX_SAFE_INTEGER };
  await database.kysely.updateTable("job").set(taken).execute();
  await seen("lease-lost");
  const row = await database.kysely.selectFrom("job").selectAll().executeTakeFirstOrThrow();
  expect(row).toMatchObject({ state: "running", fence: 99 });
  expect(events.map((one) => one.kind)).toEqual(["claimed", "lease-lost"]);
});

test("startWorker() aborts where the database has not answered for a whole lease", async () => {
  const deaf = async () => {
    throw new Error("gone");
  };
  const desk = await openTestSqlite();
  const jobs = { ...desk.stores.jobs, heartbeat: deaf };
  const { stores, seen } = await start((_job, signal) => until(signal), {
    jobs,
    onWork: desk.stores.onWork,
  });
  expect(stores).toBeDefined();
  await desk.stores.jobs.add([job("a")]);
  await seen("lease-lost");
  expect(await desk.stores.jobs.claim("x", [KIND])).toBeUndefined();
  await open.worker?.stop(0);
  await desk.close();
});

test("startWorker() gives back what is to be asked again, and counts no attempt", async () => {
  const turns: number[] = [];
  const { stores, seen } = await start(async (one) => {
    turns.push(one.attempts);
    if (turns.length > 3) return { kind: "done" };
    return { kind: "again", runAt: Date.now() as Instant, reason: "still running" };
  });
  await stores.jobs.add([job("a")]);
  await seen("done");
  expect(turns).toEqual([1, 1, 1, 1]);
});

test("startWorker() tries a failed job again later, and tells before it gives up", async () => {
  const { stores, database, seen, told } = await start(
    async () => {
      throw new Error("no room");
    },
    { maxAttempts: 2 },
  );
  await stores.jobs.add([job("a")]);
  await seen("failed");
  const row = await database.kysely.selectFrom("job").selectAll().executeTakeFirstOrThrow();
  expect(row.run_at - Date.now()).toBeGreaterThan(3_000);
  expect(row).toMatchObject({ state: "ready", last_error: "no room" });
  await database.kysely.updateTable("job").set({ run_at: 0 }).execute();
  await seen("gave-up");
  expect(told).toEqual(["a: no room"]);
  expect(await database.kysely.selectFrom("job").select("state").execute()).toMatchObject([
    { state: "failed" },
  ]);
});

test("startWorker() does not run a job again that ended its process every time", async () => {
  const ran: string[] = [];
  const { stores, database, seen, told } = await start(
    async (one) => {
      ran.push(one.idem);
      return { kind: "done" };
    },
    { maxAttempts: 3, pollMs: 50 },
  );
  await database.kysely
    .insertInto("job")
    .values({
      kind: KIND,
      idem: "poison",
      data: "{}",
      state: "running",
      run_at: 0,
      attempts: 3,
      fence: 3,
      lease_until: 0,
    })
    .execute();
  await seen("gave-up");
  expect(ran).toEqual([]);
  expect(told).toHaveLength(1);
  expect(stores).toBeDefined();
});

test("startWorker() fires timers that have fallen due", async () => {
  const { stores, seen } = await start(async () => ({ kind: "done" }));
  const timers = [{ key: "t", dueAt: Date.now() as Instant, job: job("timed") }];
  await stores.tickets.open("k", restore, () => ({ audit: note(), timers }));
  await seen("timers-fired");
  await seen("done");
  expect(await stores.timers.fireDue()).toBe(0);
});

test("startWorker() goes on by itself after the database was gone", async () => {
  let gone = true;
  const desk = await openTestSqlite();
  const claim: typeof desk.stores.jobs.claim = async (...asked) => {
    if (gone) throw new Error("gone");
    return desk.stores.jobs.claim(...asked);
  };
  const { seen, events } = await start(async () => ({ kind: "done" }), {
    jobs: { ...desk.stores.jobs, claim },
  });
  await desk.stores.jobs.add([job("a")]);
  await expect.poll(() => events.length, { timeout: 20_000 }).toBeGreaterThan(1);
  gone = false;
  await seen("done");
  await open.worker?.stop(0);
  await desk.close();
});

test("stop() takes nothing more, waits for what is in hand, and hands back what must stop", async () => {
  const { stores, database, worker, seen } = await start((_job, signal) => until(signal));
  await stores.jobs.add([job("a")]);
  await seen("claimed");
  await worker.stop(30);
  await stores.jobs.add([job("b")]);
  expect(worker.busy()).toBe(0);
  const rows = await database.kysely.selectFrom("job").select(["state", "attempts"]).execute();
  expect(rows).toMatchObject([
    { state: "ready", attempts: 0 },
    { state: "ready", attempts: 0 },
  ]);
});
