import { createHash, hash } from "node:crypto";
import { fstatSync, type BigIntStats } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Clock } from "../../../kernel/clock.ts";
import { digestOf } from "../../../kernel/digest.ts";
import type { EnvironmentSite } from "../../projects/project-site.ts";
import { ahead } from "./ahead.ts";
import { bufferPool, type BufferPool } from "./buffer-pool.ts";
import {
  closeSource,
  openFile,
  openSource,
  READ_SIZE,
  type Ready,
  type Source,
} from "./open-source.ts";
import { linksInside } from "./links.ts";
import { copySqlite, type Settle } from "./sqlite-copy.ts";
import { addLine, INDEX, skip, type Tally } from "./tally.ts";
import { BLOCK, padding, tarHeader } from "./tar-header.ts";
import { walk, type Found } from "./walk.ts";

const AHEAD = 8;

type FoundLink = Extract<Found, { readonly kind: "link" }>;

type Packing = {
  readonly site: EnvironmentSite;
  /** Where copies of databases are put meanwhile. */
  readonly scratch: string;
  readonly tally: Tally;
  readonly now: Clock;
  /** Makes the copy of a database one file and checks it. */
  readonly settle: Settle;
};

type Pooled = Packing & { readonly pool: BufferPool };

/**
 * The tar stream of an environment: its folders, its databases, then the index. A part is to be used
 * before the next one is asked for: its buffer is filled again.
 */
export async function* pack(needs: Packing): AsyncGenerator<Buffer> {
  const pool = bufferPool(READ_SIZE);
  const packing = { ...needs, pool };
  const { site, tally, now } = packing;
  const [first, ...later] = site.databases.map(({ name, path }) => ({
    path: `databases/${name}`,
    at: Buffer.from(path),
  }));
  const copied = first === undefined ? undefined : startCopy(packing, first);
  try {
    yield* folders(packing);
    if (first !== undefined && copied !== undefined) {
      const mtimeMs = now();
      yield tarHeader({ path: "databases", type: "Directory", size: 0, mode: 0o755, mtimeMs });
      tally.directories += 1;
      yield* database(packing, first, await copied);
    }
    for (const one of later) yield* database(packing, one, await startCopy(packing, one));
  } finally {
    await copied?.catch(() => undefined);
  }
  tally.readUntil = now();
  yield* index(packing);
}

async function* folders(packing: Pooled): AsyncGenerator<Buffer> {
  const { site, pool } = packing;
  const hands = {
    prepare: (found: Found) => openSource(found, pool),
    dispose: async (ready: Ready) => {
      if (ready.kind === "file") await closeSource(ready.source, pool);
    },
  };
  const links: FoundLink[] = [];
  for (const root of site.directories) {
    for await (const ready of ahead(walk(root), AHEAD, hands)) {
      if (ready.kind === "link") links.push(ready);
      else yield* item(packing, ready);
    }
  }
  yield* linksOf(packing, links);
}

async function* item(packing: Pooled, ready: Ready): AsyncGenerator<Buffer> {
  const { tally } = packing;
  if (ready.kind === "skipped") skip(tally, ready.why);
  else if (ready.kind === "file") yield* file(packing, ready.path, ready.source);
  else if (ready.kind === "database")
    yield* database(packing, ready, await startCopy(packing, ready));
  else if (ready.kind === "directory") {
    const { path, mode, mtimeMs } = ready;
    tally.directories += 1;
    yield tarHeader({ path, type: "Directory", size: 0, mode, mtimeMs });
  }
}

/** Links come last: only with all of them known can be told where each one leads. */
function* linksOf({ tally }: Packing, links: readonly FoundLink[]): Generator<Buffer> {
  const inside = linksInside(links);
  for (let left = links.length - inside.length; left > 0; left -= 1) skip(tally, "link-outside");
  for (const { path, target, mtimeMs } of inside) {
    tally.links += 1;
    addLine(tally, { path, link: target });
    const linkpath = target;
    yield tarHeader({ path, type: "SymbolicLink", size: 0, mode: 0o777, mtimeMs, linkpath });
  }
}

