import { constants } from "node:fs";
import { chmod, mkdir, open, symlink, utimes } from "node:fs/promises";
import { join } from "node:path";
import { syncFolder } from "./durable.ts";
import type { TarEntry } from "./tar-entries.ts";
import type { Sink } from "./unpack.ts";

const NEW_FILE = constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW | constants.O_WRONLY;

/**
 * Unpacks into an empty folder. Files are created, never opened; modes and times of folders are set
 * at the end, since a folder may be read-only.
 */
export function folderSink(root: string): Sink {
  const folders: TarEntry[] = [];
  return {
    async directory(entry) {
      await mkdir(join(root, entry.path), { mode: 0o700 });
      folders.push(entry);
    },
    async file(entry, bytes) {
      const handle = await open(join(root, entry.path), NEW_FILE, 0o600);
      try {
        for await (const part of bytes) await handle.write(part);
        await handle.chmod(entry.mode);
        await handle.utimes(new Date(), entry.mtimeMs / 1000);
        await handle.sync();
      } finally {
        await handle.close();
      }
    },
    async link(path, target) {
      await symlink(target, join(root, path));
    },
    async end() {
      for (const { path, mode, mtimeMs } of folders.toReversed()) {
        const at = join(root, path);
        await syncFolder(at);
        await utimes(at, new Date(), mtimeMs / 1000);
        await chmod(at, mode);
      }
      await syncFolder(root);
    },
  };
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
};
