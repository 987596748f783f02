import { createHash } from "node:crypto";
import { constants, type BigIntStats } from "node:fs";
import { open, rm, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import type { Clock } from "../../../kernel/clock.ts";
import type { EnvironmentSite } from "../../projects/project-site.ts";
import { isMissing } from "./fs-fault.ts";
import { copySqlite, isSqlite } from "./sqlite-copy.ts";
import { addLine, INDEX, skip, type Tally } from "./tally.ts";
import { BLOCK, padding, tarHeader } from "./tar-header.ts";
import { walk, type Found } from "./walk.ts";

const READ_SIZE = 512 * 1024;

type Packing = {
  readonly site: EnvironmentSite;
  /** Where copies of databases are put meanwhile. */
  readonly scratch: string;
  readonly tally: Tally;
  readonly now: Clock;
};

type Opened = { readonly handle: FileHandle; readonly stats: BigIntStats };

/** The tar stream of an environment: databases first, then its folders, then the index. */
export async function* pack(packing: Packing): AsyncGenerator<Buffer> {
  const { site, tally, now } = packing;
  if (site.databases.length > 0) {
    const mtimeMs = now();
    yield tarHeader({ path: "databases", type: "Directory", size: 0, mode: 0o755, mtimeMs });
    tally.directories += 1;
  }
  for (const { name, path } of site.databases) {
    yield* database(packing, `databases/${name}`, Buffer.from(path));
  }
  for (const root of site.directories) {
    for await (const found of walk(root)) yield* item(packing, found);
  }
  tally.readUntil = now();
  yield* index(packing);
}

async function* item(packing: Packing, found: Found): AsyncGenerator<Buffer> {
  const { tally } = packing;
  if (found.kind === "skipped") skip(tally, found.why);
  else if (found.kind === "file") yield* file(packing, found.path, found.at);
  else if (found.kind === "directory") {
    const { path, mode, mtimeMs } = found;
    tally.directories += 1;
    yield tarHeader({ path, type: "Directory", size: 0, mode, mtimeMs });
  } else {
    const { path, target, mtimeMs } = found;
    tally.links += 1;
    addLine(tally, { path, link: target });
    const linkpath = target;
    yield tarHeader({ path, type: "SymbolicLink", size: 0, mode: 0o777, mtimeMs, linkpath });
  }
}

async function* file(packing: Packing, path: string, at: Buffer): AsyncGenerator<Buffer> {
  if (await isSidecar(at)) return;
  const opened = await openFile(at);
  if (opened === undefined) {
    skip(packing.tally, "vanished");
    return;
  }
  try {
    if (opened.stats.size >= 512n && (await beginsAsDatabase(opened.handle))) {
      yield* database(packing, path, at);
    } else yield* plainFile(packing, path, opened);
  } finally {
    await opened.handle.close();
  }
}

async function openFile(at: Buffer): Promise<Opened | undefined> {
  try {
    const handle = await open(at, constants.O_RDONLY | constants.O_NOFOLLOW);
    return { handle, stats: await handle.stat({ bigint: true }) };
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    throw cause;
  }
}

const SQLITE = Buffer.from("SQLite format 3\0", "latin1");

async function beginsAsDatabase(handle: FileHandle): Promise<boolean> {
  const head = Buffer.alloc(SQLITE.length);
  await handle.read(head, 0, head.length, 0);
  return head.equals(SQLITE);
}

/** A write-ahead log or journal that belongs to a database: the copy of the database holds what is in it. */
async function isSidecar(at: Buffer): Promise<boolean> {
  const name = at.toString("latin1");
  const owner = /^(.+)-(?:wal|shm|journal)$/s.exec(name)?.[1];
  if (owner === undefined) return false;
  try {
    return await isSqlite(Buffer.from(owner, "latin1"));
  } catch (cause) {
    if (isMissing(cause)) return false;
    throw cause;
  }
}

async function* database(packing: Packing, path: string, at: Buffer): AsyncGenerator<Buffer> {
  const copy = join(packing.scratch, `copy-${packing.tally.databases}.sqlite`);
  const real = await copySqlite(at.toString(), copy);
  const source = await openFile(at);
  const opened = real ? await openFile(Buffer.from(copy)) : source;
  try {
    if (opened === undefined || source === undefined) skip(packing.tally, "vanished");
    else if (real) {
      packing.tally.databases += 1;
      yield* plainFile(packing, path, { handle: opened.handle, stats: opened.stats }, source.stats);
    } else yield* plainFile(packing, path, opened);
  } finally {
    await source?.handle.close();
    if (real) await opened?.handle.close();
    await rm(copy, { force: true });
  }
}

/** @param original stands for name, mode and time where a copy is packed in its place */
async function* plainFile(
  { tally }: Packing,
  path: string,
  { handle, stats }: Opened,
  original?: BigIntStats,
): AsyncGenerator<Buffer> {
  const size = Number(stats.size);
  const shown = original ?? stats;
  const mode = Number(shown.mode) & 0o777;
  yield tarHeader({ path, type: "File", size, mode, mtimeMs: Number(shown.mtimeMs) });
  const hash = createHash("sha256");
  let at = 0;
  while (at < size) {
    const bytes = Buffer.allocUnsafe(Math.min(READ_SIZE, size - at));
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, at);
    if (bytesRead === 0) break;
    const part = bytes.subarray(0, bytesRead);
    hash.update(part);
    at += bytesRead;
    tally.bytes += bytesRead;
    yield part;
  }
  const shrunk = at < size;
  for (; at < size; at += Math.min(READ_SIZE, size - at)) {
    const zeros = Buffer.alloc(Math.min(READ_SIZE, size - at));
    hash.update(zeros);
    tally.bytes += zeros.length;
    yield zeros;
  }
  yield padding(size);
  const after = await handle.stat({ bigint: true });
  const torn = shrunk || after.size !== stats.size || after.mtimeNs !== stats.mtimeNs;
  tally.files += 1;
  if (torn) tally.torn += 1;
  addLine(tally, {
    path,
    size,
    sha256: hash.digest("hex"),
    mtimeNs: String(shown.mtimeNs),
    ...(torn ? { torn } : {}),
    ...(original === undefined ? {} : { database: true }),
  });
}

async function* index({ tally, now }: Packing): AsyncGenerator<Buffer> {
  const mtimeMs = now();
  const text = Buffer.from(tally.index.join(""));
  yield tarHeader({ path: INDEX, type: "File", size: text.length, mode: 0o600, mtimeMs });
  yield text;
  yield padding(text.length);
  yield Buffer.alloc(2 * BLOCK);
}