type Base = { readonly path: string; readonly at: Buffer };

/** Undefined where the file only looks like a database. */
type Copy = { readonly copy: string | undefined };

/** Copies a database; begun before anything waits for it, it goes on while other files are packed. */
function startCopy({ scratch, settle }: Packing, { path, at }: Base): Promise<Copy> {
  const copy = join(scratch, `copy-${digestOf(path).slice(7, 23)}.sqlite`);
  const copying = copySqlite(at.toString(), copy, settle).then((real) => ({
    copy: real ? copy : undefined,
  }));
  copying.catch(() => undefined);
  return copying;
}

async function* database(
  packing: Pooled,
  { path, at }: Base,
  { copy }: Copy,
): AsyncGenerator<Buffer> {
  const { tally, pool } = packing;
  const original = await openFile(at, pool);
  try {
    if (original === undefined) skip(tally, "vanished");
    else if (copy === undefined) yield* file(packing, path, original);
    else {
      await closeSource(original, pool);
      const copied = await openFile(copy, pool);
      if (copied === undefined) throw new Error("Cannot pack a database: its copy is missing");
      tally.databases += 1;
      yield* file(packing, path, copied, original.stats);
    }
  } finally {
    if (copy !== undefined) await rm(copy, { force: true });
  }
}

/**
 * Packs an open file and closes it: as long as it was when it was opened, whatever happens to it
 * meanwhile.
 *
 * @param original stands for mode and time where a copy is packed in its place
 */
async function* file(
  packing: Pooled,
  path: string,
  source: Source,
  original?: BigIntStats,
): AsyncGenerator<Buffer> {
  const { tally } = packing;
  const { handle, stats } = source;
  const size = Number(stats.size);
  const shown = original ?? stats;
  try {
    const mode = Number(shown.mode) & 0o777;
    yield tarHeader({ path, type: "File", size, mode, mtimeMs: Number(shown.mtimeMs) });
    const sha256 = yield* content(source, tally);
    yield padding(size);
    const after = fstatSync(handle.fd, { bigint: true });
    const torn = after.size !== stats.size || after.mtimeNs !== stats.mtimeNs;
    tally.files += 1;
    if (torn) tally.torn += 1;
    addLine(tally, {
      path,
      size,
      sha256,
      mtimeNs: String(shown.mtimeNs),
      ...(torn ? { torn } : {}),
      ...(original === undefined ? {} : { database: true }),
    });
  } finally {
    await closeSource(source, packing.pool);
  }
}

/**
 * The bytes of a file, with zeros where it has shrunk.
 *
 * @returns their hash
 */
async function* content(source: Source, tally: Tally): AsyncGenerator<Buffer, string> {
  const size = Number(source.stats.size);
  if (source.head.length === size) {
    tally.bytes += size;
    const sha256 = hash("sha256", source.head);
    yield source.head;
    return sha256;
  }
  const sum = createHash("sha256");
  let read = 0;
  for await (const part of partsOf(source)) {
    sum.update(part);
    read += part.length;
    tally.bytes += part.length;
    yield part;
  }
  for (; read < size; read += READ_SIZE) {
    const zeros = Buffer.alloc(Math.min(READ_SIZE, size - read));
    sum.update(zeros);
    tally.bytes += zeros.length;
    yield zeros;
  }
  return sum.digest("hex");
}

/** The bytes of a file up to the size it had, fewer where it has shrunk. */
async function* partsOf({ handle, stats, head, buffer }: Source): AsyncGenerator<Buffer> {
  const size = Number(stats.size);
  yield head;
  for (let at = head.length; at > 0 && at < size;) {
    const { bytesRead } = await handle.read(buffer, 0, Math.min(buffer.length, size - at), at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

async function* index({ tally, now }: Packing): AsyncGenerator<Buffer> {
  const mtimeMs = now();
  const size = tally.index.bytes();
  yield tarHeader({ path: INDEX, type: "File", size, mode: 0o600, mtimeMs });
  yield* tally.index.parts();
  yield padding(size);
  yield Buffer.alloc(2 * BLOCK);
}
