import { describe, expect, test, vi } from "vitest";
import { postgresAnswers } from "../adapters/stores/open-test-stores.ts";
import { competing } from "./competing.ts";
import { deliveries } from "./deliveries.ts";
import { killLoop } from "./kill-loop.ts";
import { migrationKill } from "./migration-kill.ts";
import type { Outcome } from "./outcome.ts";
import { powerCut } from "./power-cut.ts";
import { sweep } from "./sweep.ts";
import { walFlushes } from "./wal-flushes.ts";
import { walks } from "./walks.ts";

// Processes that are killed and started again take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

type Row = readonly [what: string, run: () => Promise<Outcome>];

const sqlite = { kind: "sqlite" } as const;
const postgres = { kind: "postgres" } as const;

const ON_SQLITE: readonly Row[] = [
  ["kill -9", () => killLoop({ ...sqlite, kills: 3 })],
  ["an end at steps of a restore", () => sweep({ ...sqlite, stride: 12 })],
  ["random walks", () => walks({ runs: 60 })],
  ["power cuts", () => powerCut({ cuts: 2 })],
  ["commits, counted on the disk", () => walFlushes(20)],
];

const ON_POSTGRES: readonly Row[] = [
  ["kill -9 of two bots", () => killLoop({ ...postgres, kills: 4 })],
  ["four bots competing", () => competing({ bots: 4, tickets: 16 })],
  ["events delivered up to four times", () => deliveries({ events: 150 })],
];

/** The same with a fault planted: a harness that does not see it proves nothing. */
const PLANTED: readonly Row[] = [
  [
    "random walks with completions that need no fence",
    () => walks({ runs: 300, spoiled: "completion needs no fence" }),
  ],
  [
    "commits without a flush, and power cuts",
    () => powerCut({ cuts: 20, planted: "synchronous-normal" }),
  ],
  [
    "each step of a migration by itself, killed",
    () => migrationKill({ ...sqlite, kills: 4, planted: "each-step-alone" }),
  ],
];

const PLANTED_ON_POSTGRES: readonly Row[] = [
  [
    "four bots deciding on an old copy",
    () => competing({ bots: 4, tickets: 16, planted: "decides-on-an-old-copy" }),
  ],
  ["events without a unique key", () => deliveries({ events: 100, planted: "no-unique-key" })],
];

/** What it needs may be missing on a developer's machine, but not in CI. */
async function outcomeOf(run: Row[1]): Promise<Outcome> {
  const outcome = await run();
  if (outcome.notRun === undefined) return outcome;
  if (process.env["CI"] === "true") throw new Error(`Cannot test: ${outcome.notRun}`);
  console.warn(`NOT TESTED: ${outcome.notRun}`);
  return outcome;
}

/** A fault may hide from one run; it must not hide from three. */
async function isFound(run: Row[1]): Promise<boolean> {
  for (let tries = 0; tries < 3; tries += 1) {
    const { faults, notRun } = await outcomeOf(run);
    if (faults.length > 0 || notRun !== undefined) return true;
  }
  return false;
}

const withPostgres = await postgresAnswers();

describe("nothing is lost and nothing happens twice", () => {
  test.each(ON_SQLITE)("on SQLite: %s", async (_what, run) => {
    expect((await outcomeOf(run)).faults).toEqual([]);
  });
  test.runIf(withPostgres).each(ON_POSTGRES)("on PostgreSQL: %s", async (_what, run) => {
    expect((await outcomeOf(run)).faults).toEqual([]);
  });
});

describe("a planted fault is found", () => {
  test.each(PLANTED)("%s", async (_what, run) => {
    expect(await isFound(run)).toBe(true);
  });
  test.runIf(withPostgres).each(PLANTED_ON_POSTGRES)("%s", async (_what, run) => {
    expect(await isFound(run)).toBe(true);
  });
});
