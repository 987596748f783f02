import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Driver } from "../../../src/workspace/driver-types.ts";
import { DEFAULT_PEOPLE } from "../../../src/workspace/default-people.ts";
import type { Person } from "../../../src/workspace/model.ts";
import { deskSetting } from "../../support/running-desk.ts";
import type { Transport } from "../../support/running-desk.ts";
import { percentiles } from "./percentiles.ts";
import type { Percentiles } from "./percentiles.ts";

export type Measured = {
  readonly eventsPerSecond: number;
  readonly event: Percentiles;
  readonly ticketsPerSecond: number;
  readonly ticket: Percentiles;
};

type Options = {
  /** `floor`: Bolt with listeners that keep nothing. */
  readonly app: "floor" | "desk";
  readonly transport: Transport;
  readonly databaseUrl?: string;
  readonly events: number;
  readonly tickets: number;
};

const AT_ONCE = 16;
const WARM = 50;
const PACED = 100;
const PACED_EVERY_MS = 50;

const ASKERS: readonly Person[] = Array.from({ length: 8 }, (_, i) => ({
  id: `U0ASK${i}`,
  team: "T0LOCAL",
  name: `asker${i}`,
  realName: `Asker ${i}`,
  locale: "en-GB",
  zone: "Europe/London",
  kind: "member",
}));

/** Starts the app in a process of its own on a workspace in this one, and measures what a person waits for. */
export async function measureApp(options: Options): Promise<Measured> {
  const { app, transport, databaseUrl } = options;
  const people = [...DEFAULT_PEOPLE, ...ASKERS];
  const kept = databaseUrl === undefined ? {} : { databaseUrl };
  const setting = await deskSetting({ transport, people, ...kept });
  const child = fork(join(import.meta.dirname, "../desk-app.ts"), [app], {
    env: { ...process.env, ...setting.env },
  });
  const exited = once(child, "exit");
  try {
    await Promise.race([once(child, "message"), exited]);
    const { workspace } = setting;
    const askers = ASKERS.map(({ id }) => workspace.as(id));
    await flood(askers, WARM);
    const eventsPerSecond = await flood(askers, options.events);
    await workspace.quiet(500);
    const event = await paced(askers);
    const tickets = await fileTickets(askers, options.tickets);
    return { eventsPerSecond, event, ...tickets };
  } finally {
    child.kill("SIGKILL");
    await exited;
    await setting.close();
  }
}

/** Something that is said beside the bot: it is kept, and nobody is answered. */
const speak = (one: Driver | undefined, n: number) =>
  one?.say("#ask-backup", `I will look into number ${n} tomorrow`);

/** As many events as are acknowledged in a second, with sixteen under way. */
async function flood(askers: readonly Driver[], count: number): Promise<number> {
  let sent = 0;
  const began = performance.now();
  const sender = async () => {
    while (sent < count) {
      sent += 1;
      await speak(askers[sent % askers.length], sent);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sender));
  return count / ((performance.now() - began) / 1_000);
}

/** Twenty events a second: how long each waits for its acknowledgement. */
async function paced(askers: readonly Driver[]): Promise<Percentiles> {
  const waits: Promise<number>[] = [];
  for (let n = 0; n < PACED; n += 1) {
    waits.push(timed(async () => speak(askers[n % askers.length], n)));
    await sleep(PACED_EVERY_MS);
  }
  return percentiles(await Promise.all(waits));
}

/** Each asks for a person; the forms are filled in beforehand and sent all at once. */
async function fileTickets(
  askers: readonly Driver[],
  count: number,
): Promise<Pick<Measured, "ticketsPerSecond" | "ticket">> {
  const took: number[] = [];
  let busyMs = 0;
  while (took.length < count) {
    const forms = [];
    for (const one of askers) forms.push(await openForm(one));
    const began = performance.now();
    took.push(...(await Promise.all(forms.map((form) => timed(() => form.submit())))));
    busyMs += performance.now() - began;
  }
  return { ticketsPerSecond: took.length / (busyMs / 1_000), ticket: percentiles(took) };
}

async function openForm(asker: Driver) {
  const asked = await asker.say("dm", "can I back up Pro staging?");
  const hasButton = (blocks: unknown) => JSON.stringify(blocks).includes("desk.person");
  const answer = await asker.hears("dm", ({ blocks }) => hasButton(blocks), {
    thread: asked.ts,
    timeoutMs: 20_000,
  });
  await asker.click(answer, "desk.person");
  return asker.modal("desk.person", { timeoutMs: 20_000 });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
