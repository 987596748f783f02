import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { startBot } from "./bots.ts";
import type { Outcome } from "./outcome.ts";
import type { Planted } from "./setting.ts";
import { makeTestDesk } from "./test-desk.ts";
import { until } from "./until.ts";

/** Whether commits really reach the disk cannot be seen from inside: the flushes of the log are counted from outside. Needs strace. */
export async function walFlushes(commits: number, planted?: Planted): Promise<Outcome> {
  if (spawnSync("strace", ["-V"]).status !== 0) {
    return { rounds: 0, measured: "", faults: [], notRun: "no strace is installed" };
  }
  const desk = await makeTestDesk("sqlite", planted);
  const { sqlite = "" } = desk.setting("bot");
  const trace = join(dirname(sqlite), "trace");
  let acknowledged = 0;
  const bot = startBot(
    desk.setting("bot", { idle: true }),
    (word) => {
      if (word.say === "ack") acknowledged += 1;
    },
    {
      under: ["strace", "-f", "-y", "--seccomp-bpf", "-o", trace, "-e", "trace=fsync,fdatasync"],
    },
  );
  await bot.ready;
  const before = flushesIn(trace, sqlite);
  // One after the other: what comes at once shares its flushes.
  for (let i = 0; i < commits; i += 1) {
    bot.tell({ do: "accept", key: `ev:${i}` });
    await until(() => acknowledged > i);
  }
  const flushes = flushesIn(trace, sqlite) - before;
  await bot.stop();
  await desk.remove();
  rmSync(trace, { force: true });
  const faults = flushes < commits ? [`${flushes} flushes for ${commits} commits`] : [];
  return { rounds: commits, measured: `${flushes} flushes of the log`, faults };
}

/** Flushes of the log that have succeeded. */
const flushesIn = (trace: string, sqlite: string): number =>
  readFileSync(trace, "utf8")
    .split("\n")
    .filter((line) => line.includes(`${sqlite}-wal>`) && line.endsWith("= 0")).length;
