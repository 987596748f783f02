import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Message } from "../../src/workspace/model.ts";
import { auditOf, operations } from "../journeys/books.ts";
import { layPast } from "../journeys/shop-past.ts";
import { TRIAGE, controlsOf } from "../journeys/steps.ts";
import { WHOLE_TRAIL } from "../journeys/whole-trail.ts";
import { deskSetting } from "../support/running-desk.ts";
import type { Setting } from "../support/running-desk.ts";
import type { Outcome } from "./outcome.ts";
import { INTEGRATION, restoreJourney, ticketsIn, underWay } from "./restore-journey.ts";

type Options = {
  /** How often each point is died at; once where it is missing. */
  readonly times?: number;
  /** No journey begins after this long, so that only some points are died at, evenly spread. */
  readonly withinMs?: number;
};

/** Journeys side by side: most of each is waiting. */
const LANES = 2;

const CACHE = "search-cache.sqlite";

/** Long, because a start takes its time on a busy machine; what is stuck stays stuck. */
const SETTLED_MS = 180_000;

/** Messages of the bot by the id they carry, as people see them in the end. */
type Seen = ReadonlyMap<string, readonly Message[]>;

type End = {
  readonly faults: readonly string[];
  readonly seen: Seen;
  readonly points: readonly string[];
  /** How often the desk ended and was started again. */
  readonly deaths: number;
};

/**
 * Ends the whole desk before and after every commit, rename, thread and call to Slack of one restore,
 * one journey per point: people press again what did not work, and it must come to the same end.
 */
export async function journeySweep(options: Options): Promise<Outcome> {
  const cache = mkdtempSync(join(tmpdir(), "journeys-"));
  try {
    return await sweepAll(cache, options);
  } finally {
    rmSync(cache, { recursive: true });
  }
}

