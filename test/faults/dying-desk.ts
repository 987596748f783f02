import childProcess from "node:child_process";
import { appendFileSync } from "node:fs";
import fsPromises from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { basename } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { StatementSync } from "node:sqlite";
import workerThreads from "node:worker_threads";
import { webApi } from "@slack/bolt";

/**
 * The whole desk, which counts every commit, rename, thread, program and call to Slack, before and
 * after. With FAULTS_POINTS it writes their names into that file; at the one named by FAULTS_DIE_AT the
 * process ends as by kill -9.
 */
const { FAULTS_POINTS: list, FAULTS_DIE_AT: dieAt } = process.env;
const reached = new Map<string, number>();

function point(side: "before" | "after", what: string): void {
  const nth = (reached.get(`${side} ${what}`) ?? 0) + 1;
  reached.set(`${side} ${what}`, nth);
  const name = `${side} ${what} ${nth}`;
  if (list !== undefined) appendFileSync(list, `${name}\n`);
  if (name === dieAt) process.kill(process.pid, "SIGKILL");
}

function around<Done>(what: string, work: () => Done): Done {
  point("before", what);
  const done = work();
  point("after", what);
  return done;
}

async function aroundAsync<Done>(what: string, work: () => Promise<Done>): Promise<Done> {
  point("before", what);
  const done = await work();
  point("after", what);
  return done;
}

type Call = (...given: readonly unknown[]) => unknown;

/** Puts something around a method of everything that has it. */
function wrap<Of extends object>(
  target: Of,
  name: keyof Of & string,
  wrapped: (call: Call, self: Of, given: readonly unknown[]) => unknown,
): void {
  const original = Reflect.get(target, name) as Call;
  Reflect.set(target, name, function call(this: Of, ...given: readonly unknown[]) {
    return wrapped((...now) => Reflect.apply(original, this, now), this, given);
  });
}

/** Statements after which more is kept than before: an end of a transaction, or a change outside one. */
const commits = (file: DatabaseSync, statement: unknown): boolean =>
  /^\s*commit/i.test(String(statement)) ||
  (/^\s*(?:insert|update|delete)/i.test(String(statement)) && !file.isTransaction);

const nameOf = (file: DatabaseSync): string => `commit ${basename(file.location() ?? "memory")}`;

function countCommits(): void {
  const counted = (file: DatabaseSync, sql: unknown, work: () => unknown) =>
    commits(file, sql) ? around(nameOf(file), work) : work();
  wrap(DatabaseSync.prototype, "exec", (call, file, [sql]) => counted(file, sql, () => call(sql)));
  wrap(DatabaseSync.prototype, "prepare", (call, file, [sql, ...options]) => {
    const statement = call(sql, ...options) as StatementSync;
    for (const method of ["all", "run"] as const) {
      wrap(statement, method, (run, _, values) => counted(file, sql, () => run(...values)));
    }
    return statement;
  });
}

function countProcesses(): void {
  const { Worker } = workerThreads;
  workerThreads.Worker = class extends Worker {
    constructor(...given: ConstructorParameters<typeof Worker>) {
      point("before", "thread");
      super(...given);
      point("after", "thread");
    }
  };
  wrap(childProcess, "spawn", (call, _, given) => around("spawn", () => call(...given)));
  wrap(fsPromises, "rename", (call, _, given) => aroundAsync("rename", async () => call(...given)));
  syncBuiltinESMExports();
}

function countCalls(): void {
  wrap(webApi.WebClient.prototype, "apiCall", (call, _, [method, options]) =>
    aroundAsync(String(method), async () => call(method, options)),
  );
}

countCommits();
countProcesses();
countCalls();
// Loaded only now: what is counted must be in its place before.
const { startDesk } = await import("../../src/main.ts");
const { readConfig } = await import("../../src/config.ts");
await startDesk(readConfig(process.env), { pace: { spacingMs: 20, burst: 50 } });
