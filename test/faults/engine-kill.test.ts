import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { localEngine, type LocalEngine } from "../../src/adapters/engines/local/local-engine.ts";
import { openStore } from "../../src/adapters/engines/local/store.ts";
import { DAY_MS, HOUR_MS, systemClock, type Instant } from "../../src/kernel/clock.ts";
import { approve } from "../../src/restore/approve.ts";
import type { ApprovedPlan, RestoreRequest } from "../../src/restore/restore-plan.ts";
import { contentAt, openLocalWorld, type LocalWorld } from "../adapters/engines/local/world.ts";

/** Kills of each kind; the long run is asked for with SNAPDESK_KILLS=200. */
const KILLS = Number(process.env["SNAPDESK_KILLS"] ?? 8);
const TIMEOUT_MS = 60_000 + KILLS * 20_000;
const CHILD = join(import.meta.dirname, "engine-child.ts");

let world: LocalWorld;
beforeEach(async () => {
  world = await openLocalWorld();
  const media = world.siteOf(world.manual).directories[0]?.path ?? "";
  mkdirSync(join(media, "many"));
  for (let number = 0; number < 150; number += 1) {
    writeFileSync(join(media, "many", `f${number}.bin`), randomBytes(60_000));
  }
  world.clock.set(systemClock());
});
afterEach(() => world.close());

const open = async (): Promise<LocalEngine> => {
  const store = await openStore({ folder: join(world.root, "store") });
  return localEngine({ store, projects: world.projects });
};

type Order = {
  readonly deed: "create" | "point" | "execute" | "prune";
  readonly key: string;
  readonly plan?: ApprovedPlan;
};

/** Runs a deed in a child and kills it some time after it has begun. */
async function killed(order: Order, afterMs: number): Promise<boolean> {
  const file = join(world.root, "order.json");
  writeFileSync(file, JSON.stringify({ ...order, root: world.root, projects: world.projects }));
  const child = spawn(process.execPath, [CHILD, file], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "close");
  await once(child.stdout, "data");
  const timer = setTimeout(() => child.kill("SIGKILL"), afterMs);
  const [, signal] = await ended;
  clearTimeout(timer);
  return signal === "SIGKILL";
}

const spread = (longestMs: number) =>
  Array.from({ length: KILLS }, (_, number) => Math.round(((number + 0.5) / KILLS) * longestMs));

const planFor = async (
  engine: LocalEngine,
  target: RestoreRequest["target"],
  snapshotId = readdirSync(join(world.root, "store/snapshots")).toSorted()[0] ?? "",
  scope = world.manual,
) => {
  const plan = await engine.planRestore({
    scope,
    moment: systemClock(),
    mode: "restore",
    target,
    ticketId: "RST-1",
    requestedBy: "T/ANNA",
    gapLimitMs: DAY_MS,
    snapshotId,
  });
  if (!plan.ok) throw new Error(JSON.stringify(plan.problem));
  const { digest: seenDigest } = plan.value;
  const approved = approve(plan.value, { by: "T/KIM", at: systemClock(), seenDigest });
  if (!approved.ok) throw new Error(JSON.stringify(approved.problem));
  return approved.value;
};

const run = (idempotencyKey: string) => ({
  idempotencyKey,
  actor: "T/ANNA",
  signal: new AbortController().signal,
  fence: 2,
});

/** Where a recovery point comes from, whether the present data comes from it, and whether it is whole. */
async function pointTold(engine: LocalEngine, id: string) {
  const { parentId, current } = await engine.get({ engine: "local", id });
  return [parentId, current, (await engine.verify({ engine: "local", id }, "content")).state];
}