async function sweepAll(cache: string, { times = 1, withinMs }: Options): Promise<Outcome> {
  const recorded = await journey(cache);
  if (recorded.faults.length > 0) {
    return { rounds: 0, measured: "", faults: recorded.faults.map((one) => `undisturbed: ${one}`) };
  }
  const all = recorded.points.filter((point) => !point.includes(CACHE));
  const left = Array.from({ length: times }, () => spread(all)).flat();
  const end = Date.now() + (withinMs ?? Number.POSITIVE_INFINITY);
  const tally = { died: [] as string[], doubles: 0, faults: [] as string[] };
  const lane = async () => {
    for (let point = left.shift(); point !== undefined; point = left.shift()) {
      if (Date.now() > end) return;
      const ended = await journey(cache, point);
      const told = compare(recorded.seen, ended.seen);
      if (ended.deaths > 0) tally.died.push(point);
      tally.doubles += told.doubles;
      tally.faults.push(...[...ended.faults, ...told.faults].map((one) => `died ${point}: ${one}`));
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  const { died, doubles, faults } = tally;
  if (died.length === 0) faults.push("it never died: the run proves nothing");
  return {
    rounds: died.length,
    measured: `${new Set(died).size} of ${all.length} points, one restore each, ${doubles} messages seen twice`,
    faults,
  };
}

/** In an order in which every beginning is spread evenly over the whole: by the bits of the index, backwards. */
function spread(all: readonly string[]): readonly string[] {
  const bits = Math.ceil(Math.log2(all.length + 1));
  const backwards = (index: number) =>
    Number.parseInt(index.toString(2).padStart(bits, "0").split("").toReversed().join(""), 2);
  return all
    .map((point, index) => ({ point, place: backwards(index) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ point }) => point);
}

/** One restore from its form to its end, dying once where a point is named. */
async function journey(cache: string, dieAt?: string): Promise<End> {
  const setting = await deskSetting({
    env: { SNAPDESK_LOG: "silent" },
    prepare: async (data) => {
      await layPast(data, [{ ...INTEGRATION, hours: [3] }]);
      if (dieAt !== undefined) cpSync(cache, data, { recursive: true });
    },
  });
  const desk = supervised(setting, dieAt);
  try {
    const stuck = await restoreJourney(setting, desk.up);
    await settled(setting, desk.up);
    if (dieAt === undefined) keepCache(setting, cache);
    const faults = [...stuck, ...(await faultsOf(setting)), ...desk.oddEnds()];
    return { faults, seen: seenIn(setting), points: desk.points(), deaths: desk.deaths() };
  } finally {
    await desk.end();
    await setting.close();
  }
}

/** Starts the desk, and starts it again whenever it has ended, as a supervisor does. */
function supervised(setting: Setting, dieAt?: string) {
  const list = join(setting.data, "points");
  const fate = dieAt === undefined ? { FAULTS_POINTS: list } : { FAULTS_DIE_AT: dieAt };
  let child: ChildProcess | undefined;
  let deaths = 0;
  let said = "";
  const odd: string[] = [];
  const isDead = () => child === undefined || child.exitCode !== null || child.signalCode !== null;
  const start = () => {
    const env = { ...process.env, ...setting.env, ...(child === undefined ? fate : {}) };
    const next = spawn(process.execPath, [join(import.meta.dirname, "dying-desk.ts")], {
      env,
      stdio: ["ignore", "ignore", "pipe"],
    });
    child = next;
    next.stderr.on("data", (bytes: Buffer) => (said += bytes.toString()));
    next.on("exit", (code, signal) => {
      deaths += 1;
      if (signal !== "SIGKILL") odd.push(`ended with ${code}: ${said.slice(-200)}`);
    });
  };
  return {
    up: async () => {
      for (let tries = 0; tries < 3; tries += 1) {
        if (isDead()) start();
        const connected = () => isDead() || setting.workspace.sockets() > 0;
        await setting.workspace
          .until(connected, { what: "a desk", timeoutMs: 40_000 })
          .catch(() => {});
        if (!isDead()) return;
      }
    },
    deaths: () => deaths,
    oddEnds: () => odd,
    points: () => (dieAt === undefined ? readFileSync(list, "utf8").trim().split("\n") : []),
    end: async () => {
      if (child === undefined || isDead()) return;
      const exit = once(child, "exit");
      child.kill("SIGKILL");
      await exit;
    },
  };
}

/** Waits until nothing is on its way any more; the desk may still die of its last message. */
async function settled(setting: Setting, up: () => Promise<void>): Promise<void> {
  const end = Date.now() + SETTLED_MS;
  do {
    await up();
    await sleep(200);
  } while (Date.now() < end && underWay(setting) > 0);
  await setting.workspace.quiet(700);
  await up();
}

/** What is found in articles is worked out once for all desks: it is no part of a restore. */
function keepCache({ data }: Setting, cache: string): void {
  for (const name of readdirSync(data).filter((one) => one.startsWith(CACHE))) {
    cpSync(join(data, name), join(cache, name));
  }
}

const nameless = (id: string) => id.replaceAll(/sha256:[0-9a-f]+/g, "sha256");

async function faultsOf(setting: Setting): Promise<readonly string[]> {
  const tickets = ticketsIn(setting);
  if (tickets.length !== 1) return [`${tickets.length} tickets`];
  const faults: string[] = [];
  const restores = operations(setting);
  if (restores.length !== 1) faults.push(`${restores.length} restores`);
  if (restores[0]?.state !== "succeeded") faults.push(`the restore is ${restores[0]?.state}`);
  const trail = await auditOf(setting, tickets[0]?.id ?? "");
  for (const deed of WHOLE_TRAIL) {
    const n = trail.filter((one) => one === deed).length;
    if (n !== 1) faults.push(`${n} times ${deed}`);
  }
  if (underWay(setting) > 0) faults.push(`${underWay(setting)} still under way`);
  return faults;
}

function seenIn({ workspace }: Setting): Seen {
  const ids = ["U0ANNA", "U0SAM", "U0OMAR"];
  const everything = ids.flatMap((id) => {
    const person = workspace.as(id);
    const channels = id === "U0ANNA" ? ["dm"] : ["dm", TRIAGE];
    return channels.flatMap((channel) => person.reads(channel));
  });
  const each = new Map(everything.map((one) => [`${one.channel} ${one.ts}`, one]));
  const ours = [...each.values()].filter(
    (one) => one.bot !== undefined && one.onlyFor === undefined,
  );
  return Map.groupBy(ours, idOf);
}

function idOf({ metadata, text, channel }: Message): string {
  const { event_payload: payload } = (metadata ?? {}) as { event_payload?: { id?: string } };
  return nameless(`${channel} ${payload?.id ?? text}`);
}

/** What people have not been told, see twice or see otherwise than without a death. */
function compare(expected: Seen, found: Seen): { faults: string[]; doubles: number } {
  const faults: string[] = [];
  let doubles = 0;
  for (const [id, [message]] of expected) {
    const shown = found.get(id) ?? [];
    if (shown.length === 0) faults.push(`nobody was told "${id}"`);
    doubles += Math.max(0, shown.length - 1);
    const last = shown.at(-1);
    if (message === undefined || last === undefined) continue;
    if (controlsOf(last).join() !== controlsOf(message).join()) {
      faults.push(`"${id}" offers ${controlsOf(last).join()}`);
    }
  }
  if (doubles > 1) faults.push(`${doubles} messages twice`);
  return { faults, doubles };
}
