import { startBot } from "./bots.ts";
import type { Outcome } from "./outcome.ts";
import type { Planted, Word } from "./setting.ts";
import { makeTestDesk } from "./test-desk.ts";
import { until } from "./until.ts";

type Options = { readonly events: number; readonly planted?: Planted };

/** Each event comes one to four times, shuffled, to either of two bots. */
export async function deliveries({ events, planted }: Options): Promise<Outcome> {
  const desk = await makeTestDesk("postgres", planted);
  let acks = 0;
  let firsts = 0;
  const onWord = (word: Word) => {
    if (word.say === "refused") acks += 1;
    if (word.say !== "ack") return;
    acks += 1;
    if (word.first) firsts += 1;
  };
  const bots = ["a", "b"].map((name) => startBot(desk.setting(name, { idle: true }), onWord));
  await Promise.all(bots.map((bot) => bot.ready));
  const keys = Array.from({ length: events }, (_, i) => `ev:${i}`);
  const all = keys.flatMap((key) =>
    Array.from({ length: 1 + Math.floor(Math.random() * 4) }, () => key),
  );
  shuffle(all);
  for (const [i, key] of all.entries()) {
    bots[Math.random() < 0.5 ? 0 : 1]?.tell({ do: "accept", key });
    await until(() => i - acks <= 40);
  }
  await until(() => acks >= all.length);
  await Promise.all(bots.map((bot) => bot.stop()));
  const database = await desk.open();
  const tickets = await database.kysely.selectFrom("ticket").select("words").execute();
  await database.close();
  await desk.remove();
  const faults = [];
  if (tickets.length !== events) faults.push(`${tickets.length} tickets of ${events} events`);
  if (firsts !== events) faults.push(`${firsts} times told to be the first`);
  return { rounds: all.length, measured: `${events} events, ${tickets.length} tickets`, faults };
}

function shuffle(list: string[]): void {
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = Math.floor(Math.random() * (i + 1));
    [list[i], list[j]] = [list[j] ?? "", list[i] ?? ""];
  }
}
