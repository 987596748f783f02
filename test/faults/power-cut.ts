import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startBot } from "./bots.ts";
import type { Bot } from "./bots.ts";
import { checkDesk, faultsIn } from "./check-desk.ts";
import type { Outcome } from "./outcome.ts";
import { settle } from "./settle.ts";
import type { Planted, Setting, Word } from "./setting.ts";
import { makeTestDesk } from "./test-desk.ts";
import type { TestDesk } from "./test-desk.ts";

type Options = { readonly cuts: number; readonly planted?: Planted };

/** Cuts of one desk, before it is settled and a new one is begun. */
const A_DESK = 10;

/** A bot that is not cut by then is killed: its disk may do what it wants with the rest. */
const LONGEST_MS = 20_000;

const IN_FLIGHT = 4;

/**
 * Cuts the power of a desk's disk at any of its calls: what was not flushed lands whole, torn or not at
 * all. What was acknowledged must be there at the next start. Needs a C compiler.
 */
export async function powerCut({ cuts, planted }: Options): Promise<Outcome> {
  const library = buildLibrary();
  if (library === undefined) {
    return { rounds: 0, measured: "", faults: [], notRun: "no C compiler is installed" };
  }
  const faults: string[] = [];
  let kept = 0;
  let inStart = 0;
  for (let done = 0; done < cuts && faults.length === 0; done += A_DESK) {
    const desk = await makeTestDesk("sqlite", planted);
    const one = cutDesk({ desk, library, ...(planted === undefined ? {} : { planted }) });
    for (let i = done; i < Math.min(cuts, done + A_DESK) && faults.length === 0; i += 1) {
      const began = await one.cut(i);
      if (!began) inStart += 1;
      faults.push(...(await one.look()).map((fault) => `cut ${i + 1}: ${fault}`));
    }
    if (faults.length === 0) {
      await settle(desk, 1);
      faults.push(...faultsIn(await checkDesk(desk, one.acknowledged)));
    }
    kept += one.acknowledged.size;
    await desk.remove();
  }
  rmSync(dirname(library), { recursive: true });
  return {
    rounds: cuts,
    measured: `${kept} acknowledged, ${inStart} cut during the start`,
    faults,
  };
}

/** The disk in C, as a library to be loaded before all others. Undefined without a compiler. */
function buildLibrary(): string | undefined {
  if (spawnSync("gcc", ["--version"]).status !== 0) return undefined;
  const library = join(mkdtempSync(join(tmpdir(), "power-")), "power-cut.so");
  const source = join(import.meta.dirname, "power-cut.c");
  execFileSync("gcc", ["-shared", "-fPIC", "-O1", "-o", library, source, "-lpthread"]);
  return library;
}

/** The first start takes about a hundred calls, every other a few, an event about twenty. */
function mostCalls(isFirst: boolean): number {
  if (isFirst) return 120;
  const kind = Math.random();
  if (kind < 0.1) return 8;
  return kind < 0.3 ? 200 : 4_000;
}

type Cut = { readonly desk: TestDesk; readonly library: string; readonly planted?: Planted };

/** One desk on such a disk. */
function cutDesk({ desk, library, planted }: Cut) {
  const { sqlite = "" } = desk.setting("bot");
  const durable = join(dirname(sqlite), "durable");
  mkdirSync(durable);
  const acknowledged = new Set<string>();
  let sent = 0;
  const cut = async (round: number): Promise<boolean> => {
    const setting: Setting = {
      ...desk.setting("bot", { takesMs: 20 }),
      ...(round % 5 === 4 ? {} : { checkpointPages: 50 }),
    };
    const calls = 1 + Math.floor(Math.random() * mostCalls(round % A_DESK === 0));
    const env = {
      LD_PRELOAD: library,
      POWER_FILE: sqlite,
      POWER_DURABLE: join(durable, basename(sqlite)),
      POWER_CALLS: String(calls),
      POWER_SEED: String(1 + Math.floor(Math.random() * 1e9)),
      POWER_DEAF: planted === "log-is-not-flushed" ? "-wal" : "",
    };
    const bot = startBot(setting, (word) => onWord(bot, word), { env });
    return untilCut(bot, () => feed(bot));
  };
  const onWord = (bot: Bot, word: Word) => {
    if (word.say === "ack") acknowledged.add(word.key);
    if (word.say === "ack" || word.say === "refused") feed(bot);
  };
  const feed = (bot: Bot) => bot.tell({ do: "accept", key: `ev:${(sent += 1)}` });
  return { acknowledged, cut, look: () => look(desk, { sqlite, durable }, acknowledged) };
}

async function untilCut(bot: Bot, feed: () => void): Promise<boolean> {
  const late = sleep(LONGEST_MS, "late", { ref: false });
  const began = (await bot.ready) !== undefined;
  if (began) for (let i = 0; i < IN_FLIGHT; i += 1) feed();
  await Promise.race([bot.gone, late]);
  await bot.kill();
  return began;
}

type Disk = { readonly sqlite: string; readonly durable: string };

/** Checks a copy of what the disk still holds, and leaves it to the next start as it is. */
async function look(
  desk: TestDesk,
  disk: Disk,
  acknowledged: ReadonlySet<string>,
): Promise<readonly string[]> {
  layDown(disk);
  try {
    const { lost, doubled, restoredTwice, trail } = await checkDesk(desk, acknowledged);
    const bad = Object.entries({ lost, doubled, restoredTwice }).filter(([, n]) => n > 0);
    if (trail !== "whole") return [`audit ${trail}`];
    return bad.map(([what, n]) => `${n} ${what}`);
  } catch (cause) {
    return [`cannot be opened: ${cause instanceof Error ? cause.message : String(cause)}`];
  } finally {
    layDown(disk);
  }
}

function layDown({ sqlite, durable }: Disk): void {
  for (const rest of ["", "-wal", "-shm", "-journal"]) rmSync(`${sqlite}${rest}`, { force: true });
  cpSync(durable, dirname(sqlite), { recursive: true });
}
