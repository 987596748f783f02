import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import type { Database } from "../../src/adapters/stores/database.ts";
import { openPostgres } from "../../src/adapters/stores/open-postgres.ts";
import { openSqlite } from "../../src/adapters/stores/open-sqlite.ts";
import { openStores } from "../../src/adapters/stores/open-stores.ts";
import type { Stores } from "../../src/adapters/stores/open-stores.ts";
import { startWorker } from "../../src/adapters/worker/start-worker.ts";
import type { Job, JobHandler } from "../../src/desk/job.ts";
import type { TicketState } from "../../src/desk/ticket.ts";
import type { TicketId } from "../../src/kernel/ids.ts";
import { unreachable } from "../../src/kernel/unreachable.ts";
import { systemClock } from "../../src/kernel/clock.ts";
import { backUpSqlite } from "../../src/adapters/stores/back-up-sqlite.ts";
import { measureItself } from "./figures.ts";
import { fail, ok } from "../../src/kernel/result.ts";
import { ANNA, restore } from "../contract/sample.ts";
import { paperEngine } from "./paper-engine.ts";
import type { PaperEngine } from "./paper-engine.ts";
import { sabotage } from "./sabotage.ts";
import type { Order, Setting, Word } from "./setting.ts";
import { withSteps } from "./with-steps.ts";

const setting = JSON.parse(process.argv[2] ?? "{}") as Setting;
const say = (word: Word) => process.send?.(word);

/** The way of a ticket before its restore. */
const WAY: readonly TicketState[] = [
  "claimed",
  "planned",
  "approval-wanted",
  "approved",
  "running",
];

async function open() {
  const { leaseMs, postgres, sqlite = "" } = setting;
  const database =
    postgres === undefined
      ? await openSqlite(
          sqlite,
          setting.planted === "goes-on-after-an-io-error" ? { broken: () => {} } : {},
        )
      : await openPostgres(postgres.url, { schema: postgres.schema });
  await tune(database);
  const sound = openStores(database, { leaseMs });
  const stores = sabotage(setting.planted, sound, database);
  return { database, stores: withSteps(stores, setting.dieAt) };
}

async function tune({ kysely, kind }: Database): Promise<void> {
  const { checkpointPages: pages, planted } = setting;
  if (kind !== "sqlite") return;
  if (pages !== undefined) await sql.raw(`pragma wal_autocheckpoint=${pages}`).execute(kysely);
  if (planted === "synchronous-normal") await sql.raw("pragma synchronous=normal").execute(kysely);
}

/** Takes an event as the desk does: kept first, then acknowledged. */
async function accept(stores: Stores, key: string): Promise<void> {
  if (setting.planted === "ack-first") say({ say: "ack", key, first: true });
  const intake = setting.planted === "no-unique-key" ? `${key}:${Math.random()}` : key;
  const { first } = await stores.tickets.open(intake, { ...restore, words: key }, (ticket) => ({
    audit: { action: "desk.opened", data: { id: ticket.id } },
    jobs: [{ kind: "restore.run", idem: `run:${ticket.id}`, data: {}, ticket: ticket.id }],
    notices: [{ idem: `card:${ticket.id}`, recipient: { to: "triage" }, kind: "card", data: {} }],
  }));
  if (setting.planted !== "ack-first") say({ say: "ack", key, first });
}

/** Brings a ticket to `running`, wherever a dead process has left it. */
async function walk(stores: Stores, id: TicketId): Promise<void> {
  for (const state of WAY) {
    await stores.tickets.change(id, "desk", (ticket) => {
      const here = WAY.indexOf(ticket.state);
      return here === WAY.indexOf(state) - 1
        ? ok({ state, audit: { action: `desk.${state}`, data: {} } })
        : fail("further");
    });
  }
}

