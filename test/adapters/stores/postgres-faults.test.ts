import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Database } from "../../../src/adapters/stores/database.ts";
import { openPostgres } from "../../../src/adapters/stores/open-postgres.ts";
import { openStores } from "../../../src/adapters/stores/open-stores.ts";
import type { Work } from "../../../src/adapters/stores/work-signal.ts";
import { atOnce, job, opened, restore } from "../../contract/sample.ts";
import { postgresBehindProxy } from "../../faults/postgres-behind-proxy.ts";
import { postgresAnswers } from "./open-test-stores.ts";

// Real servers and networks that are waited for.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const withPostgres = await postgresAnswers();

/** Undone in the reverse order, whatever happened. */
const undo: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const one of undo.splice(0).toReversed()) await one();
});

/** A database of its own, behind a proxy that can do to its connections what networks do. */
async function behindProxy() {
  const { proxy, url, through, close } = await postgresBehindProxy();
  undo.push(close);
  const open = async (address: string): Promise<Database> => {
    const database = await openPostgres(address);
    undo.push(() => database.close());
    return database;
  };
  return { proxy, open: () => open(through), openDirectly: () => open(url) };
}

/** How long it takes, in milliseconds. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const SLACK_WAITS_MS = 3_000;

describe.runIf(withPostgres)("a connection that is half open", () => {
  test.each([
    ["rested", 1_200],
    ["was in use a moment ago", 0],
  ])("is replaced within Slack's three seconds, where it %s", async (_when, restedMs) => {
    const { proxy, open } = await behindProxy();
    const stores = openStores(await open());
    await atOnce(6, (i) => stores.inbox.store(`first:${i}`, {}));
    await sleep(restedMs);
    proxy.freeze();
    const took = await timed(() =>
      Promise.all([
        stores.tickets.open("after", restore, opened),
        stores.inbox.store("after", {}),
        stores.audit.head(),
      ]),
    );
    expect(took).toBeLessThan(SLACK_WAITS_MS);
    expect(await stores.inbox.store("after", {})).toBe(false);
    expect(await stores.tickets.list({})).toHaveLength(1);
  });

  test("does not lend its locks for long to a process that is not heard of any more", async () => {
    const { proxy, open, openDirectly } = await behindProxy();
    const first = await open();
    const others = openStores(await openDirectly());
    let locked = () => {};
    const isLocked = new Promise<void>((resolve) => (locked = resolve));
    const held = first.kysely.transaction().execute(async (t) => {
      await t.selectFrom("audit_head").selectAll().forUpdate().execute();
      proxy.freeze();
      locked();
      await sleep(7_000);
    });
    await isLocked;
    await expect
      .poll(() => others.tickets.open("k", restore, opened).then(() => "kept", String), {
        timeout: 10_000,
      })
      .toBe("kept");
    await expect(held).rejects.toThrow(/Connection terminated|Query read timeout/);
  });

  test("does not hold up the end", async () => {
    const { proxy, open } = await behindProxy();
    const database = await open();
    const stores = openStores(database);
    stores.onWork(() => {});
    await atOnce(4, (i) => stores.inbox.store(`first:${i}`, {}));
    proxy.freeze();
    const late = stores.inbox.store("late", {}).catch(() => undefined);
    expect(await timed(() => database.close())).toBeLessThan(4_000);
    await late;
  });
});

test.runIf(withPostgres)(
  "a statement that waits behind a lock is ended by the server and called busy, and its connection is kept",
  async () => {
    const { openDirectly } = await behindProxy();
    const holder = await openDirectly();
    const stores = openStores(await openDirectly());
    await holder.kysely.transaction().execute(async (t) => {
      await t.selectFrom("audit_head").selectAll().forUpdate().execute();
      await expect(stores.tickets.open("k", restore, opened)).rejects.toMatchObject({
        name: "StoreError",
        kind: "busy",
      });
    });
    await stores.tickets.open("k", restore, opened);
  },
);

describe.runIf(withPostgres)("work that another process has left", () => {
  async function twoProcesses() {
    const { proxy, open, openDirectly } = await behindProxy();
    const one = openStores(await open());
    const other = openStores(await openDirectly());
    const heard: Work[] = [];
    one.onWork((work) => heard.push(work));
    other.onWork(() => {});
    const isHeard = async () => {
      await other.jobs.add([job(randomUUID())]);
      return heard.length > 0;
    };
    await expect.poll(isHeard, { timeout: 5_000 }).toBe(true);
    await sleep(200);
    heard.length = 0;
    return { proxy, one, other, heard };
  }

  test("is heard of at once", async () => {
    const { other, heard } = await twoProcesses();
    const took = await timed(async () => {
      await other.jobs.add([job("a")]);
      await expect.poll(() => heard, { interval: 1 }).toEqual(["jobs"]);
    });
    expect(took).toBeLessThan(500);
  });

  test("is not heard of twice by the process that left it", async () => {
    const { one, heard } = await twoProcesses();
    await one.jobs.add([job("a")]);
    await sleep(300);
    expect(heard).toEqual(["jobs"]);
  });

  test.each(["cut", "freeze"] as const)(
    "is heard of again after the network has lost the connection (%s)",
    async (fault) => {
      const { proxy, other, heard } = await twoProcesses();
      proxy[fault]();
      await expect.poll(() => heard.length, { timeout: 20_000 }).toBe(2);
      heard.length = 0;
      await other.jobs.add([job("b")]);
      await expect.poll(() => heard, { timeout: 2_000 }).toEqual(["jobs"]);
    },
  );

  test("is heard of no more once the desk is closed, and nothing keeps the process", async () => {
    const { open } = await behindProxy();
    const database = await open();
    openStores(database).onWork(() => {});
    await sleep(200);
    await database.close();
    const sockets = () =>
      process.getActiveResourcesInfo().filter((name) => name === "TCPSocketWrap").length;
    await expect.poll(sockets, { timeout: 2_000 }).toBe(0);
  });
});
