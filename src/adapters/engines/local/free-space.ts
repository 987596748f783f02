import { statfs } from "node:fs/promises";
import { EngineError } from "../../../restore/engine-error.ts";

/** Left free for everybody else on the disk. */
export const RESERVE_BYTES = 64 * 1024 * 1024;

export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/**
 * Refuses before anything is written.
 *
 * @throws EngineError `no-space`
 */
export async function needSpace(folder: string, bytes: number): Promise<void> {
  const free = await freeBytes(folder);
  if (free >= bytes) return;
  const message = `Cannot begin: ${bytes} bytes are needed and ${free} are free`;
  throw new EngineError("no-space", "no", { message });
}