describe("kill -9", () => {
  test(
    "while a snapshot is taken leaves none that is half, and nothing after a sweep",
    { timeout: TIMEOUT_MS },
    async () => {
      let kills = 0;
      for (const [number, ms] of spread(250).entries()) {
        kills += Number(await killed({ deed: "create", key: `k${number}` }, ms));
      }
      const engine = await open();
      await engine.resumeInterrupted();
      await engine.sweep();
      expect(readdirSync(join(world.root, "store/partial"))).toEqual([]);
      const listed = readdirSync(join(world.root, "store/snapshots"));
      for (const id of listed) {
        expect((await engine.verify({ engine: "local", id }, "content")).state).toBe("matches");
      }
      const states = new Set<string | undefined>();
      for (let number = 0; number < KILLS; number += 1) {
        states.add((await engine.operationByKey(`k${number}`))?.state);
      }
      states.delete(undefined);
      expect([...states].every((state) => state === "succeeded" || state === "failed")).toBe(true);
      await engine.close();
      expect(kills).toBeGreaterThan(0);
    },
  );

  test(
    "while a restore runs leaves the target whole or absent, and the same key finishes it once",
    { timeout: TIMEOUT_MS },
    async () => {
      const captured = await world.content(world.manual);
      await world.take(world.manual, systemClock());
      let kills = 0;
      for (const [number, ms] of spread(350).entries()) {
        const engine = await open();
        const plan = await planFor(engine, { where: "new", name: `back-${number}` });
        await engine.close();
        kills += Number(await killed({ deed: "execute", key: `r${number}`, plan }, ms));
        const place = join(world.root, "restored", `back-${number}`);
        const whole = existsSync(place)
          ? await contentAt(join(place, "media"), join(place, "databases/shop.sqlite"))
          : captured;
        expect(whole).toBe(captured);

        const again = await open();
        const { id } = await again.execute(plan, run(`r${number}`));
        const operation = await again.settled(id);
        expect([operation.state, operation.place]).toEqual(["succeeded", place]);
        expect(await contentAt(join(place, "media"), join(place, "databases/shop.sqlite"))).toBe(
          captured,
        );
        await again.close();
      }
      const left = readdirSync(join(world.root, "restored")).filter((name) => name.startsWith("."));
      expect(left).toEqual([]);
      expect(kills).toBeGreaterThan(0);
    },
  );

  test(
    "while a restore in place runs ends whole once it is resumed",
    { timeout: TIMEOUT_MS },
    async () => {
      const captured = await world.content(world.manual);
      await world.take(world.manual, systemClock());
      for (const [number, ms] of spread(600).entries()) {
        await world.change(world.manual);
        const engine = await open();
        const plan = await planFor(engine, { where: "in-place", name: "x" });
        await engine.close();
        await killed({ deed: "execute", key: `i${number}`, plan }, ms);
        const again = await open();
        await again.resumeInterrupted();
        const { id } = await again.execute(plan, run(`i${number}`));
        expect((await again.settled(id)).state).toBe("succeeded");
        await again.close();
        expect(await world.content(world.manual)).toBe(captured);
      }
    },
  );

  test(
    "while recovery points are taken leaves whole ones only, each from the one before it",
    { timeout: TIMEOUT_MS },
    async () => {
      const made: string[] = [];
      let kills = 0;
      for (const [number, ms] of spread(250).entries()) {
        kills += Number(await killed({ deed: "point", key: `q${number}` }, ms));
        const engine = await open();
        await engine.resumeInterrupted();
        await engine.sweep();
        const operation = await engine.operationByKey(`q${number}`);
        const id = operation?.state === "succeeded" ? operation.snapshotId : undefined;
        const told = id === undefined ? [] : [await pointTold(engine, id)];
        expect(told).toEqual(id === undefined ? [] : [[made.at(-1), true, "matches"]]);
        made.push(...(id === undefined ? [] : [id]));
        await engine.close();
      }
      const listed = readdirSync(join(world.root, "store/snapshots"));
      expect(listed.toSorted()).toEqual(made.toSorted());
      expect(readdirSync(join(world.root, "store/partial"))).toEqual([]);
      expect(kills).toBeGreaterThan(0);
    },
  );

  test(
    "while an environment is reverted ends whole, at the point it was reverted to",
    { timeout: TIMEOUT_MS },
    async () => {
      const instance = { product: "cloudmc", resource: "delta/production" } as const;
      const captured = await world.content(instance);
      const engine = await open();
      const input = { scope: instance, origin: "manual", kind: "recovery-point" } as const;
      const taken = await engine.settled((await engine.create(input, run("point"))).id);
      const { snapshotId: id = "" } = taken;
      await engine.close();
      for (const [number, ms] of spread(600).entries()) {
        await world.change(instance);
        const before = await open();
        const place = { where: "in-place", name: "x" } as const;
        const plan = await planFor(before, place, id, instance);
        await before.close();
        await killed({ deed: "execute", key: `v${number}`, plan }, ms);
        const again = await open();
        await again.resumeInterrupted();
        const operation = await again.execute(plan, run(`v${number}`));
        expect((await again.settled(operation.id)).state).toBe("succeeded");
        expect(await world.content(instance)).toBe(captured);
        const points = (await again.list(instance)).items;
        const there = points.filter(({ current }) => current === true);
        expect(there.map((point) => point.id)).toEqual([id]);
        for (const point of points.filter((one) => one.id !== id)) {
          expect(point.parentId).toBe(id);
          await again.settled((await again.delete(point, run(`x${point.id}`))).id);
        }
        await again.close();
      }
    },
  );

  test(
    "while snapshots are pruned leaves every listed one whole",
    { timeout: TIMEOUT_MS },
    async () => {
      const now = systemClock();
      for (let hours = 14 * 24; hours > 4 * 24; hours -= 12) {
        await world.take(world.retrieved, (now - hours * HOUR_MS) as Instant);
      }
      for (const [number, ms] of spread(60).entries()) {
        await killed({ deed: "prune", key: `p${number}` }, ms);
      }
      const engine = await open();
      await engine.sweep();
      expect(readdirSync(join(world.root, "store/trash"))).toEqual([]);
      for (const id of readdirSync(join(world.root, "store/snapshots"))) {
        expect((await engine.verify({ engine: "local", id }, "content")).state).toBe("matches");
      }
      await engine.close();
    },
  );
});
