import { setTimeout as sleep } from "node:timers/promises";
import { startBot } from "./bots.ts";
import type { Bot } from "./bots.ts";
import { checkDesk, faultsIn, jobsLeft } from "./check-desk.ts";
import { keepFigures } from "./keep-figures.ts";
import type { Outcome } from "./outcome.ts";
import { openBeside, settle } from "./settle.ts";
import type { Word } from "./setting.ts";
import { makeTestDesk } from "./test-desk.ts";
import type { TestDesk } from "./test-desk.ts";

type Options = {
  readonly kind: "sqlite" | "postgres";
  readonly seconds: number;
  /** Every flush of the disk takes so much longer. The bot then only takes in, and does no jobs. */
  readonly slowDiskMs?: number;
};

const PER_SECOND = 20;
const BURST = 200;
/** Ten seconds of a burst in every two minutes; in a short run at least once. */
const BURST_SECONDS = 10;
const BURST_EVERY = 120;
const LEASE_MS = 60_000;

/** What Slack waits for, and what we want. */
const LONGEST_MS = 3_000;
const P99_MS = 500;
const LOOP_P99_MS = 100;

/** Twenty events a second with bursts of two hundred, jobs running meanwhile: how long until the acknowledgement. */
export async function soak({ kind, seconds, slowDiskMs }: Options): Promise<Outcome> {
  const desk = await makeTestDesk(kind);
  const setting = desk.setting("bot", {
    leaseMs: LEASE_MS,
    takesMs: 10,
    idle: slowDiskMs !== undefined,
  });
  const acknowledgements = timeThem();
  const figures = keepFigures(seconds);
  const bot = startBot(
    setting,
    (word) => {
      acknowledgements.heard(word);
      if (word.say === "figures") figures.add(word);
    },
    slowDiskMs === undefined ? {} : { under: slowedBy(slowDiskMs) },
  );
  await bot.ready;
  await feed(bot, seconds, acknowledgements.send);
  await untilAll(() => acknowledgements.missing() === 0);
  const { acknowledged, took, sent } = acknowledgements;
  if (slowDiskMs === undefined) await untilJobsEnd(desk, bot);
  await bot.stop();
  // A job that was in hand when the bot stopped is free only after its lease.
  if (slowDiskMs === undefined) await settle(desk, 1, 2 * LEASE_MS);
  const found = await checkDesk(desk, acknowledged);
  await desk.remove();
  const late = lateness(took);
  return {
    rounds: sent(),
    measured: `ack p50 ${late.p50}, p99 ${late.p99}, longest ${late.most} ms; ${figures.inWords()}`,
    faults: [
      ...faultsIn(slowDiskMs === undefined ? found : { ...found, open: 0, untold: 0 }),
      ...late.faults,
      ...(acknowledgements.missing() > 0 ? [`${acknowledgements.missing()} not acknowledged`] : []),
      ...figures.faults(LOOP_P99_MS),
    ],
  };
}

/** Without its filter the tracer itself would be the slowness. */
const slowedBy = (ms: number): readonly string[] => [
  "strace",
  "-f",
  "--seccomp-bpf",
  "-o/dev/null",
  "-etrace=fsync,fdatasync",
  `-einject=fsync,fdatasync:delay_exit=${ms * 1_000}`,
];

function timeThem() {
  const sentAt = new Map<string, number>();
  const took: number[] = [];
  const acknowledged = new Set<string>();
  return {
    took,
    acknowledged,
    sent: () => sentAt.size,
    missing: () => sentAt.size - acknowledged.size,
    send: (bot: Bot) => {
      const key = `ev:${sentAt.size + 1}`;
      sentAt.set(key, performance.now());
      bot.tell({ do: "accept", key });
    },
    heard: (word: Word) => {
      if (word.say !== "ack") return;
      took.push(performance.now() - (sentAt.get(word.key) ?? 0));
      acknowledged.add(word.key);
    },
  };
}

/** Sends by the clock, so that a busy machine makes the pace uneven but not slower. */
async function feed(bot: Bot, seconds: number, send: (bot: Bot) => void): Promise<void> {
  const began = performance.now();
  const every = Math.min(BURST_EVERY, seconds);
  let due = 0;
  for (let second = 0; second < seconds && bot.child.connected; second += 1) {
    const isBurst = second % every >= every / 2 && second % every < every / 2 + BURST_SECONDS;
    const count = isBurst ? BURST : PER_SECOND;
    for (let i = 0; i < count; i += 1) {
      send(bot);
      due += 1_000 / count;
      await sleep(Math.max(0, began + due - performance.now()));
    }
    bot.tell({ do: "figures" });
  }
}

function lateness(took: readonly number[]) {
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10;
  const [p50, p99, most] = [at(0.5), at(0.99), Math.round((sorted.at(-1) ?? 0) * 10) / 10];
  const faults = p99 > P99_MS || most > LONGEST_MS ? [`p99 ${p99} ms, longest ${most} ms`] : [];
  return { p50, p99, most, faults };
}

/** Slack waits three seconds; what is not acknowledged after ten never will be. */
async function untilAll(are: () => boolean): Promise<void> {
  const end = Date.now() + 10_000;
  while (!are() && Date.now() < end) await sleep(50);
}

/** The bot itself does what is left, as long as it gets on: a restore takes longer than an acknowledgement. */
async function untilJobsEnd(desk: TestDesk, bot: Bot): Promise<void> {
  const database = await openBeside(desk);
  let [left, end] = [Number.POSITIVE_INFINITY, Date.now() + LEASE_MS];
  while (bot.child.connected && Date.now() < end && left > 0) {
    const now = await jobsLeft(database);
    if (now < left) [left, end] = [now, Date.now() + LEASE_MS];
    await sleep(500);
  }
  await database.close();
}
