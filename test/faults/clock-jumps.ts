import { setTimeout as sleep } from "node:timers/promises";
import { openStores } from "../../src/adapters/stores/open-stores.ts";
import { startWorker } from "../../src/adapters/worker/start-worker.ts";
import type { Instant } from "../../src/kernel/clock.ts";
import { HOUR_MS } from "../../src/kernel/clock.ts";
import { restore } from "../contract/sample.ts";
import type { Outcome } from "./outcome.ts";
import type { Planted } from "./setting.ts";
import { makeTestDesk } from "./test-desk.ts";

const TIMERS = 60;

/** The clock jumps two hours forth and back while jobs run: each timer fires once and never early, no job runs beside itself. */
export async function clockJumps(jumps: number, planted?: Planted): Promise<Outcome> {
  const desk = await makeTestDesk("sqlite");
  const database = await desk.open();
  let ahead = 0;
  let latest = 0;
  const clock = () => {
    const now = Date.now() + ahead;
    latest = Math.max(latest, now);
    return now as Instant;
  };
  const stores = openStores(database, { clock, leaseMs: 400 });
  const faults: string[] = [];
  const fired = new Map<string, number>();
  const inHand = new Set<string>();
  const timed = async (job: { idem: string; data: { readonly [key: string]: unknown } }) => {
    if (inHand.has(job.idem)) faults.push(`${job.idem} ran beside itself`);
    inHand.add(job.idem);
    fired.set(job.idem, (fired.get(job.idem) ?? 0) + 1);
    if (latest < Number(job.data["due"])) faults.push(`${job.idem} was early`);
    await sleep(30 + Math.random() * 220);
    inHand.delete(job.idem);
    return { kind: "done" } as const;
  };
  const { onWork, timers } = stores;
  const careless: typeof stores.jobs = {
    ...stores.jobs,
    claim: (worker, kinds) => stores.jobs.claim(worker, kinds),
  };
  const jobs = planted === "takes-what-it-has" ? careless : stores.jobs;
  const beats = { name: "w", pollMs: 10, heartbeatMs: 50, leaseMs: 400, clock };
  const worker = startWorker({
    ...beats,
    jobs,
    onWork,
    timers,
    handlers: { timed },
    gaveUp: async () => {},
    onEvent: (event) => {
      if (event.kind === "trouble") faults.push(event.reason);
    },
  });
  await stores.tickets.open("k", restore, () => ({
    audit: { action: "desk.opened", data: {} },
    timers: Array.from({ length: TIMERS }, (_, i) => {
      const dueAt = (Date.now() + (i / TIMERS) * 4 * HOUR_MS) as Instant;
      return { key: `t${i}`, dueAt, job: { kind: "timed", idem: `t${i}`, data: { due: dueAt } } };
    }),
  }));
  for (let i = 0; i < jumps; i += 1) {
    ahead += Math.round((Math.random() < 0.6 ? 1 : -1) * Math.random() * 2 * HOUR_MS);
    await sleep(40);
  }
  ahead = 5 * HOUR_MS;
  const end = Date.now() + 20_000;
  while (fired.size < TIMERS && Date.now() < end) await sleep(20);
  await worker.stop();
  await database.close();
  await desk.remove();
  const odd = [...fired].filter(([, n]) => n !== 1);
  faults.push(...odd.map(([key, n]) => `${key} fired ${n} times`));
  if (fired.size < TIMERS) faults.push(`${TIMERS - fired.size} never fired`);
  return { rounds: jumps, measured: `${fired.size} timers fired`, faults };
}
