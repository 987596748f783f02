import { setTimeout as sleep } from "node:timers/promises";
import { startBot } from "./bots.ts";
import type { Bot } from "./bots.ts";
import { checkDesk, faultsIn } from "./check-desk.ts";
import type { Outcome } from "./outcome.ts";
import { settle } from "./settle.ts";
import type { Planted, Word } from "./setting.ts";
import { makeTestDesk } from "./test-desk.ts";
import { until } from "./until.ts";

type Options = {
  readonly kind: "sqlite" | "postgres";
  readonly kills: number;
  readonly planted?: Planted;
};

const LEASE_MS = 2_000;
/** How long after its lease a job may lie before somebody has it. */
const SLACK_MS = 10_000;
/** For each kill: the time until the next bot has it, and some time in its hands. */
const PER_KILL_MS = LEASE_MS + 1_500;

/**
 * One long restore. Whoever has it in hand is killed, again and again: the next one goes on with it
 * where it is, soon, and in the end there was one.
 */
export async function longRestore({ kind, kills, planted }: Options): Promise<Outcome> {
  const desk = await makeTestDesk(kind, planted);
  const places = kind === "sqlite" ? ["a"] : ["a", "b"];
  const bots = new Map<string, Bot>();
  const acknowledged = new Set<string>();
  let holder: string | undefined;
  let percent = 0;
  const faults: string[] = [];
  const onWord = (name: string) => (word: Word) => {
    if (word.say === "ack") acknowledged.add(word.key);
    if (word.say !== "working") return;
    if (word.percent < percent) faults.push(`back from ${percent} to ${word.percent} %`);
    percent = word.percent;
    holder = name;
  };
  const start = (name: string) => {
    const setting = desk.setting(name, { leaseMs: LEASE_MS, takesMs: kills * PER_KILL_MS });
    bots.set(name, startBot(setting, onWord(name)));
  };
  for (const name of places) start(name);
  await bots.get("a")?.ready;
  bots.get("a")?.tell({ do: "accept", key: "ev:long" });
  let slowest = 0;
  let killed = 0;
  while (killed < kills) {
    const waited = performance.now();
    await until(() => holder !== undefined, LEASE_MS + SLACK_MS + 5_000);
    if (killed > 0) slowest = Math.max(slowest, performance.now() - waited);
    await sleep(100 + Math.random() * 400);
    const name = holder ?? "a";
    holder = undefined;
    await bots.get(name)?.kill();
    start(name);
    killed += 1;
  }
  const reached = percent;
  await Promise.all([...bots.values()].map((bot) => bot.kill()));
  await settle(desk, places.length, kills * PER_KILL_MS + 60_000);
  faults.push(...faultsIn(await checkDesk(desk, acknowledged)));
  await desk.remove();
  if (slowest > LEASE_MS + SLACK_MS) faults.push(`picked up after ${Math.round(slowest)} ms`);
  return {
    rounds: killed,
    measured: `one restore, at ${reached} % at the last kill; picked up ≤ ${Math.round(slowest)} ms, lease ${LEASE_MS} ms`,
    faults,
  };
}
