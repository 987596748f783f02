import { constants } from "node:fs";
import { chmod, mkdir, open, symlink, utimes, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { bufferPool } from "./buffer-pool.ts";
import { syncFolder } from "./durable.ts";
import { gather } from "./gather.ts";
import type { TarEntry } from "./tar-entries.ts";
import type { Parts, Sink } from "./unpack.ts";
import { workPool } from "./work-pool.ts";

const NEW_FILE = constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW | constants.O_WRONLY;

type Folder = Pick<TarEntry, "path" | "mode" | "mtimeMs">;

/** A file of up to this is held in memory, so that several can be written at once. */
const SMALL = 1024 * 1024;

/**
 * Node has four hands for files and for decompressing. Waiting for the disk may take two of them:
 * with all four, nothing more would be decompressed meanwhile.
 */
const WRITTEN_AT_ONCE = 4;
const SYNCED_AT_ONCE = 2;

/**
 * Unpacks into an empty folder. Files are created, never opened; modes and times of folders are set
 * at the end, since a folder may be read-only. Everything is on the disk when it has ended.
 */
export function folderSink(root: string): Sink {
  const folders: Folder[] = [];
  const writer = fileWriter(root);
  return {
    async directory(entry) {
      const { path, mode, mtimeMs } = entry;
      await mkdir(join(root, path), { mode: 0o700 });
      folders.push({ path, mode, mtimeMs });
    },
    file: (entry, bytes) => writer.write(entry, bytes),
    async link(path, target) {
      await writer.drain();
      await symlink(target, join(root, path));
    },
    async end() {
      await writer.drain();
      const finishing = workPool(SYNCED_AT_ONCE);
      for (const one of folders.toReversed()) await finishing.add(() => finishFolder(root, one));
      await finishing.drain();
      await syncFolder(root);
    },
    settle: () => writer.idle(),
  };
}

/** Writes several files at once, and sends others to the disk meanwhile. */
function fileWriter(root: string) {
  const writes = workPool(WRITTEN_AT_ONCE);
  const syncs = workPool(SYNCED_AT_ONCE);
  const buffers = bufferPool(SMALL);

  const writeAndSync = async (entry: TarEntry, parts: Parts): Promise<void> => {
    const handle = await writeFile(root, entry, parts);
    try {
      await syncs.add(() => finishFile(handle, entry));
    } catch (cause) {
      await handle.close();
      throw cause;
    }
  };
  return {
    /** The file is on the disk only once this is drained. */
    async write(entry: TarEntry, bytes: Parts): Promise<void> {
      if (entry.size > SMALL) {
        await writeAndSync(entry, bytes);
        return;
      }
      const buffer = buffers.take();
      const text = await gather(bytes, buffer);
      await writes.add(async () => {
        await writeAndSync(entry, [text]);
        buffers.give(buffer);
      });
    },
    async drain(): Promise<void> {
      await writes.drain();
      await syncs.drain();
    },
    async idle(): Promise<void> {
      await writes.idle();
      await syncs.idle();
    },
  };
}

async function writeFile(root: string, { path }: TarEntry, parts: Parts): Promise<FileHandle> {
  const handle = await open(join(root, path), NEW_FILE, 0o600);
  try {
    for await (const part of parts) await handle.writeFile(part);
    return handle;
  } catch (cause) {
    await handle.close();
    throw cause;
  }
}

async function finishFile(handle: FileHandle, { mode, mtimeMs }: TarEntry): Promise<void> {
  try {
    if (mode !== 0o600) await handle.chmod(mode);
    await handle.utimes(new Date(), mtimeMs / 1000);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function finishFolder(root: string, { path, mode, mtimeMs }: Folder): Promise<void> {
  const at = join(root, path);
  await syncFolder(at);
  await utimes(at, new Date(), mtimeMs / 1000);
  await chmod(at, mode);
}

/** Unpacks into nothing: every byte is read and hashed, none is kept. */
export const nowhere: Sink = {
  directory: () => Promise.resolve(),
  async file(_entry, bytes) {
    for await (const part of bytes) void part;
  },
  link: () => Promise.resolve(),
  end: () => Promise.resolve(),
  settle: () => Promise.resolve(),
};
