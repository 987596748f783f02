import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { startBot } from "./bots.ts";
import type { Bot } from "./bots.ts";
import { checkDesk, faultsIn, jobsLeft } from "./check-desk.ts";
import type { Outcome } from "./outcome.ts";
import { openBeside, settle } from "./settle.ts";
import type { Word } from "./setting.ts";
import { makeTestDesk } from "./test-desk.ts";
import type { TestDesk } from "./test-desk.ts";

type Options = { readonly kind: "sqlite" | "postgres"; readonly seconds: number };

const PER_SECOND = 20;
const BURST = 200;
const LEASE_MS = 60_000;

/** Twenty events a second with bursts of two hundred, jobs running meanwhile: how long until the acknowledgement. */
export async function soak({ kind, seconds }: Options): Promise<Outcome> {
  const desk = await makeTestDesk(kind);
  const sentAt = new Map<string, number>();
  const took: number[] = [];
  const acknowledged = new Set<string>();
  const bot = startBot(desk.setting("bot", { leaseMs: LEASE_MS }), (word: Word) => {
    if (word.say !== "ack") return;
    took.push(performance.now() - (sentAt.get(word.key) ?? 0));
    acknowledged.add(word.key);
  });
  await bot.ready;
  let n = 0;
  const send = () => {
    const key = `ev:${(n += 1)}`;
    sentAt.set(key, performance.now());
    bot.tell({ do: "accept", key });
  };
  const warm = Math.floor(seconds / 4);
  let early = 0;
  for (let second = 0; second < seconds; second += 1) {
    if (second === warm) early = memoryOf(bot.child.pid);
    const count = second % 15 === 10 ? BURST : PER_SECOND;
    for (let i = 0; i < count; i += 1) {
      send();
      await sleep(1_000 / count);
    }
  }
  const late = memoryOf(bot.child.pid);
  await untilAll(() => acknowledged.size >= n);
  await untilJobsEnd(desk, bot);
  await bot.stop();
  // A job that was in hand when the bot stopped is free only after its lease.
  await settle(desk, 1, 2 * LEASE_MS);
  const found = await checkDesk(desk, acknowledged);
  await desk.remove();
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10;
  const [p50, p99, most] = [at(0.5), at(0.99), at(0.999_999)];
  const faults = [...faultsIn(found)];
  if (p99 > 500 || most > 3_000) faults.push(`p99 ${p99} ms, longest ${most} ms`);
  if (acknowledged.size < n) faults.push(`${n - acknowledged.size} not acknowledged`);
  return {
    rounds: n,
    measured: `ack p50 ${p50}, p99 ${p99}, longest ${most} ms; memory ${early} → ${late} MB`,
    faults,
  };
}

/** Slack waits three seconds; what is not acknowledged after ten never will be. */
async function untilAll(are: () => boolean): Promise<void> {
  const end = Date.now() + 10_000;
  while (!are() && Date.now() < end) await sleep(50);
}

/** The bot itself does what is left: a restore takes longer than an acknowledgement. */
async function untilJobsEnd(desk: TestDesk, bot: Bot): Promise<void> {
  const database = await openBeside(desk);
  const end = Date.now() + LEASE_MS;
  while (bot.child.connected && Date.now() < end && (await jobsLeft(database)) > 0) {
    await sleep(500);
  }
  await database.close();
}

/** Megabytes a process has in memory. */
function memoryOf(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024);
}
