import { setTimeout as sleep } from "node:timers/promises";
import { readSqlite } from "../../src/adapters/stores/open-sqlite.ts";
import type { Database } from "../../src/adapters/stores/database.ts";
import { startBot } from "./bots.ts";
import { jobsLeft } from "./check-desk.ts";
import type { TestDesk } from "./test-desk.ts";

/** Lets healthy bots do whatever is left, and stops them. */
export async function settle(desk: TestDesk, bots: number, withinMs = 60_000): Promise<void> {
  const healthy = Array.from({ length: bots }, (_, i) => startBot(desk.setting(`healer-${i}`)));
  await Promise.all(healthy.map((bot) => bot.ready));
  const database = await openBeside(desk);
  const until = Date.now() + withinMs;
  while (Date.now() < until && (await jobsLeft(database)) > 0) await sleep(100);
  await database.close();
  await Promise.all(healthy.map((bot) => bot.stop()));
}

/** Reads the desk while bots have it. */
export async function openBeside(desk: TestDesk): Promise<Database> {
  const { sqlite } = desk.setting("reader");
  return sqlite === undefined ? desk.open() : readSqlite(sqlite);
}
