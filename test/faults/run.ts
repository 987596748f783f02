import { parseArgs } from "node:util";
import { endBots } from "./bots.ts";
import { clockJumps } from "./clock-jumps.ts";
import { competing } from "./competing.ts";
import { deliveries } from "./deliveries.ts";
import { fullDisk } from "./full-disk.ts";
import { ioError } from "./io-error.ts";
import { killLoop } from "./kill-loop.ts";
import { migrationKill } from "./migration-kill.ts";
import type { Outcome } from "./outcome.ts";
import { soak } from "./soak.ts";
import { SPOILED } from "./spoiled-stores.ts";
import type { Spoiled } from "./spoiled-stores.ts";
import { stalls } from "./stalls.ts";
import { sweep } from "./sweep.ts";
import { walks } from "./walks.ts";

const { values: options } = parseArgs({
  options: {
    /** Small numbers: a look at every harness. */
    quick: { type: "boolean", default: false },
    /** Large numbers, for a night. */
    long: { type: "boolean", default: false },
    /** Only rows whose name has this in it. */
    only: { type: "string", default: "" },
    /** `harness` or `planted`: only that table. */
    table: { type: "string", default: "both" },
  },
});

const size = (quick: number, short: number, long: number): number => {
  if (options.quick) return quick;
  return options.long ? long : short;
};

type Row = readonly [name: string, run: () => Promise<Outcome>];

const sqlite = { kind: "sqlite" } as const;
const postgres = { kind: "postgres" } as const;

const HARNESSES: readonly Row[] = [
  ["kill -9, SQLite", () => killLoop({ ...sqlite, kills: size(10, 100, 1_000) })],
  ["kill -9, PostgreSQL, 2 bots", () => killLoop({ ...postgres, kills: size(10, 100, 1_000) })],
  ["end at every step, SQLite", () => sweep({ ...sqlite, stride: size(4, 1, 1) })],
  ["end at every step, PostgreSQL", () => sweep({ ...postgres, stride: size(4, 1, 1) })],
  ["stalls and cuts, PostgreSQL, 2 bots", () => stalls({ rounds: size(12, 150, 900) })],
  ["2 bots competing", () => competing({ bots: 2, tickets: size(50, 2_000, 2_000) })],
  ["4 bots competing", () => competing({ bots: 4, tickets: size(50, 2_000, 2_000) })],
  ["deliveries 1 to 4 times", () => deliveries({ events: size(500, 10_000, 10_000) })],
  ["full disk", () => fullDisk(size(1, 5, 20))],
  ["failed flush", () => ioError(size(3, 10, 60))],
  ["clock ± 2 h", () => clockJumps(size(60, 250, 1_000))],
  ["kill in migration, SQLite", () => migrationKill({ ...sqlite, kills: size(5, 20, 50) })],
  ["kill in migration, PostgreSQL", () => migrationKill({ ...postgres, kills: size(5, 20, 50) })],
  ["random walks", () => walks({ runs: size(200, 500, 20_000) })],
  ["soak, SQLite", () => soak({ ...sqlite, seconds: size(20, 600, 7_200) })],
  ["soak, PostgreSQL", () => soak({ ...postgres, seconds: size(20, 600, 7_200) })],
];

const spoiled = Object.keys(SPOILED) as Spoiled[];

/** Each fault with the harness that must find it. */
const PLANTED: readonly Row[] = [
  [
    "acknowledged before the commit",
    () => killLoop({ ...sqlite, kills: 10, planted: "ack-first" }),
  ],
  ["no unique key, killed", () => killLoop({ ...sqlite, kills: 8, planted: "no-unique-key" })],
  ["no unique key, delivered again", () => deliveries({ events: 100, planted: "no-unique-key" })],
  [
    "engine forgets keys, killed",
    () => killLoop({ ...sqlite, kills: 12, planted: "engine-forgets-keys" }),
  ],
  ["engine forgets keys, stalled", () => stalls({ rounds: 18, planted: "engine-forgets-keys" })],
  [
    "engine forgets keys, each step",
    () => sweep({ ...sqlite, stride: 2, planted: "engine-forgets-keys" }),
  ],
  ["no fence, stalled", () => stalls({ rounds: 18, planted: "no-fence" })],
  [
    "decides on an old copy",
    () => competing({ bots: 4, tickets: 50, planted: "decides-on-an-old-copy" }),
  ],
  [
    "each migration step alone",
    () => migrationKill({ ...sqlite, kills: 10, planted: "each-step-alone" }),
  ],
  ["goes on after a failed flush", () => ioError(1, "goes-on-after-an-io-error")],
  ["takes what it has in hand", () => clockJumps(60, "takes-what-it-has")],
  ...spoiled.map((fault): Row => [fault, () => walks({ runs: 500, spoiled: fault })]),
];

/** A fault may hide from one run; it must not hide from several. */
const TRIES = 5;

const seconds = (since: number) => `${Math.round((performance.now() - since) / 1_000)} s`;

const wanted = (rows: readonly Row[]) => rows.filter(([name]) => name.includes(options.only));

async function runHarnesses(): Promise<boolean> {
  let good = true;
  console.log("| fault | rounds | measured | held | took |\n|---|---|---|---|---|");
  for (const [name, run] of wanted(HARNESSES)) {
    const began = performance.now();
    const { faults, measured, rounds } = await run().catch(broken);
    const held = faults.length === 0 ? "yes" : `NO: ${faults.slice(0, 5).join("; ")}`;
    console.log(`| ${name} | ${rounds} | ${measured} | ${held} | ${seconds(began)} |`);
    good = good && faults.length === 0;
  }
  return good;
}

async function runPlanted(): Promise<boolean> {
  let good = true;
  console.log("\n| planted | found | as | took |\n|---|---|---|---|");
  for (const [name, run] of wanted(PLANTED)) {
    const began = performance.now();
    const { faults, tries } = await huntFor(run);
    const found = faults.length > 0 ? `in run ${tries}` : "NOT FOUND";
    console.log(`| ${name} | ${found} | ${faults[0] ?? ""} | ${seconds(began)} |`);
    good = good && faults.length > 0;
  }
  return good;
}

async function huntFor(run: () => Promise<Outcome>) {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const { faults } = await run();
    const real = faults.filter((fault) => !fault.includes("proves nothing"));
    if (real.length > 0) return { faults: real, tries };
  }
  return { faults: [], tries: TRIES };
}

const broken = (cause: unknown): Outcome => ({
  rounds: 0,
  measured: "",
  faults: [cause instanceof Error ? cause.message : String(cause)],
});

process.on("exit", endBots);
const held = options.table === "planted" || (await runHarnesses());
const found = options.table === "harness" || (await runPlanted());
process.exit(held && found ? 0 : 1);
