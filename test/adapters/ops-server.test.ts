import { request } from "node:http";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openMetrics } from "../../src/adapters/metrics.ts";
import { startOpsServer } from "../../src/adapters/ops-server.ts";
import type { OpsServer } from "../../src/adapters/ops-server.ts";
import { deskFigures } from "../../src/adapters/stores/desk-figures.ts";
import { storesHealth } from "../../src/adapters/stores/stores-health.ts";
import { job, notice } from "../contract/sample.ts";
import { openTestSqlite } from "./stores/open-test-stores.ts";
import type { TestStores } from "./stores/open-test-stores.ts";

// Real files, processes and servers take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let desk: TestStores;
let server: OpsServer;
let minFreeBytes = 1;

beforeEach(async () => {
  minFreeBytes = 1;
  desk = await openTestSqlite();
  const metrics = openMetrics(() => deskFigures(desk.database));
  metrics.count("dedup_total", 3);
  metrics.observe("ack_seconds", 0.02);
  metrics.backedUp(Date.now() - 60_000);
  const ready = () => storesHealth(desk.database, { minFreeBytes });
  server = await startOpsServer({ port: 0, ready, metrics });
});
afterEach(async () => {
  await server.close();
  await desk.close();
});

const read = async (path: string, init: RequestInit = {}) => {
  const answer = await fetch(`${server.url}${path}`, init);
  return { status: answer.status, text: await answer.text() };
};

test("the server says that it is alive, and nothing on other paths or methods", async () => {
  expect(await read("/livez")).toEqual({ status: 200, text: "alive\n" });
  expect((await read("/")).status).toBe(404);
  expect((await read("/livez", { method: "POST" })).status).toBe(405);
});

test("the server does not answer a page that calls it by another host name", async () => {
  const status = await new Promise((resolve) => {
    const asked = request(
      `${server.url}/metrics`,
      { headers: { host: "evil.example" } },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      },
    );
    asked.end();
  });
  expect(status).toBe(403);
});

test("the server is ready while everything holds, and names what does not", async () => {
  expect(await read("/readyz")).toMatchObject({
    status: 200,
    text: expect.stringContaining('"ok":true') as string,
  });
  minFreeBytes = Number.MAX_SAFE_INTEGER;
  const full = await read("/readyz");
  expect(full.status).toBe(503);
  expect(JSON.parse(full.text)).toMatchObject({ ok: false });
  expect(full.text).toContain("disk-space");
});

test("the server exposes what is counted and what stands in the database", async () => {
  await desk.stores.jobs.add([job("a"), job("b")]);
  await desk.stores.jobs.claim("w", ["restore.run"]);
  await desk.stores.outbox.add([notice("n")]);
  const { text } = await read("/metrics");
  const lines = text.split("\n");
  expect(lines).toContain("dedup_total 3");
  expect(lines).toContain('jobs{state="ready"} 1');
  expect(lines).toContain('jobs{state="running"} 1');
  expect(lines).toContain("effects_unknown 0");
  expect(lines).toContain("ack_seconds_count 1");
  const age = /^backup_age_seconds ([\d.]+)$/m.exec(text)?.[1];
  expect(Number(age)).toBeGreaterThanOrEqual(60);
  expect(text).toMatch(/^eventloop_delay_seconds \d/m);
  expect(Number(/^wal_bytes (\d+)$/m.exec(text)?.[1])).toBeGreaterThan(0);
});

test("the server says so where the database does not answer", async () => {
  await desk.database.kysely.destroy();
  expect((await read("/readyz")).status).toBe(503);
  expect((await read("/metrics")).status).toBe(503);
  expect((await read("/livez")).status).toBe(200);
  await desk.close().catch(() => {});
  desk = await openTestSqlite();
});
