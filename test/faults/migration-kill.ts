import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseSync } from "node:sqlite";
import { Client } from "pg";
import type { Database } from "../../src/adapters/stores/database.ts";
import { STEPS, TABLES } from "./long-way.ts";
import type { Outcome } from "./outcome.ts";
import type { Planted } from "./setting.ts";
import { makeTestDesk } from "./test-desk.ts";
import type { TestDesk } from "./test-desk.ts";

type Options = {
  readonly kind: Database["kind"];
  readonly kills: number;
  readonly planted?: Planted;
};

const LONGEST_MS = 30_000;

/** Kills the process anywhere in a long migration: all of it is there, or nothing. */
export async function migrationKill({ kind, kills, planted }: Options): Promise<Outcome> {
  const faults: string[] = [];
  let inside = 0;
  const wholeMs = await timeWhole(kind, planted);
  for (let i = 0; i < kills; i += 1) {
    const desk = await makeTestDesk(kind, planted);
    const done = await runKilled(desk, Math.random() * wholeMs);
    const { steps, tables } = await wayOf(desk);
    const whole = steps === STEPS && tables === STEPS * TABLES;
    if (!whole && steps + tables > 0)
      faults.push(`half a migration: ${steps} steps, ${tables} tables`);
    if (!done) inside += 1;
    if (!(await runKilled(desk, LONGEST_MS))) faults.push("the next start did not go on");
    await desk.remove();
  }
  if (inside === 0) faults.push("no kill was inside a migration: the run proves nothing");
  return { rounds: kills, measured: `${inside} killed inside`, faults };
}

/** How long it takes here and now when nobody kills it. */
async function timeWhole(kind: Options["kind"], planted?: Planted): Promise<number> {
  const desk = await makeTestDesk(kind, planted);
  let began = 0;
  await runKilled(desk, LONGEST_MS, () => {
    began = performance.now();
  });
  await desk.remove();
  return performance.now() - began;
}

async function runKilled(
  desk: TestDesk,
  afterMs: number,
  onBegun: () => void = () => {},
): Promise<boolean> {
  const setting = JSON.stringify(desk.setting("migrating"));
  const child = fork(join(import.meta.dirname, "migrating.ts"), [setting], {
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  let done = false;
  const begun = new Promise<void>((resolve) => {
    child.on("message", (word) => {
      if (word === "done") done = true;
      resolve();
    });
  });
  const exited = once(child, "exit");
  await Promise.race([begun, exited]);
  onBegun();
  await Promise.race([exited, sleep(afterMs)]);
  child.kill("SIGKILL");
  await exited;
  return done;
}

type Way = { readonly steps: number; readonly tables: number };

async function wayOf(desk: TestDesk): Promise<Way> {
  const { sqlite = "", postgres } = desk.setting("reader");
  return postgres === undefined ? wayInSqlite(sqlite) : wayInPostgres(postgres);
}

const FIRST = "select count(*) as n from";
const STEP_NAMES = "schema_migration where name like '9%'";

function wayInSqlite(path: string): Way {
  const file = new DatabaseSync(path, { readOnly: true });
  const count = (rest: string) => Number(file.prepare(`${FIRST} ${rest}`).get()?.["n"] ?? 0);
  const begun = count("sqlite_master where name = 'schema_migration'") > 0;
  const tables = count("sqlite_master where name like 'step_%'");
  const way = { steps: begun ? count(STEP_NAMES) : 0, tables };
  file.close();
  return way;
}

async function wayInPostgres({ url, schema }: { url: string; schema: string }): Promise<Way> {
  const client = new Client({ connectionString: url, options: `-c search_path=${schema}` });
  await client.connect();
  const count = async (rest: string) => {
    const { rows } = await client.query<{ n: string }>(`${FIRST} ${rest}`);
    return Number(rows[0]?.n ?? 0);
  };
  const tables = await count(
    `pg_tables where schemaname = '${schema}' and tablename like 'step_%'`,
  );
  const begun = await count(
    `pg_tables where schemaname = '${schema}' and tablename = 'schema_migration'`,
  );
  const way = { steps: begun > 0 ? await count(STEP_NAMES) : 0, tables };
  await client.end();
  return way;
}
