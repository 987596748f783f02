import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  backUpSqlite,
  checkBackup,
  copiesIn,
} from "../../../src/adapters/stores/back-up-sqlite.ts";
import { layGround, commit } from "../../../src/adapters/stores/ground.ts";
import { MIGRATIONS, migrate } from "../../../src/adapters/stores/migrate.ts";
import { openSqlite, readSqlite } from "../../../src/adapters/stores/open-sqlite.ts";
import { openStores } from "../../../src/adapters/stores/open-stores.ts";
import { storesHealth } from "../../../src/adapters/stores/stores-health.ts";
import type { Instant } from "../../../src/kernel/clock.ts";
import { atOnce, job, note, notice, opened, restore } from "../../contract/sample.ts";

// Real files, processes and servers take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let folder: string;
let path: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "desk-"));
  path = join(folder, "desk.db");
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

/** Another process that opens the same file and tells how it went. */
async function another(): Promise<{ child: ChildProcess; said: string }> {
  const child = fork(join(import.meta.dirname, "hold-sqlite.ts"), [path]);
  children.push(child);
  const [said] = (await once(child, "message")) as [string];
  return { child, said };
}

test("openSqlite() is refused at once while another process has the file, and free when that is killed", async () => {
  const { child, said } = await another();
  expect(said).toBe("open");
  const began = performance.now();
  await expect(openSqlite(path)).rejects.toThrow(
    `expected to be the only process, but it is held by process ${child.pid} on `,
  );
  expect(performance.now() - began).toBeLessThan(1_000);
  child.kill("SIGKILL");
  await once(child, "exit");
  const database = await openSqlite(path);
  expect((await another()).said).toMatch(/held by process/);
  await expect(openSqlite(path)).rejects.toThrow(/this process itself/);
  await database.close();
  expect((await another()).said).toBe("open");
});

test("openSqlite() frees what the last process had in hand", async () => {
  const first = await openSqlite(path);
  const before = openStores(first);
  await before.jobs.add([job("j")]);
  await before.outbox.add([notice("n")]);
  await before.jobs.claim("w", ["restore.run"]);
  await before.outbox.take("s", 1);
  await first.close();
  const second = await openSqlite(path);
  const after = openStores(second);
  expect(await after.jobs.claim("w", ["restore.run"])).toMatchObject({ fence: 2, attempts: 2 });
  expect(await after.outbox.take("s", 1)).toMatchObject([{ idem: "n", state: "sending" }]);
  await second.close();
});

test("openSqlite() refuses a file of a newer version, and one that is no database, and gives the lock back", async () => {
  const database = await openSqlite(path);
  await database.kysely
    .insertInto("schema_migration")
    .values({ name: "999-later", applied_at: 0 })
    .execute();
  await database.close();
  await expect(openSqlite(path)).rejects.toThrow(/"999-later" of a newer version/);
  await expect(openSqlite(path)).rejects.toThrow(/"999-later" of a newer version/);
  const other = join(folder, "other.db");
  writeFileSync(other, "not a database".repeat(100));
  await expect(openSqlite(other)).rejects.toThrow(/not a database/);
});

test("migrate() applies missing steps once, and nothing of a step that fails", async () => {
  const database = await openSqlite(path);
  const { kysely } = database;
  const step = (name: string, then: () => Promise<void> = async () => {}) => ({
    name,
    up: async (
      t: Parameters<Parameters<ReturnType<typeof kysely.transaction>["execute"]>[0]>[0],
    ) => {
      await t.schema.createTable(`new_${name}`).addColumn("a", "text").execute();
      await then();
    },
  });
  const done = MIGRATIONS.map(({ name }) => ({ name, up: async () => {} }));
  const bad = step("b", async () => {
    throw new Error("killed");
  });
  await expect(migrate(kysely, "sqlite", [...done, step("a"), bad])).rejects.toThrow("killed");
  expect(await migrate(kysely, "sqlite", [...done, step("a"), step("b")])).toEqual(["a", "b"]);
  expect(await migrate(kysely, "sqlite", [...done, step("a"), step("b")])).toEqual([]);
  await database.close();
});

test("readSqlite() reads beside the process that writes, and cannot write", async () => {
  const database = await openSqlite(path);
  await openStores(database).tickets.open("k", restore, opened);
  const reader = readSqlite(path);
  expect(await openStores(reader).tickets.list({})).toHaveLength(1);
  await expect(openStores(reader).audit.append("desk", note())).rejects.toThrow(/readonly/);
  await reader.close();
  await database.close();
});

test("a value that SQLite would turn into another one is refused", async () => {
  const database = await openSqlite(path);
  const put = (value: unknown) =>
    database.kysely
      .insertInto("beat")
      .values({ name: "x", at: value as number })
      .execute();
  for (const value of [Number.NaN, 1.5, 2 ** 53, true, {}]) {
    await expect(put(value)).rejects.toThrow(/Cannot store a value/);
  }
  await database.close();
});

