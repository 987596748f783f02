import { readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { DatabaseSync } from "node:sqlite";

/** Held for the life of the process: a collected handle would free its lock. */
const held = new Map<string, DatabaseSync>();

/** Another process has the database. */
class StoreHeldError extends Error {
  constructor(path: string, holder: string) {
    super(`Cannot open "${path}": expected to be the only process, but it is held by ${holder}`);
    this.name = "StoreHeldError";
  }
}

/**
 * Makes this process the only one at a database. The lock belongs to the kernel, so it is free
 * again the moment its holder dies, however it dies.
 *
 * @returns gives the lock back
 * @throws {StoreHeldError} at once, where somebody has it
 */
export function lockStore(path: string): () => void {
  const file = `${path}.lock`;
  if (held.has(file)) throw new StoreHeldError(path, "this process itself");
  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    lock.exec("begin exclusive");
  } catch {
    lock.close();
    throw new StoreHeldError(path, holderOf(path));
  }
  held.set(file, lock);
  writeFileSync(`${path}.holder`, JSON.stringify(me()));
  return () => {
    held.delete(file);
    lock.close();
  };
}

/** Whether this process holds the lock. */
export const holdsStore = (path: string): boolean => held.has(`${path}.lock`);

type Holder = {
  readonly host: string;
  readonly pid: number;
  readonly since: string;
  /** Which start of the machine it runs under; process ids begin anew with each. */
  readonly boot?: string;
};

const me = (): Holder => {
  const boot = bootId();
  const since = new Date().toISOString();
  return { host: hostname(), pid: process.pid, since, ...(boot === undefined ? {} : { boot }) };
};

/** Only Linux tells. */
function bootId(): string | undefined {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return undefined;
  }
}

/** Who has the lock may not have said so yet: a note from before the machine was started is of another. */
function holderOf(path: string): string {
  try {
    const { host, pid, since, boot } = JSON.parse(readFileSync(`${path}.holder`, "utf8")) as Holder;
    if (host === hostname() && boot !== bootId()) return "another process";
    return `process ${pid} on ${host} since ${since}`;
  } catch {
    return "another process";
  }
}
