import { expect, test } from "vitest";
import { fail, ok } from "../../src/kernel/result.ts";
import type { Job } from "../../src/desk/job.ts";
import { HOUR_MS } from "../../src/kernel/clock.ts";
import type { Instant } from "../../src/kernel/clock.ts";
import type { Open } from "./stores.contract.ts";
import { OPS1, atOnce, job, note, notice, opened, restore } from "./sample.ts";

const KINDS = ["restore.run"];

const held = (one: Job | undefined): Job => {
  if (one === undefined) throw new Error("expected a job");
  return one;
};

export function jobsContract(open: Open): void {
  test("claim() and take() do not wait for a clock that was put back", async () => {
    const { stores, clock } = await open();
    clock.forward(2 * HOUR_MS);
    await stores.jobs.add([job("now"), job("later", { runAt: (clock.at + HOUR_MS) as Instant })]);
    await stores.outbox.add([notice("n")]);
    clock.forward(-2 * HOUR_MS);
    expect(await stores.jobs.claim("w", KINDS)).toMatchObject({ idem: "now" });
    expect(await stores.jobs.claim("w", KINDS)).toBeUndefined();
    expect(await stores.outbox.take("s", 5)).toMatchObject([{ idem: "n" }]);
  });

  test("add() keeps a job once per key", async () => {
    const { stores } = await open();
    await stores.jobs.add([job("a"), job("b")]);
    await stores.jobs.add([job("a", { data: { step: 2 } })]);
    await stores.jobs.add([]);
    const first = await stores.jobs.claim("w", KINDS);
    expect(first).toMatchObject({ idem: "a", data: { step: 1 }, fence: 1, attempts: 1 });
    expect((await stores.jobs.claim("w", KINDS))?.idem).toBe("b");
    expect(await stores.jobs.claim("w", KINDS)).toBeUndefined();
  });

  test("claim() takes due jobs of the kinds asked for, the longest due first", async () => {
    const { stores, clock } = await open();
    const later = (clock.at + 1_000) as Instant;
    await stores.jobs.add([
      job("later", { runAt: later }),
      job("other", { kind: "sla" }),
      job("now"),
    ]);
    expect(await stores.jobs.claim("w", [])).toBeUndefined();
    expect((await stores.jobs.claim("w", KINDS))?.idem).toBe("now");
    expect(await stores.jobs.claim("w", KINDS)).toBeUndefined();
    clock.forward(1_000);
    expect((await stores.jobs.claim("w", KINDS))?.idem).toBe("later");
    expect((await stores.jobs.claim("w", ["sla"]))?.idem).toBe("other");
  });

  test("claim() gives each of many jobs to exactly one of many workers", async () => {
    const { stores, other } = await open();
    await stores.jobs.add(Array.from({ length: 40 }, (_, i) => job(`j${i}`)));
    const work = async (i: number) => {
      const mine: string[] = [];
      const { jobs } = i % 2 === 0 ? stores : other;
      for (;;) {
        const one = await jobs.claim(`w${i}`, KINDS);
        if (one === undefined) return mine;
        mine.push(one.idem);
      }
    };
    const all = (await atOnce(8, work)).flat();
    expect(new Set(all).size).toBe(40);
    expect(all).toHaveLength(40);
  });

  test("claim() takes over what is not kept alive, under a higher fence", async () => {
    const { stores, other, clock } = await open();
    await stores.jobs.add([job("j")]);
    const old = held(await stores.jobs.claim("w1", KINDS));
    clock.forward(45_000);
    expect(await stores.jobs.heartbeat(old)).toBe(true);
    clock.forward(45_000);
    expect(await other.jobs.claim("w2", KINDS)).toBeUndefined();
    clock.forward(16_000);
    const present = held(await other.jobs.claim("w2", KINDS));
    expect(present).toMatchObject({ id: old.id, fence: old.fence + 1, attempts: 2 });
    expect(await stores.jobs.heartbeat(old)).toBe(false);
    expect(await stores.jobs.finish(old)).toBe(false);
    expect(await stores.jobs.giveBack(old, clock.at)).toBe(false);
    expect(await stores.jobs.abandon(old, "late")).toBe(false);
    expect(await other.jobs.finish(present)).toBe(true);
    expect(await other.jobs.finish(present)).toBe(false);
  });

  test("claim() never gives a worker what it says it has in hand", async () => {
    const { stores, clock } = await open();
    await stores.jobs.add([job("j")]);
    const mine = held(await stores.jobs.claim("w", KINDS));
    clock.forward(2 * 3_600_000);
    expect(await stores.jobs.claim("w", KINDS, [mine.id])).toBeUndefined();
    expect(await stores.jobs.heartbeat(mine)).toBe(true);
  });

  test("giveBack() counts an attempt only where there is a reason, and waits", async () => {
    const { stores, clock } = await open();
    await stores.jobs.add([job("j")]);
    const first = held(await stores.jobs.claim("w", KINDS));
    const soon = (clock.at + 5_000) as Instant;
    expect(await stores.jobs.giveBack(first, soon)).toBe(true);
    expect(await stores.jobs.claim("w", KINDS)).toBeUndefined();
    clock.forward(5_000);
    const second = held(await stores.jobs.claim("w", KINDS));
    expect(second).toMatchObject({ attempts: 1, fence: 2 });
    await stores.jobs.giveBack(second, clock.at, "engine down");
    expect(await stores.jobs.claim("w", KINDS)).toMatchObject({ attempts: 2, fence: 3 });
  });

  test("abandon() ends a job for good", async () => {
    const { stores, clock } = await open();
    await stores.jobs.add([job("j")]);
    expect(await stores.jobs.abandon(held(await stores.jobs.claim("w", KINDS)), "enough")).toBe(
      true,
    );
    clock.forward(3_600_000);
    await stores.jobs.add([job("j")]);
    expect(await stores.jobs.claim("w", KINDS)).toBeUndefined();
  });

  test("fireDue() fires a timer once and never early, from whichever side", async () => {
    const { stores, other, clock } = await open();
    const dueAt = (clock.at + 60_000) as Instant;
    const timers = [{ key: "sla:RST-1001", dueAt, job: job("sla", { kind: "sla" }) }];
    await stores.tickets.open("k", restore, () => ({ audit: note(), timers }));
    clock.forward(59_999);
    expect(await stores.timers.fireDue()).toBe(0);
    clock.forward(3 * 3_600_000);
    const fired = await atOnce(6, (i) => (i % 2 === 0 ? stores : other).timers.fireDue());
    expect(fired.reduce((sum, n) => sum + n, 0)).toBe(1);
    expect((await stores.jobs.claim("w", ["sla"]))?.idem).toBe("sla");
    expect(await stores.jobs.claim("w", ["sla"])).toBeUndefined();
  });

  test("timers can be moved and taken back until they fire", async () => {
    const { stores, clock } = await open();
    const timer = (ms: number) => ({
      key: "t",
      dueAt: (clock.at + ms) as Instant,
      job: job(`t${ms}`, { kind: "sla" }),
    });
    const { ticket } = await stores.tickets.open("k", restore, () => ({
      audit: note(),
      timers: [timer(1_000), { ...timer(2_000), key: "gone" }],
    }));
    await stores.tickets.change(ticket.id, OPS1, () =>
      ok({ audit: note(), timers: [timer(5_000)], cancelTimers: ["gone"] }),
    );
    clock.forward(4_000);
    expect(await stores.timers.fireDue()).toBe(0);
    clock.forward(1_000);
    expect(await stores.timers.fireDue()).toBe(1);
    await stores.tickets.change(ticket.id, OPS1, () => ok({ audit: note(), timers: [timer(0)] }));
    expect(await stores.timers.fireDue()).toBe(0);
  });

  test("begin() shows what the step has come to, under the present fence only", async () => {
    const { stores, clock } = await open();
    const { ticket } = await stores.tickets.open("k", restore, () => ({
      audit: note(),
      jobs: [job("j")],
    }));
    const effect = {
      ticket: ticket.id,
      step: "restore",
      idem: "RST-1001:restore:d1",
      requestHash: "h",
    };
    const old = held(await stores.jobs.claim("w1", KINDS));
    expect(await stores.effects.begin(old, effect)).toEqual(ok(undefined));
    clock.forward(61_000);
    const present = held(await stores.jobs.claim("w2", KINDS));
    expect(await stores.effects.begin(old, effect)).toEqual(fail({ kind: "lease-lost" }));
    const known = { idem: effect.idem, requestHash: "h" };
    expect(await stores.effects.begin(present, effect)).toEqual(ok({ ...known, state: "started" }));
    await stores.effects.settle(effect.idem, { state: "unknown", operationId: "op-1" });
    expect(await stores.effects.begin(present, effect)).toEqual(
      ok({ ...known, state: "unknown", operationId: "op-1" }),
    );
    await stores.effects.settle(effect.idem, { state: "done", result: { bytes: 3 } });
    await stores.effects.settle(effect.idem, { state: "unknown" });
    expect(await stores.effects.begin(present, effect)).toEqual(
      ok({ ...known, state: "done", operationId: "op-1" }),
    );
    const another = { ...effect, requestHash: "other" };
    await expect(stores.effects.begin(present, another)).rejects.toThrow(/Cannot begin effect/);
  });

  test("onWork() tells of jobs and notices after their commit, and not of a failed one", async () => {
    const { stores } = await open();
    const told: string[] = [];
    const stop = stores.onWork((work) => told.push(work));
    await stores.jobs.add([job("a")]);
    const { ticket } = await stores.tickets.open("k", restore, opened);
    expect(told).toEqual(["jobs"]);
    const bug = () => ({ audit: note(), jobs: [job("b"), job("c", { ticket: "RST-5" })] });
    await expect(stores.tickets.open("k2", restore, bug)).rejects.toThrow(/Cannot keep/);
    expect(told).toEqual(["jobs"]);
    stop();
    await stores.tickets.change(ticket.id, OPS1, () => ok({ audit: note(), jobs: [job("d")] }));
    expect(told).toEqual(["jobs"]);
  });
}
