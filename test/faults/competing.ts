import { openStores } from "../../src/adapters/stores/open-stores.ts";
import { ok } from "../../src/kernel/result.ts";
import type { TicketStore } from "../../src/desk/ports.ts";
import type { TicketState } from "../../src/desk/ticket.ts";
import type { TicketId } from "../../src/kernel/ids.ts";
import { opened, restore } from "../contract/sample.ts";
import { startBot } from "./bots.ts";
import type { Outcome } from "./outcome.ts";
import type { Planted, Word } from "./setting.ts";
import { makeTestDesk } from "./test-desk.ts";
import { until } from "./until.ts";

/** Tickets decided on side by side. */
const AT_ONCE = 8;

type Options = { readonly bots: number; readonly tickets: number; readonly planted?: Planted };

/** Every bot claims and approves the same ticket in the same moment: one of them wins each. */
export async function competing({ bots, tickets, planted }: Options): Promise<Outcome> {
  const desk = await makeTestDesk("postgres", planted);
  const wins = new Map<string, number>();
  let answers = 0;
  const onWord = (word: Word) => {
    if (word.say === "won" || word.say === "lost" || word.say === "refused") answers += 1;
    if (word.say !== "won") return;
    const key = `${word.what} ${word.ticket}`;
    wins.set(key, (wins.get(key) ?? 0) + 1);
  };
  const all = Array.from({ length: bots }, (_, i) =>
    startBot(desk.setting(`bot-${i}`, { idle: true }), onWord),
  );
  await Promise.all(all.map((bot) => bot.ready));
  const database = await desk.open();
  const { tickets: store } = openStores(database);
  const decideAll = async (what: "claim" | "approve", ids: readonly TicketId[]) => {
    const goal = answers + bots * ids.length;
    for (const ticket of ids) for (const bot of all) bot.tell({ do: what, ticket });
    await until(() => answers >= goal);
  };
  for (let done = 0; done < tickets; done += AT_ONCE) {
    const ids = await Promise.all(
      Array.from({ length: Math.min(AT_ONCE, tickets - done) }, async (_, i) => {
        const { ticket } = await store.open(`k${done + i}`, restore, opened);
        return ticket.id;
      }),
    );
    await decideAll("claim", ids);
    await Promise.all(ids.map((id) => bringTo(store, id)));
    await decideAll("approve", ids);
  }
  await database.close();
  await Promise.all(all.map((bot) => bot.stop()));
  await desk.remove();
  const odd = [...wins].filter(([, n]) => n !== 1);
  const missing = tickets * 2 - wins.size;
  const faults = odd.map(([key, n]) => `${key} was won ${n} times`);
  if (missing > 0) faults.push(`${missing} decisions without a winner`);
  return { rounds: tickets * 2, measured: `${bots} bots, one winner each`, faults };
}

/** From claimed to where it is approved. */
async function bringTo(store: TicketStore, id: TicketId): Promise<void> {
  for (const state of ["planned", "approval-wanted"] satisfies TicketState[]) {
    await store.change(id, "desk", () => ok({ state, audit: { action: "desk.moved", data: {} } }));
  }
}
