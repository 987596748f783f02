import { clockJumps } from "./clock-jumps.ts";
import { competing } from "./competing.ts";
import { deliveries } from "./deliveries.ts";
import { fullDisk } from "./full-disk.ts";
import { ioError } from "./io-error.ts";
import { journeySweep } from "./journey-sweep.ts";
import { killLoop } from "./kill-loop.ts";
import { liveBackUp } from "./live-back-up.ts";
import { longRestore } from "./long-restore.ts";
import { migrationKill } from "./migration-kill.ts";
import type { Outcome } from "./outcome.ts";
import { powerCut } from "./power-cut.ts";
import { secondStart } from "./second-start.ts";
import { soak } from "./soak.ts";
import type { Spoiled } from "./spoiled-stores.ts";
import { SPOILED } from "./spoiled-stores.ts";
import { stalls } from "./stalls.ts";
import { sweep } from "./sweep.ts";
import { walFlushes } from "./wal-flushes.ts";
import { walks } from "./walks.ts";

/** What is done, and how to do it. */
export type Row = readonly [name: string, run: () => Promise<Outcome>];

/** How much of everything. */
type Extent = {
  /** Picks the number for a look, for a short run or for a night. */
  readonly size: <Size>(quick: Size, short: Size, long: Size) => Size;
  readonly soakSeconds: number;
};

const sqlite = { kind: "sqlite" } as const;
const postgres = { kind: "postgres" } as const;

/** What is done to a desk that is sound. */
export const harnesses = ({ size, soakSeconds }: Extent): readonly Row[] => [
  ["kill -9, SQLite", () => killLoop({ ...sqlite, kills: size(10, 100, 1_000) })],
  ["kill -9, PostgreSQL, 2 bots", () => killLoop({ ...postgres, kills: size(10, 100, 1_000) })],
  ["power cut, SQLite", () => powerCut({ cuts: size(5, 40, 400) })],
  ["commits reach the disk", () => walFlushes(size(20, 100, 1_000))],
  ["end at every step, SQLite", () => sweep({ ...sqlite, stride: size(4, 1, 1) })],
  ["end at every step, PostgreSQL", () => sweep({ ...postgres, stride: size(4, 1, 1) })],
  [
    "the whole desk ends in a restore",
    () => journeySweep(size({ withinMs: 30_000 }, { withinMs: 240_000 }, { times: 2 })),
  ],
  ["long restore, SQLite", () => longRestore({ ...sqlite, kills: size(3, 20, 100) })],
  ["long restore, PostgreSQL", () => longRestore({ ...postgres, kills: size(3, 20, 100) })],
  ["stalls and cuts, PostgreSQL, 2 bots", () => stalls({ rounds: size(12, 300, 1_800) })],
  ["2 bots competing", () => competing({ bots: 2, tickets: size(50, 2_000, 2_000) })],
  ["4 bots competing", () => competing({ bots: 4, tickets: size(50, 2_000, 2_000) })],
  ["deliveries 1 to 4 times", () => deliveries({ events: size(500, 10_000, 10_000) })],
  ["second start", () => secondStart(size(5, 20, 20))],
  ["full disk", () => fullDisk(size(1, 5, 20))],
  ["failed flush", () => ioError(size(3, 10, 60))],
  ["back-up at 50 events/s", () => liveBackUp(size(1, 5, 50))],
  ["clock ± 2 h", () => clockJumps(size(60, 250, 1_000))],
  ["kill in migration, SQLite", () => migrationKill({ ...sqlite, kills: size(5, 20, 50) })],
  ["kill in migration, PostgreSQL", () => migrationKill({ ...postgres, kills: size(5, 20, 50) })],
  ["random walks", () => walks({ runs: size(200, 500, 20_000) })],
  ["soak, slow disk", () => soak({ ...sqlite, seconds: soakSeconds / 5, slowDiskMs: 20 })],
];

/** They wait more than they work, and are measured side by side. */
export const soaks = ({ soakSeconds }: Extent): readonly Row[] => [
  ["soak, SQLite", () => soak({ ...sqlite, seconds: soakSeconds })],
  ["soak, PostgreSQL", () => soak({ ...postgres, seconds: soakSeconds })],
];

const spoiled = Object.keys(SPOILED) as Spoiled[];

/** Each fault with the harness that must find it. */
export const PLANTED: readonly Row[] = [
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
  ["commits without a flush", () => powerCut({ cuts: 20, planted: "synchronous-normal" })],
  ["the log is not flushed", () => powerCut({ cuts: 20, planted: "log-is-not-flushed" })],
  ["commits without a flush, counted", () => walFlushes(100, "synchronous-normal")],
  [
    "engine forgets keys, long restore",
    () => longRestore({ ...sqlite, kills: 3, planted: "engine-forgets-keys" }),
  ],
  ["goes on after a failed flush", () => ioError(1, "goes-on-after-an-io-error")],
  ["takes what it has in hand", () => clockJumps(60, "takes-what-it-has")],
  ...spoiled.map((fault): Row => [fault, () => walks({ runs: 500, spoiled: fault })]),
];