/** The restore: kept as begun before the engine is called, asked for before it is called again. */
function restoreRun(stores: Stores, engine: PaperEngine): JobHandler {
  return async (job, signal) => {
    const id = job.ticket as TicketId;
    await walk(stores, id);
    const idem = `${id}:restore:d1`;
    const effect = { ticket: id, step: "restore", idem, requestHash: "d1" };
    const begun = await stores.effects.begin(job, effect);
    if (!begun.ok) return fenced();
    const known = begun.value !== undefined && engine.knows(idem);
    if (!known) engine.execute(idem);
    say({ say: "working", ticket: id, percent: engine.percent(idem) });
    while (!engine.isDone(idem)) {
      signal.throwIfAborted();
      await sleep(10);
    }
    await stores.effects.settle(idem, { state: "done", operationId: idem });
    return finish(stores, job, id);
  };
}

async function finish(stores: Stores, job: Job, id: TicketId) {
  const end = await stores.tickets.change(id, "desk", () =>
    ok({
      state: "verified",
      audit: { action: "restore.verified", data: {} },
      notices: [
        {
          idem: `done:${id}`,
          recipient: { to: "person", person: ANNA },
          kind: "hand-over",
          data: {},
        },
      ],
      finishes: job,
    }),
  );
  return end.ok ? ({ kind: "finished" } as const) : fenced();
}

function fenced() {
  say({ say: "fenced" });
  return { kind: "finished" } as const;
}

/** Two staff at once: the first click wins. */
async function decide(stores: Stores, what: "claim" | "approve", ticket: TicketId): Promise<void> {
  const from: TicketState = what === "claim" ? "new" : "approval-wanted";
  const to: TicketState = what === "claim" ? "claimed" : "approved";
  const old = await stores.tickets.get(ticket);
  const done = await stores.tickets.change(ticket, "desk", (now) =>
    (setting.planted === "decides-on-an-old-copy" ? old : now)?.state === from
      ? ok({ state: to, audit: { action: `desk.${what}`, data: {} } })
      : fail({ kind: "moved-on" }),
  );
  say({ say: done.ok ? "won" : "lost", ticket, what });
}

/** Copies the database as the desk does, from the process that writes it. */
async function copy(folder: string): Promise<void> {
  const path = setting.sqlite ?? "";
  say({
    say: "copied",
    file: await backUpSqlite({ path, folder, keep: 3, clock: systemClock }),
  });
}

async function main(): Promise<void> {
  const { database, stores } = await open();
  const { engine: folder, leaseMs, planted, takesMs } = setting;
  const engine = paperEngine(folder, { takesMs, forgetsKeys: planted === "engine-forgets-keys" });
  const { jobs, onWork, timers } = stores;
  const worker = startWorker({
    name: setting.name,
    jobs,
    onWork,
    timers,
    leaseMs,
    heartbeatMs: leaseMs / 4,
    pollMs: 100,
    handlers: setting.idle === true ? {} : { "restore.run": restoreRun(stores, engine) },
    gaveUp: async () => {},
    maxAttempts: 10_000,
    onEvent: (event) => {
      if (event.kind === "lease-lost") say({ say: "fenced" });
    },
  });
  const stop = async () => {
    await worker.stop(2_000);
    await database.close();
    say({ say: "stopped" });
    process.disconnect?.();
  };
  const figures = measureItself();
  const obey = async (order: Order): Promise<void> => {
    switch (order.do) {
      case "accept":
        return accept(stores, order.key);
      case "figures":
        return void say({ say: "figures", ...figures() });
      case "back-up":
        return copy(order.folder);
      case "stop":
        return stop();
      case "claim":
      case "approve":
        return decide(stores, order.do, order.ticket as TicketId);
      default:
        return unreachable(order);
    }
  };
  process.on("message", (order: Order) => {
    const key = "key" in order ? order.key : "";
    obey(order).catch((cause: unknown) => say({ say: "refused", key, why: String(cause) }));
  });
  // Nobody is left to stop it.
  process.on("disconnect", () => process.exit());
  say({ say: "ready" });
}

await main();
