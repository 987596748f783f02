import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openSqlite } from "../../src/adapters/stores/open-sqlite.ts";
import { openStores } from "../../src/adapters/stores/open-stores.ts";
import { verifyAudit } from "../../src/adapters/stores/verify-audit.ts";
import { startBot } from "./bots.ts";
import type { Bot } from "./bots.ts";
import type { Outcome } from "./outcome.ts";
import { makeTestDesk } from "./test-desk.ts";
import type { TestDesk } from "./test-desk.ts";
import { until } from "./until.ts";

const PER_SECOND = 50;

type Copied = { readonly file: string; readonly before: ReadonlySet<string> };

/**
 * Copies the database while fifty events a second come in, and puts each copy into an empty folder:
 * it must open, hold all that was acknowledged before it began, and end on a line of the same trail.
 */
export async function liveBackUp(copies: number): Promise<Outcome> {
  const desk = await makeTestDesk("sqlite");
  const folder = mkdtempSync(join(tmpdir(), "copies-"));
  const acknowledged = new Set<string>();
  const files: string[] = [];
  const bot = startBot(desk.setting("bot", { takesMs: 10 }), (word) => {
    if (word.say === "ack") acknowledged.add(word.key);
    if (word.say === "copied") files.push(word.file);
  });
  await bot.ready;
  const fed = new AbortController();
  const feeding = feed(bot, fed.signal);
  const taken: Copied[] = [];
  for (let i = 0; i < copies; i += 1) {
    await sleep(1_500);
    const before = new Set(acknowledged);
    bot.tell({ do: "back-up", folder: join(folder, String(i)) });
    await until(() => files.length > i);
    taken.push({ file: files[i] ?? "", before });
  }
  fed.abort();
  await feeding;
  await bot.stop();
  const { faults, lines } = await compareAll(desk, taken);
  rmSync(folder, { recursive: true });
  await desk.remove();
  const before = taken.at(-1)?.before.size ?? 0;
  return {
    rounds: copies,
    measured: `${acknowledged.size} acknowledged at ${PER_SECOND}/s, ${before} before the last copy, ${lines} lines of trail in it`,
    faults,
  };
}

/** Holds each copy against the desk it was taken from. */
async function compareAll(desk: TestDesk, taken: readonly Copied[]) {
  const live = await desk.open();
  const trail = openStores(live).audit;
  const faults: string[] = [];
  let lines = 0;
  for (const { file, before } of taken) {
    const { missing, head } = await restored(file, before);
    if (missing > 0) faults.push(`${missing} missing in a copy`);
    const [same] = await trail.entries(head?.seq ?? 0, 1);
    if (head === undefined || same?.hash !== head.hash) faults.push("a copy has another trail");
    lines = head?.seq ?? 0;
  }
  await live.close();
  return { faults, lines };
}

/** Opens a copy in an empty folder, as after the loss of everything else. */
async function restored(file: string, before: ReadonlySet<string>) {
  const folder = mkdtempSync(join(tmpdir(), "restored-"));
  const path = join(folder, "desk.db");
  cpSync(file, path);
  const database = await openSqlite(path);
  const rows = await database.kysely.selectFrom("ticket").select("words").execute();
  const words = new Set(rows.map((row) => row.words));
  const trail = await verifyAudit(openStores(database).audit);
  await database.close();
  rmSync(folder, { recursive: true });
  const missing = [...before].filter((key) => !words.has(key)).length;
  return { missing, head: trail.ok ? trail.value : undefined };
}

async function feed(bot: Bot, signal: AbortSignal): Promise<void> {
  for (let n = 1; !signal.aborted; n += 1) {
    bot.tell({ do: "accept", key: `ev:${n}` });
    await sleep(1_000 / PER_SECOND);
  }
}