test("a query that was prepared before sees the tables as they are now", async () => {
  const database = await openSqlite(path);
  const { kysely } = database;
  const all = () => sql`select * from shop`.execute(kysely);
  await sql`create table shop (id integer) strict`.execute(kysely);
  await sql`insert into shop values (1)`.execute(kysely);
  expect((await all()).rows).toEqual([{ id: 1 }]);
  await sql`alter table shop add column name text default 'eu'`.execute(kysely);
  expect((await all()).rows).toEqual([{ id: 1, name: "eu" }]);
  await sql`drop table shop`.execute(kysely);
  await expect(all()).rejects.toThrow(/no such table/);
  await sql`create table shop (name text) strict`.execute(kysely);
  expect((await all()).rows).toEqual([]);
  await database.close();
});

test("a burst of commits leaves turns of the loop to others", async () => {
  const database = await openSqlite(path);
  const stores = openStores(database);
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 0);
  await atOnce(1_000, (i) => stores.tickets.open(`k${i}`, restore, opened));
  clearInterval(timer);
  expect(turns).toBeGreaterThan(5);
  await database.close();
});

test("of a burst that is committed together the one that fails is refused, and the others are kept", async () => {
  const database = await openSqlite(path);
  const stores = openStores(database);
  const ended = await Promise.allSettled(
    Array.from({ length: 20 }, (_, i) =>
      stores.tickets.open(`k${i}`, restore, (ticket) => {
        if (i === 7) throw new Error("a mistake of ours");
        return opened(ticket);
      }),
    ),
  );
  expect(ended.flatMap(({ status }, i) => (status === "rejected" ? i : []))).toEqual([7]);
  const ids = (await stores.tickets.list({})).map((one) => Number(one.id.slice("RST-".length)));
  expect(ids.toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: 19 }, (_, i) => i + Math.min(...ids)),
  );
  await database.close();
});

test("more than can be kept in time is refused at once, and the rest is kept", async () => {
  const database = await openSqlite(path);
  const stores = openStores(database);
  const ended = await Promise.allSettled(
    Array.from({ length: 2_100 }, (_, i) => stores.inbox.store(`ev:${i}`, {})),
  );
  const refused = ended.filter((one) => one.status === "rejected");
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.every(({ reason }) => (reason as { kind?: string }).kind === "busy")).toBe(true);
  const kept = await stores.inbox.unfinished((Date.now() + 1_000) as Instant);
  expect(kept).toHaveLength(2_100 - refused.length);
  await database.close();
});

test("what waits is due after the clock was put back while the desk did not run", async () => {
  const ahead = 2 * 3_600_000;
  const first = await openSqlite(path);
  const before = openStores(first, { clock: () => (Date.now() + ahead) as Instant });
  await before.audit.append("desk", note());
  await before.jobs.add([job("j")]);
  await before.outbox.add([notice("n")]);
  await first.close();
  const second = await openSqlite(path);
  const { jobs, outbox } = openStores(second);
  expect(await jobs.claim("w", ["restore.run"])).toMatchObject({ idem: "j" });
  expect(await outbox.take("s", 1)).toMatchObject([{ idem: "n" }]);
  await second.close();
});

test("an error of the database names its kind, and one of ours stays as it is", async () => {
  const database = await openSqlite(path);
  const ground = layGround(database, {});
  const blocker = new DatabaseSync(path);
  blocker.exec("begin immediate");
  const work = () => commit(ground, async () => 1);
  await expect(work()).rejects.toMatchObject({ name: "StoreError", kind: "busy" });
  blocker.close();
  expect(await work()).toBe(1);
  const bug = new TypeError("bug");
  await expect(commit(ground, async () => Promise.reject(bug))).rejects.toBe(bug);
  await database.close();
});

test("backUpSqlite() copies while others write, keeps the newest and holds what was there before", async () => {
  const database = await openSqlite(path);
  const stores = openStores(database);
  for (let i = 0; i < 20; i += 1) await stores.tickets.open(`k${i}`, restore, opened);
  let at = 1_795_262_309_469;
  const clock = () => (at += 1_000) as Instant;
  const backups = join(folder, "backups");
  const needs = { path, folder: backups, keep: 2, clock };
  const writing = Promise.all(
    Array.from({ length: 50 }, (_, i) => stores.tickets.open(`w${i}`, restore, opened)),
  );
  const file = await backUpSqlite(needs);
  await writing;
  const held = await checkBackup(file);
  expect(held.counts.ticket).toBeGreaterThanOrEqual(20);
  expect(held.counts.audit).toBe(held.counts.ticket);
  await backUpSqlite(needs);
  const last = await backUpSqlite(needs);
  expect(copiesIn(backups, path)).toHaveLength(2);
  await database.close();
  const restored = await openSqlite(last);
  expect(await openStores(restored).tickets.countByState()).toEqual({ new: 70 });
  await restored.close();
});

test("storesHealth() writes, and names what does not hold", async () => {
  const database = await openSqlite(path);
  const well = await storesHealth(database, { minFreeBytes: 1 });
  expect(well.map((one) => [one.name, one.ok])).toEqual([
    ["database-write", true],
    ["schema-current", true],
    ["disk-space", true],
    ["only-process", true],
  ]);
  const full = await storesHealth(database, { minFreeBytes: Number.MAX_SAFE_INTEGER });
  expect(full.find((one) => !one.ok)).toMatchObject({ name: "disk-space", detail: /MB are free/ });
  await database.close();
  const closed = await storesHealth(database, { minFreeBytes: 1 });
  expect(closed.filter((one) => !one.ok).map((one) => one.name)).toEqual([
    "database-write",
    "schema-current",
    "only-process",
  ]);
});
