import { setTimeout as sleep } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { openPostgres } from "../../../src/adapters/stores/open-postgres.ts";
import { openStores } from "../../../src/adapters/stores/open-stores.ts";
import { startWorker } from "../../../src/adapters/worker/start-worker.ts";
import type { Instant } from "../../../src/kernel/clock.ts";
import { job, notice } from "../../contract/sample.ts";
import { cuttingProxy } from "../../faults/cutting-proxy.ts";
import { ownDatabase } from "../../journeys/own-postgres.ts";
import { postgresAnswers } from "./open-test-stores.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const withPostgres = await postgresAnswers();

/** Longer than any single try, shorter than a lease: nobody else could take over what is in hand. */
const OUTAGE_MS = 12_000;
const BACK_MS = 10_000;

test.runIf(withPostgres)(
  "ten seconds after an outage jobs, messages and timers are where they would be without it",
  async () => {
    const { url, drop } = await ownDatabase();
    const { hostname: host, port } = new URL(url);
    const proxy = await cuttingProxy({ host, port: Number(port === "" ? 5432 : port) });
    const through = new URL(url);
    through.hostname = "127.0.0.1";
    through.port = String(proxy.port);
    const database = await openPostgres(through.href);
    const beside = await openPostgres(url);
    const stores = openStores(database);

    const network = { isAway: false };
    const tried: string[] = [];
    const worker = startWorker({
      name: "w",
      ...stores,
      pollMs: 2_000,
      handlers: {
        "in-hand": async () => {
          while (!network.isAway) await sleep(20);
          return { kind: "done" };
        },
        "needs-the-database": async ({ attempts }) => {
          tried.push(`attempt ${attempts}`);
          while (!network.isAway && tried.length === 1) await sleep(20);
          await stores.audit.head();
          return { kind: "done" };
        },
        late: async () => ({ kind: "done" }),
      },
      gaveUp: async () => {},
    });
    await stores.jobs.add([
      job("a", { kind: "in-hand" }),
      job("b", { kind: "needs-the-database" }),
    ]);
    await stores.outbox.add([notice("n1"), notice("n2", { recipient: { to: "triage" } })]);
    const rows = await stores.outbox.take("s", 10);
    const [first, second] = rows;
    if (first === undefined || second === undefined) throw new Error("Cannot take two rows");
    await stores.tickets.open(
      "k",
      {
        kind: "restore",
        requester: "T0/U0",
        locale: "en",
        origin: { channel: "C" },
        words: "",
        case: {},
      },
      (ticket) => ({
        audit: { action: "desk.opened", data: { id: ticket.id } },
        timers: [
          { key: "t", dueAt: (Date.now() + 4_000) as Instant, job: job("late", { kind: "late" }) },
        ],
      }),
    );
    await expect.poll(() => tried.length, { timeout: 10_000 }).toBe(1);

    proxy.away(true);
    network.isAway = true;
    const sent = stores.outbox.sent(first, { channel: "C", ts: "1.1" });
    const dead = stores.outbox.dead(second, "channel_not_found");
    await sleep(OUTAGE_MS);
    proxy.away(false);

    const states = async () => ({
      jobs: await beside.kysely
        .selectFrom("job")
        .select(["idem", "state"])
        .orderBy("idem")
        .execute(),
      outbox: await beside.kysely.selectFrom("outbox").select("state").orderBy("id").execute(),
    });
    await expect.poll(states, { timeout: BACK_MS }).toEqual({
      jobs: [
        { idem: "a", state: "done" },
        { idem: "b", state: "done" },
        { idem: "late", state: "done" },
      ],
      outbox: [{ state: "sent" }, { state: "dead" }],
    });
    await Promise.all([sent, dead]);
    // The outage is no fault of the job's.
    expect(new Set(tried)).toEqual(new Set(["attempt 1"]));

    await worker.stop(0);
    await Promise.all([database.close(), beside.close()]);
    await proxy.close();
    await drop();
  },
);
