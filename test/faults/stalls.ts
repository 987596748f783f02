import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { unreachable } from "../../src/kernel/unreachable.ts";
import { POSTGRES_URL } from "../adapters/stores/open-test-stores.ts";
import { startBot } from "./bots.ts";
import type { Bot } from "./bots.ts";
import { checkDesk, faultsIn } from "./check-desk.ts";
import { cuttingProxy } from "./cutting-proxy.ts";
import type { CuttingProxy } from "./cutting-proxy.ts";
import type { Outcome } from "./outcome.ts";
import { settle } from "./settle.ts";
import type { Planted, Setting, Word } from "./setting.ts";
import { makeTestDesk } from "./test-desk.ts";

type Options = { readonly rounds: number; readonly planted?: Planted };

/** Longer than the lease of 400 ms. */
const STALL_MS = [600, 1_100] as const;

const DELAY_MS = 500;

/** What is done to a bot or its connections, two stalls to one of each other. */
const KINDS = ["stopped", "half-open", "stopped", "cut", "ended by the server", "delayed"] as const;

type Kind = (typeof KINDS)[number];

const kindOf = (round: number): Kind => KINDS[round % KINDS.length] ?? "stopped";

const somewhere = (from: number, to: number) => from + Math.random() * (to - from);

/**
 * Two bots on PostgreSQL: one is stopped past its lease and wakes up in the middle of what another has
 * taken over; connections are cut, half-open, half a second slow and ended by the server.
 */
export async function stalls({ rounds, planted }: Options): Promise<Outcome> {
  const desk = await makeTestDesk("postgres", planted);
  const { hostname: host, port } = new URL(POSTGRES_URL);
  const proxy = await cuttingProxy({ host, port: Number(port === "" ? 5432 : port) });
  const acknowledged = new Set<string>();
  let fenced = 0;
  const onWord = (word: Word) => {
    if (word.say === "ack") acknowledged.add(word.key);
    if (word.say === "fenced") fenced += 1;
  };
  const bots = ["a", "b"].map((name) =>
    startBot(through(desk.setting(name, { takesMs: 150 }), proxy), onWord),
  );
  await Promise.all(bots.map((bot) => bot.ready));
  let fed = true;
  const feeding = feed(bots, () => fed);
  const done: Kind[] = [];
  for (let i = 0; i < rounds; i += 1) {
    done.push(kindOf(i));
    await disturb(bots[i % 2], proxy, kindOf(i));
    await sleep(somewhere(100, 300));
  }
  fed = false;
  await feeding;
  const dead = bots.filter((bot) => bot.child.exitCode !== null).length;
  await Promise.all(bots.map((bot) => bot.stop()));
  await proxy.close();
  await settle(desk, 2);
  const found = await checkDesk(desk, acknowledged);
  await desk.remove();
  const faults = [...faultsIn(found)];
  if (fenced === 0) faults.push("nothing was fenced: the run proves nothing");
  if (dead > 0) faults.push(`${dead} bots ended by themselves`);
  return {
    rounds,
    measured: `${counted(done)}; ${acknowledged.size} acknowledged, ${fenced} fenced`,
    faults,
  };
}

function through(setting: Setting, proxy: CuttingProxy): Setting {
  if (setting.postgres === undefined) return setting;
  const url = new URL(setting.postgres.url);
  url.port = String(proxy.port);
  url.searchParams.set("application_name", "faults");
  url.hostname = "127.0.0.1";
  return { ...setting, postgres: { ...setting.postgres, url: url.href } };
}

async function disturb(bot: Bot | undefined, proxy: CuttingProxy, kind: Kind): Promise<void> {
  switch (kind) {
    case "stopped":
      bot?.child.kill("SIGSTOP");
      await sleep(somewhere(...STALL_MS));
      bot?.child.kill("SIGCONT");
      return;
    case "cut":
      return proxy.cut();
    case "ended by the server":
      return endConnections();
    case "half-open":
      proxy.swallow(somewhere(...STALL_MS));
      return sleep(somewhere(...STALL_MS));
    case "delayed":
      proxy.delay(somewhere(...STALL_MS), DELAY_MS);
      return sleep(somewhere(...STALL_MS));
    default:
      unreachable(kind);
  }
}

const counted = (done: readonly Kind[]): string =>
  [...Map.groupBy(done, (kind) => kind)].map(([kind, all]) => `${all.length} ${kind}`).join(", ");

async function endConnections(): Promise<void> {
  const client = new Client({ connectionString: POSTGRES_URL });
  await client.connect();
  await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend' and datname = current_database() and application_name = 'faults'",
  );
  await client.end();
}

async function feed(bots: readonly Bot[], goesOn: () => boolean): Promise<void> {
  let sent = 0;
  do {
    sent += 1;
    bots[sent % bots.length]?.tell({ do: "accept", key: `ev:${sent}` });
    await sleep(somewhere(40, 90));
  } while (goesOn());
}
