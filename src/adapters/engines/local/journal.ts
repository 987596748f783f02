import { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import type { Instant } from "../../../kernel/clock.ts";
import type { Operation } from "../../../restore/operation.ts";
import type { ApprovedPlan } from "../../../restore/restore-plan.ts";
import { isFinal } from "../../../restore/operation-moves.ts";

/** An operation with what is needed to find out, after a crash, how far it came. */
export type Entry = {
  readonly operation: Operation;
  readonly fence: number;
  /** The process that works on it. */
  readonly owner: string;
  /** What was to be done, and the places it touches. */
  readonly work: Work;
};

export type Work = {
  /** The whole request, so that it can be taken up again. */
  readonly request?: unknown;
  readonly ticketId?: string;
  readonly actor?: string;
  /** Where data is laid out before it is renamed to its place, and which inode that is. */
  readonly staging?: string;
  readonly inode?: string;
  /** Who began it by hand has stopped it, or another one has its target: it is not begun again by itself. */
  readonly stopped?: boolean;
  /** The swap of an in-place restore has begun: it can only go forward. */
  readonly swapping?: boolean;
  /** What a restore in place has replaced, and until when it stays. */
  readonly aside?: readonly string[];
  readonly asideUntil?: number;
  /** The recovery point that the environment will come from once this has succeeded. */
  readonly head?: Head;
  readonly keptUntil?: number;
  readonly warnedAt?: number;
  readonly removedAt?: number;
};

/** What an environment comes from: a recovery point, then what that came from, nearest first. */
export type Head = { readonly resource: string; readonly line: readonly string[] };

/** The approved plan that a restore or a retrieval was begun with. */
export const planOf = (request: Work["request"]): ApprovedPlan => request as ApprovedPlan;

export type Journal = ReturnType<typeof openJournal>;

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA busy_timeout = 5000;
  CREATE TABLE IF NOT EXISTS operation (
    id TEXT PRIMARY KEY, key TEXT NOT NULL UNIQUE, final INTEGER NOT NULL, fence INTEGER NOT NULL,
    owner TEXT NOT NULL, operation TEXT NOT NULL, work TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS target (name TEXT PRIMARY KEY, operation TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS head (resource TEXT PRIMARY KEY, line TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS verified (snapshot TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT;
`;

const row = z.object({
  fence: z.number(),
  owner: z.string(),
  operation: z.string(),
  work: z.string(),
});

const COLUMNS = "SELECT fence, owner, operation, work FROM operation";

/** The operations of a store, kept beside its snapshots: what was begun is known after a kill. */
export function openJournal(file: string) {
  const db = new DatabaseSync(file);
  db.exec(SCHEMA);
  return {
    ...entriesIn(db),
    ...targetsIn(db),
    ...verifiedIn(db),
    ...headsIn(db),
    close: (): void => (db.isOpen ? db.close() : undefined),
  };
}

const values = ({ operation, fence, owner, work }: Entry) =>
  [
    Number(isFinal(operation.state)),
    fence,
    owner,
    JSON.stringify(operation),
    JSON.stringify(work),
    operation.id,
  ] as const;

function entriesIn(db: DatabaseSync) {
  const insert = db.prepare(
    "INSERT OR IGNORE INTO operation (final, fence, owner, operation, work, id, key) VALUES (?, ?, ?, ?, ?, ?, ?)",
  );
  const update = db.prepare(
    "UPDATE operation SET final = ?, fence = ?, owner = ?, operation = ?, work = ? WHERE id = ?",
  );
  const byId = db.prepare(`${COLUMNS} WHERE id = ?`);
  const byKey = db.prepare(`${COLUMNS} WHERE key = ?`);
  const unfinished = db.prepare(`${COLUMNS} WHERE final = 0 ORDER BY rowid`);
  const withAside = db.prepare(
    `${COLUMNS} WHERE work ->> '$.asideUntil' IS NOT NULL AND work ->> '$.removedAt' IS NULL ORDER BY rowid`,
  );
  const latest = db.prepare(`${COLUMNS} ORDER BY rowid DESC LIMIT 50`);
  return {
    /** Writes an intent before its first effect; false where its key is already known. */
    add: (entry: Entry): boolean =>
      insert.run(...values(entry), entry.operation.idempotencyKey).changes === 1,
    save: (entry: Entry): void => void update.run(...values(entry)),
    get: (id: string): Entry | undefined => read(byId.get(id)),
    byKey: (key: string): Entry | undefined => read(byKey.get(key)),
    unfinished: (): Entry[] => unfinished.all().flatMap((one) => read(one) ?? []),
    /** Operations whose replaced data is still there. */
    withAside: (): Entry[] => withAside.all().flatMap((one) => read(one) ?? []),
    /** Bytes a second of the last restores, or undefined before the first. */
    restoreRate: (): number | undefined =>
      rateOf(latest.all().flatMap((one) => read(one)?.operation ?? [])),
  };
}

function targetsIn(db: DatabaseSync) {
  const claim = db.prepare("INSERT OR IGNORE INTO target (name, operation) VALUES (?, ?)");
  const holder = db.prepare("SELECT operation FROM target WHERE name = ?");
  const release = db.prepare("DELETE FROM target WHERE operation = ?");
  return {
    /** The operation that holds a target: the given one, if it was free. */
    claimTarget(name: string, operation: string): string {
      claim.run(name, operation);
      return String(holder.get(name)?.["operation"]);
    },
    releaseTargets: (operation: string): void => void release.run(operation),
  };
}

function headsIn(db: DatabaseSync) {
  const move = db.prepare("INSERT OR REPLACE INTO head (resource, line) VALUES (?, ?)");
  const head = db.prepare("SELECT line FROM head WHERE resource = ?");
  return {
    moveHead: ({ resource, line }: Head): void => void move.run(resource, JSON.stringify(line)),
    headOf(resource: string): readonly string[] | undefined {
      const found = head.get(resource);
      return found === undefined ? undefined : ids.parse(JSON.parse(String(found["line"])));
    },
  };
}

const ids = z.array(z.string());

function verifiedIn(db: DatabaseSync) {
  const mark = db.prepare("INSERT OR REPLACE INTO verified (snapshot, at) VALUES (?, ?)");
  const marked = db.prepare("SELECT snapshot FROM verified");
  return {
    markVerified: (snapshot: string, at: Instant): void => void mark.run(snapshot, at),
    verified: (): Set<string> => new Set(marked.all().map((one) => String(one["snapshot"]))),
  };
}

function read(found: unknown): Entry | undefined {
  if (found === undefined) return undefined;
  const { fence, owner, operation, work } = row.parse(found);
  return { fence, owner, operation: JSON.parse(operation), work: JSON.parse(work) };
}

/** Small restores say nothing about large ones. */
const TELLING_BYTES = 10_000_000;

function rateOf(operations: readonly Operation[]): number | undefined {
  const done = operations.filter(
    ({ kind, state, progress }) =>
      (kind === "restore" || kind === "retrieve") &&
      (state === "succeeded" || state === "awaiting-customer") &&
      (progress?.total ?? 0) >= TELLING_BYTES,
  );
  const bytes = done.reduce((sum, { progress }) => sum + (progress?.total ?? 0), 0);
  const ms = done.reduce((sum, { startedAt, updatedAt }) => sum + (updatedAt - startedAt), 0);
  return ms <= 0 ? undefined : (bytes / ms) * 1000;
}
