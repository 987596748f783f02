import { setTimeout as sleep } from "node:timers/promises";
import { startBot } from "./bots.ts";
import type { Bot } from "./bots.ts";
import { checkDesk, faultsIn } from "./check-desk.ts";
import { settle } from "./settle.ts";
import type { Outcome } from "./outcome.ts";
import type { Planted, Word } from "./setting.ts";
import { makeTestDesk } from "./test-desk.ts";

type Options = {
  readonly kind: "sqlite" | "postgres";
  readonly kills: number;
  readonly planted?: Planted;
};

const READY_MS = 10_000;
const between = (from: number, to: number) => from + Math.random() * (to - from);

/** Kills bots at random moments, a fifth of them while they start, under a steady stream of events. */
export async function killLoop({ kind, kills, planted }: Options): Promise<Outcome> {
  const desk = await makeTestDesk(kind, planted);
  const acknowledged = new Set<string>();
  const onWord = (word: Word) => {
    if (word.say === "ack") acknowledged.add(word.key);
  };
  const bots = kind === "sqlite" ? 1 : 2;
  let slowest = 0;
  let sent = 0;
  let killed = 0;

  /** One place of a bot: filled again whenever its bot was killed. */
  const place = async (name: string) => {
    while (killed < kills) {
      const bot = startBot(desk.setting(name), onWord);
      const early = Math.random() < 0.2;
      if (early) await sleep(between(20, 250));
      else {
        slowest = Math.max(slowest, (await bot.ready) ?? READY_MS);
        await feed(bot, between(50, 500));
      }
      killed += 1;
      await bot.kill();
    }
  };
  /** Each event twice, as Slack does when it hears nothing. */
  const feed = async (bot: Bot, ms: number) => {
    const until = Date.now() + ms;
    while (Date.now() < until) {
      const key = `ev:${(sent += 1)}`;
      bot.tell({ do: "accept", key });
      if (Math.random() < 0.3) bot.tell({ do: "accept", key });
      if (Math.random() < 0.2)
        bot.tell({ do: "accept", key: `ev:${Math.ceil(Math.random() * sent)}` });
      await sleep(between(5, 25));
    }
  };
  await Promise.all(Array.from({ length: bots }, (_, i) => place(`bot-${i}`)));
  await settle(desk, bots);
  const found = await checkDesk(desk, acknowledged);
  await desk.remove();
  // A planted fault must not be found by a machine that is only busy.
  const isLate = planted === undefined && slowest > READY_MS;
  const late = isLate ? [`ready only after ${Math.round(slowest)} ms`] : [];
  return {
    rounds: killed,
    measured: `${acknowledged.size} acknowledged, ${found.tickets} tickets, ready ≤ ${Math.round(slowest)} ms`,
    faults: [...faultsIn(found), ...late],
  };
}
