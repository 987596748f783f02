import { DatabaseSync } from "node:sqlite";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  acknowledged,
  approvalCard,
  approve,
  cardWith,
  cast,
  checked,
  handedOver,
  run,
  wallClock,
} from "../journeys/steps.ts";
import type { TicketState } from "../../src/desk/ticket.ts";
import type { Driver } from "../../src/workspace/driver-types.ts";
import type { Setting } from "../support/running-desk.ts";

export const INTEGRATION = { project: "shop-eu", environment: "integration" } as const;

/** The way of a restore ticket, in order. */
const WAY = [
  "new",
  "claimed",
  "planned",
  "approval-wanted",
  "approved",
  "running",
  "verified",
  "handed-over",
  "closed",
] as const satisfies readonly TicketState[];

type Kept = { readonly id: string; readonly state: TicketState };

/** One thing a person does, and where the ticket stands once it is done. */
type Step = {
  readonly to: (typeof WAY)[number];
  readonly who: Driver;
  readonly act: (id: string) => Promise<unknown>;
};

/** What a person does again when nothing came of it, and no oftener. */
const MOST_TRIES = 5;
const PATIENCE_MS = 12_000;

/** The restore tickets a desk keeps now, read beside it; none while there is no desk yet. */
export function ticketsIn({ data }: Pick<Setting, "data">): readonly Kept[] {
  return rowsIn(data, "select id, state from ticket order by id") as unknown as readonly Kept[];
}

/** Messages and jobs that are still under way. */
export const underWay = ({ data }: Pick<Setting, "data">): number =>
  rowsIn(
    data,
    "select 1 from outbox where state in ('ready', 'sending') union all select 1 from job where state = 'running' or (state = 'ready' and kind = 'restore.run')",
  ).length;

function rowsIn(data: string, query: string): readonly Record<string, unknown>[] {
  try {
    const file = new DatabaseSync(join(data, "desk.sqlite"), { readOnly: true, timeout: 250 });
    try {
      return file.prepare(query).all();
    } finally {
      file.close();
    }
  } catch {
    return [];
  }
}

/**
 * Takes a restore from its form to its acknowledgement, with people who press again what did not work.
 *
 * @param up resolves once a desk is there; started again where it has died
 * @returns what nobody could bring about, in words; empty where the ticket is closed
 */
export async function restoreJourney(
  setting: Setting,
  up: () => Promise<void>,
): Promise<readonly string[]> {
  const reached = (to: Step["to"]) =>
    ticketsIn(setting).some(({ state }) => WAY.indexOf(state as Step["to"]) >= WAY.indexOf(to));
  for (const step of stepsOf(setting)) {
    for (let tries = 0; tries < MOST_TRIES && !reached(step.to); tries += 1) {
      await up();
      // What was kept before a death goes on by itself.
      if (tries > 0 && (await within(3_000, () => reached(step.to)))) break;
      await attempt(setting, step, up);
      await within(PATIENCE_MS, () => reached(step.to));
    }
    if (!reached(step.to)) return [`never "${step.to}"`];
  }
  return [];
}

/** Acts; a form that is still open after an error is sent once more, as a person would. */
async function attempt(setting: Setting, { act, who }: Step, up: () => Promise<void>) {
  try {
    while (who.modals().length > 0) await (await who.modal()).dismiss();
    await act(ticketsIn(setting)[0]?.id ?? "");
  } catch {
    await up();
    const form = who.modals().length > 0 ? await who.modal() : undefined;
    await form?.submit().catch(() => undefined);
  }
}

function stepsOf({ workspace }: Setting): readonly Step[] {
  const { anna, sam, omar } = cast(workspace);
  return [
    {
      to: "new",
      who: anna,
      act: async () => (await checked(anna, { ...INTEGRATION, wall: wallClock(120) })).submit(),
    },
    { to: "claimed", who: sam, act: async (id) => click(sam, id, "desk.claim") },
    { to: "planned", who: sam, act: async (id) => click(sam, id, "restore.plan") },
    {
      to: "approval-wanted",
      who: sam,
      act: async (id) => click(sam, id, "restore.request-approval"),
    },
    { to: "approved", who: omar, act: async (id) => approve(omar, await approvalCard(sam, id)) },
    { to: "running", who: sam, act: async (id) => run(sam, id, INTEGRATION) },
    { to: "verified", who: sam, act: async () => undefined },
    { to: "handed-over", who: sam, act: async (id) => handedOver(sam, anna, id) },
    {
      to: "closed",
      who: anna,
      act: async () => {
        const pack = await anna.hears("dm", (one) =>
          JSON.stringify(one.blocks).includes("restore.acknowledge"),
        );
        await acknowledged(anna, pack, "restored");
      },
    },
  ];
}

const click = async (staff: Driver, id: string, action: string) =>
  staff.click(await cardWith(staff, id, action), action);

async function within(ms: number, holds: () => boolean): Promise<boolean> {
  const end = Date.now() + ms;
  while (Date.now() < end) {
    if (holds()) return true;
    await sleep(50);
  }
  return holds();
}
