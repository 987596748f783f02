import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { dirname, join } from "node:path";
import { startBot } from "./bots.ts";
import type { Outcome } from "./outcome.ts";
import type { Setting } from "./setting.ts";
import { makeTestDesk } from "./test-desk.ts";

/** What has not ended by itself by then waits for something. How quick the refusal is, is a test of the stores. */
const LONGEST_MS = 90_000;

type Refused = { readonly code: number | null; readonly said: string };

/**
 * Starts a second desk on a store that is in use: beside the first, from other namespaces, and many
 * at once. Each must end at once, with the holder's name. Then kills the first: the store is free.
 */
export async function secondStart(atOnce: number): Promise<Outcome> {
  const desk = await makeTestDesk("sqlite");
  const { sqlite: path = "" } = desk.setting("bot");
  // Under the name the command gives it.
  const sqlite = join(dirname(path), "desk.sqlite");
  const setting = desk.setting("bot", { idle: true, sqlite });
  const faults: string[] = [];
  const holder = startBot(setting);
  await holder.ready;
  const holderName = new RegExp(`held by process ${holder.child.pid} on \\S+ since `);
  const check = (what: string, { code, said }: Refused) => {
    if (code === 0 || code === null) faults.push(`${what} ended with ${code}`);
    if (!holderName.test(said)) faults.push(`${what} said ${said.slice(0, 200)}`);
  };
  check("beside", await start([], setting));
  check("the command", await startCommand(setting));
  const apart = mayUnshare();
  if (apart) check("in other namespaces", await start(UNSHARE, setting));
  for (const one of await together(atOnce, setting)) check("one of many", one);
  await holder.kill();

  const { held, refused } = await race(atOnce, setting);
  if (held !== 1) faults.push(`${held} of ${atOnce} got the free store`);
  if (refused !== atOnce - 1) faults.push(`${refused} of ${atOnce} were refused`);
  await desk.remove();
  const where = apart ? "and from other mount and process namespaces" : "NOT from other namespaces";
  return {
    rounds: 2 * atOnce + (apart ? 3 : 2),
    measured: `refused with the holder's name beside it ${where}; ${held} of ${atOnce} at once got the free store`,
    faults,
  };
}

const UNSHARE = ["unshare", "--mount", "--pid", "--fork"];

const mayUnshare = (): boolean => spawnSync("unshare", [...UNSHARE.slice(1), "true"]).status === 0;

const BOT = join(import.meta.dirname, "bot.ts");
const COMMAND = join(import.meta.dirname, "../../src/snapdesk.js");

const start = (under: readonly string[], setting: Setting) =>
  ended([...under, process.execPath, BOT, JSON.stringify(setting)]);

/** As an operator starts it, on the same folder. */
function startCommand({ sqlite = "" }: Setting): Promise<Refused> {
  return ended([process.execPath, COMMAND, "start"], { SNAPDESK_DATA: dirname(sqlite) });
}

async function ended(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const [program = "", ...rest] = words;
  const child = spawn(program, rest, {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, ...env },
  });
  let said = "";
  child.stderr.on("data", (bytes: Buffer) => (said += bytes.toString()));
  const late = setTimeout(() => child.kill("SIGKILL"), LONGEST_MS);
  const [code] = (await once(child, "close")) as [number | null];
  clearTimeout(late);
  return { code, said };
}

const together = (count: number, setting: Setting) =>
  Promise.all(Array.from({ length: count }, () => start([], setting)));

/** Many start at once on a store nobody has. */
async function race(count: number, setting: Setting) {
  const bots = Array.from({ length: count }, () => startBot(setting));
  const ready = await Promise.all(bots.map((bot) => bot.ready));
  const held = ready.filter((ms) => ms !== undefined).length;
  const refused = bots.filter(({ child }) => (child.exitCode ?? 0) !== 0).length;
  await Promise.all(bots.map((bot) => bot.kill()));
  return { held, refused };
}
