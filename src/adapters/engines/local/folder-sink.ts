import { constants } from "node:fs";
import { chmod, mkdir, open, symlink, utimes, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { bufferPool } from "./buffer-pool.ts";
import { syncFolder } from "./durable.ts";
import type { TarEntry } from "./tar-entries.ts";
import type { Sink } from "./unpack.ts";
import { workPool } from "./work-pool.ts";

const NEW_FILE = constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW | constants.O_WRONLY;

/** A file of up to this is held in memory, so that several can be written at once. */
const SMALL = 1024 * 1024;
const AT_ONCE = 8;

/**
 * Unpacks into an empty folder. Files are created, never opened; modes and times of folders are set
 * at the end, since a folder may be read-only. Everything is on the disk when it has ended.
 */
export function folderSink(root: string): Sink {
  const folders: TarEntry[] = [];
  const pool = workPool(AT_ONCE);
  const buffers = bufferPool(SMALL);
  return {
    async directory(entry) {
      await mkdir(join(root, entry.path), { mode: 0o700 });
      folders.push(entry);
    },
    async file(entry, bytes) {
      if (entry.size > SMALL) {
        await writeFile(root, entry, bytes);
        return;
      }
      const buffer = buffers.take();
      const text = await gather(bytes, buffer);
      await pool.add(async () => {
        await writeFile(root, entry, [text]);
        buffers.give(buffer);
      });
    },
    async link(path, target) {
      await pool.drain();
      await symlink(target, join(root, path));
    },
    async end() {
      await pool.drain();
      for (const folder of folders.toReversed()) await pool.add(() => finishFolder(root, folder));
      await pool.drain();
      await syncFolder(root);
    },
    settle: () => pool.idle(),
  };
}

/** What a small file holds, in memory of its own: the parts are only lent. */
async function gather(bytes: AsyncIterable<Buffer>, buffer: Buffer): Promise<Buffer> {
  let held = 0;
  for await (const part of bytes) held += part.copy(buffer, held);
  return buffer.subarray(0, held);
}

async function writeFile(
  root: string,
  { path, mode, mtimeMs }: TarEntry,
  parts: AsyncIterable<Buffer> | Iterable<Buffer>,
): Promise<void> {
  const handle: FileHandle = await open(join(root, path), NEW_FILE, 0o600);
  try {
    for await (const part of parts) await handle.writeFile(part);
    if (mode !== 0o600) await handle.chmod(mode);
    await handle.utimes(new Date(), mtimeMs / 1000);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function finishFolder(root: string, { path, mode, mtimeMs }: TarEntry): Promise<void> {
  const at = join(root, path);
  await syncFolder(at);
  await utimes(at, new Date(), mtimeMs / 1000);
  await chmod(at, mode);
}

/** Unpacks into nothing: every byte is read and hashed, none is kept. */
export const nowhere: Sink = {
  directory: () => Promise.resolve(),
  async file(_entry, bytes) {
    const reader = bytes[Symbol.asyncIterator]();
    while ((await reader.next()).done !== true);
  },
  link: () => Promise.resolve(),
  end: () => Promise.resolve(),
  settle: () => Promise.resolve(),
};
