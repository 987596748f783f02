import { setTimeout as sleep } from "node:timers/promises";
import { startBot } from "./bots.ts";
import { checkDesk, faultsIn } from "./check-desk.ts";
import type { Outcome } from "./outcome.ts";
import { settle } from "./settle.ts";
import type { Planted } from "./setting.ts";
import { makeTestDesk } from "./test-desk.ts";

type Options = {
  readonly kind: "sqlite" | "postgres";
  readonly planted?: Planted;
  /** Only every so-manieth step, for a quick look. */
  readonly stride: number;
};

/** More steps than a restore has: the sweep ends at the first that is not reached. */
const MOST = 200;

/** Ends the process before and after every call on the way of one restore, one desk per step. */
export async function sweep({ kind, planted, stride }: Options): Promise<Outcome> {
  const faults: string[] = [];
  let steps = 0;
  for (let dieAt = 1; dieAt < MOST; dieAt += stride) {
    const { died, bad } = await dieOnce(kind, dieAt, planted);
    faults.push(...bad.map((fault) => `step ${dieAt}: ${fault}`));
    if (!died) break;
    steps += 1;
  }
  if (steps < 10 / stride) faults.push(`only ${steps} steps were reached`);
  return { rounds: steps, measured: `each of ${steps} steps, then one healthy bot`, faults };
}

async function dieOnce(kind: Options["kind"], dieAt: number, planted?: Planted) {
  const desk = await makeTestDesk(kind, planted);
  const acknowledged = new Set<string>();
  const bot = startBot(desk.setting("bot", { dieAt, takesMs: 20 }), (word) => {
    if (word.say === "ack") acknowledged.add(word.key);
  });
  await bot.ready;
  bot.tell({ do: "accept", key: "ev:1" });
  const died = await Promise.race([gone(bot), sleep(3_000, false)]);
  if (!died) await bot.kill();
  await settle(desk, 1);
  const bad = faultsIn(await checkDesk(desk, acknowledged));
  await desk.remove();
  return { died, bad };
}

const gone = (bot: ReturnType<typeof startBot>): Promise<boolean> =>
  new Promise((resolve) => {
    bot.child.once("exit", () => resolve(true));
  });
