import { constants, fstatSync, type BigIntStats } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";
import type { BufferPool } from "./buffer-pool.ts";
import { isMissing } from "./fs-fault.ts";
import { isSqlite, isSqliteHead } from "./sqlite-copy.ts";
import type { Found } from "./walk.ts";

/** Reading is done in pieces of this; a smaller file is read at once. */
export const READ_SIZE = 512 * 1024;

/** A file that is being packed: what is read of it, and the rest still to read. */
export type Source = {
  readonly handle: FileHandle;
  readonly stats: BigIntStats;
  /** The first piece, which may be shorter than the file now says it is. */
  readonly head: Buffer;
  /** Where the head lies, and the pieces after it will. */
  readonly buffer: Buffer;
};

export type Ready =
  | Exclude<Found, { readonly kind: "file" }>
  | { readonly kind: "file"; readonly path: string; readonly at: Buffer; readonly source: Source }
  | { readonly kind: "database"; readonly path: string; readonly at: Buffer }
  | { readonly kind: "sidecar" };

/** Opens what the walk found and looks at how it begins. */
export async function openSource(found: Found, pool: BufferPool): Promise<Ready> {
  if (found.kind !== "file") return found;
  const { path, at } = found;
  if (await isSidecar(at)) return { kind: "sidecar" };
  const source = await openFile(at, pool);
  if (source === undefined) return { kind: "skipped", why: "vanished" };
  if (!isSqliteHead(source.head)) return { kind: "file", path, at, source };
  await closeSource(source, pool);
  return { kind: "database", path, at };
}

export async function closeSource({ handle, buffer }: Source, pool: BufferPool): Promise<void> {
  pool.give(buffer);
  await handle.close();
}

/** @returns undefined where the file is gone by now */
export async function openFile(at: Buffer | string, pool: BufferPool): Promise<Source | undefined> {
  let handle: FileHandle;
  try {
    handle = await open(at, constants.O_RDONLY | constants.O_NOFOLLOW);
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    throw cause;
  }
  const stats = fstatSync(handle.fd, { bigint: true });
  const buffer = pool.take();
  const length = Math.min(buffer.length, Number(stats.size));
  const { bytesRead } = await handle.read(buffer, 0, length, 0);
  return { handle, stats, buffer, head: buffer.subarray(0, bytesRead) };
}

/** A write-ahead log or journal that belongs to a database: the copy of the database holds what is in it. */
async function isSidecar(at: Buffer): Promise<boolean> {
  const owner = /^(.+)-(?:wal|shm|journal)$/s.exec(at.toString("latin1"))?.[1];
  if (owner === undefined) return false;
  try {
    return await isSqlite(Buffer.from(owner, "latin1"));
  } catch (cause) {
    if (isMissing(cause)) return false;
    throw cause;
  }
}
