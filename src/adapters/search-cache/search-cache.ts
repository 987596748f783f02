import { mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import type { SQLInputValue } from "node:sqlite";
import { DatabaseSync } from "node:sqlite";
import { deserialize, serialize } from "node:v8";
import { crc32, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import type { IndexCache } from "../../knowledge/search/index-cache.ts";
import { sourceVersion } from "./source-version.ts";

/** Everything costly to make again, in one file that may be deleted at any time. */
export type SearchCache = IndexCache & {
  readonly delete: (kind: string, key: string) => void;
  readonly keys: (kind: string) => readonly string[];
  /** Several changes in one commit. */
  readonly together: (work: () => void) => void;
  readonly close: () => void;
};

const WAIT_MS = 5_000;

/** What other code has made is not understood, and not kept. */
function forgetOthers(database: DatabaseSync): void {
  const made = database.prepare("select version from made_by").get();
  if (made?.["version"] === sourceVersion()) return;
  database.exec("begin immediate; delete from kept; delete from made_by");
  database.prepare("insert into made_by values (?)").run(sourceVersion());
  database.exec("commit");
}

type Row = { readonly check: number; readonly packed: number; readonly value: Uint8Array };

/**
 * Opens the cache at a path, or in memory. A file that is damaged, or no database, is begun anew;
 * where none can be kept at all (a folder that cannot be written), it is kept in memory.
 */
export function openSearchCache(path = ":memory:"): SearchCache {
  try {
    return cacheAt(path);
  } catch (cause) {
    return isDamage(cause) ? begunAnew(path) : cacheAt(":memory:");
  }
}

function begunAnew(path: string): SearchCache {
  try {
    removeFiles(path);
    return cacheAt(path);
  } catch {
    return cacheAt(":memory:");
  }
}

function removeFiles(path: string): void {
  for (const end of ["", "-wal", "-shm"]) rmSync(`${path}${end}`, { force: true });
}

const CORRUPT = 11;
const NOT_A_DATABASE = 26;

/** SQLite's own word for it; a file that is only busy is left alone. */
function isDamage(cause: unknown): boolean {
  const code = (cause as { readonly errcode?: number }).errcode ?? 0;
  return [CORRUPT, NOT_A_DATABASE].includes(code & 0xff);
}

function opened(path: string): DatabaseSync {
  if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path, { timeout: WAIT_MS });
  try {
    database.exec("pragma journal_mode = wal; pragma synchronous = normal");
    database.exec(
      `create table if not exists kept (kind text, "key" text, "check" integer not null,
       packed integer not null, value blob not null, primary key (kind, "key")) strict`,
    );
    database.exec("create table if not exists made_by (version text not null) strict");
    forgetOthers(database);
    return database;
  } catch (cause) {
    database.close();
    throw cause;
  }
}

function cacheAt(path: string): SearchCache {
  const database = opened(path);
  const read = database.prepare(
    'select "check", packed, value from kept where kind = ? and "key" = ?',
  );
  const write = database.prepare("insert or replace into kept values (?, ?, ?, ?, ?)");
  const drop = database.prepare('delete from kept where kind = ? and "key" = ?');
  const list = database.prepare('select "key" from kept where kind = ?');
  let damaged = false;
  /** A cache that cannot be read or written is as good as an empty one. */
  const quietly = <Value>(work: () => Value): Value | undefined => {
    try {
      return work();
    } catch (cause) {
      damaged ||= isDamage(cause);
      return undefined;
    }
  };
  return {
    get: (kind, key) =>
      quietly(() => {
        const row = read.get(kind, key) as Row | undefined;
        return row === undefined ? undefined : valueIn(row);
      }),
    put: (kind, key, value) => {
      quietly(() => write.run(kind, key, ...columnsOf(value)));
    },
    delete: (kind, key) => {
      quietly(() => drop.run(kind, key));
    },
    keys: (kind) => quietly(() => list.all(kind).map((row) => String(row["key"]))) ?? [],
    together: (work) => {
      quietly(() => database.exec("begin immediate"));
      work();
      quietly(() => database.exec("commit"));
    },
    close: () => {
      database.close();
      if (damaged && path !== ":memory:") removeFiles(path);
    },
  };
}

/** Above this size speed counts more than room. */
const COMPRESSED_BELOW = 1_000_000;

function columnsOf(value: object): SQLInputValue[] {
  const plain = serialize(value);
  const packed = plain.length < COMPRESSED_BELOW;
  const bytes = packed ? zstdCompressSync(plain) : plain;
  return [crc32(bytes), packed ? 1 : 0, bytes];
}

function valueIn({ check, packed, value }: Row): unknown {
  if (crc32(value) !== check) return undefined;
  return deserialize(packed === 1 ? zstdDecompressSync(value) : value);
}
