import { mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
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
  database.exec("begin immediate; delete from pieces; delete from made_by");
  database.prepare("insert into made_by values (?)").run(sourceVersion());
  database.exec("commit");
}

type Row = { readonly check: number; readonly packed: number; readonly value: Uint8Array };

/** SQLite takes a thousand million bytes as one value, so what is longer is kept in pieces. */
const LONGEST_PIECE = 256 * 1024 * 1024;

/**
 * Opens the cache at a path, or in memory. A file that is damaged, or no database, is begun anew;
 * where none can be kept at all (a folder that cannot be written), it is kept in memory.
 */
export function openSearchCache(path = ":memory:", longestPiece = LONGEST_PIECE): SearchCache {
  try {
    return cacheAt(path, longestPiece);
  } catch (cause) {
    return isDamage(cause) ? begunAnew(path, longestPiece) : cacheAt(":memory:", longestPiece);
  }
}

function begunAnew(path: string, longestPiece: number): SearchCache {
  try {
    removeFiles(path);
    return cacheAt(path, longestPiece);
  } catch {
    return cacheAt(":memory:", longestPiece);
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
      `create table if not exists pieces (kind text, "key" text, piece integer, "check" integer not null,
       packed integer not null, value blob not null, primary key (kind, "key", piece)) strict`,
    );
    database.exec("drop table if exists kept");
    database.exec("create table if not exists made_by (version text not null) strict");
    forgetOthers(database);
    return database;
  } catch (cause) {
    database.close();
    throw cause;
  }
}

function cacheAt(path: string, longestPiece: number): SearchCache {
  const database = opened(path);
  const read = database.prepare(
    'select "check", packed, value from pieces where kind = ? and "key" = ? order by piece',
  );
  const write = database.prepare("insert into pieces values (?, ?, ?, ?, ?, ?)");
  const drop = database.prepare('delete from pieces where kind = ? and "key" = ?');
  const list = database.prepare('select distinct "key" from pieces where kind = ?');
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
        const rows = read.all(kind, key) as Row[];
        return rows.length === 0 ? undefined : valueIn(rows);
      }),
    put: (kind, key, value) => {
      const { check, packed, bytes } = columnsOf(value);
      quietly(() => {
        atOnce(database, () => {
          drop.run(kind, key);
          for (let piece = 0; piece * longestPiece < bytes.length; piece += 1) {
            const part = bytes.subarray(piece * longestPiece, (piece + 1) * longestPiece);
            write.run(kind, key, piece, check, packed, part);
          }
        });
      });
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

/** All of it or nothing, within a larger commit too. */
function atOnce(database: DatabaseSync, work: () => void): void {
  database.exec("savepoint put");
  try {
    work();
  } catch (cause) {
    database.exec("rollback to put");
    throw cause;
  } finally {
    database.exec("release put");
  }
}

/** Above this size speed counts more than room. */
const COMPRESSED_BELOW = 1_000_000;

function columnsOf(value: object): { check: number; packed: number; bytes: Uint8Array } {
  const plain = serialize(value);
  const packed = plain.length < COMPRESSED_BELOW;
  const bytes = packed ? zstdCompressSync(plain) : plain;
  return { check: crc32(bytes), packed: packed ? 1 : 0, bytes };
}

/** The check is of the whole: a piece that is missing or another's shows. */
function valueIn(rows: readonly Row[]): unknown {
  const [{ check, packed, value: first } = NO_ROW] = rows;
  const bytes = rows.length === 1 ? first : Buffer.concat(rows.map(({ value }) => value));
  if (crc32(bytes) !== check) return undefined;
  return deserialize(packed === 1 ? zstdDecompressSync(bytes) : bytes);
}

const NO_ROW: Row = { check: 0, packed: 0, value: new Uint8Array() };
