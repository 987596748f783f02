import type { Kysely } from "kysely";
import type { Clock } from "../../kernel/clock.ts";
import type { Schema } from "./schema.ts";
import type { WorkSignal } from "./work-signal.ts";

/** An open database with the current schema. */
export type Database = {
  readonly kind: "sqlite" | "postgres";
  readonly kysely: Kysely<Schema>;
  /** The database's own clock, where it is another one than this process's. */
  readonly ownClock?: (within: Kysely<Schema>) => Promise<number>;
  /** Between processes, where there may be several. */
  readonly signal?: WorkSignal;
  /** Where the file lies, with SQLite. */
  readonly path?: string;
  close(): Promise<void>;
};

/** What a store needs to know besides the database. */
export type StoreOptions = {
  /** Holds the time still in a test. Without it the database's own clock decides. */
  readonly clock?: Clock;
  /** How long a job is held without a heartbeat, default 60 s. */
  readonly leaseMs?: number;
  /** How long a sender may take over what it has taken from the outbox, default 60 s. */
  readonly sendingMs?: number;
  /** Told about what should never happen, e.g. a known event key with another body. */
  readonly onOddity?: (what: string) => void;
};
