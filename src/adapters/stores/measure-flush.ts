import { closeSync, fsyncSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

const ROUNDS = 21;
const PAGE = Buffer.alloc(4_096, 1);

/** How long the disk of a folder takes to keep one page for good, in milliseconds: the middle of some tries. */
export function measureFlush(folder: string): number {
  const path = join(folder, `.flush-${process.pid}`);
  const file = openSync(path, "w", 0o600);
  try {
    const took = Array.from({ length: ROUNDS }, () => {
      const began = performance.now();
      writeSync(file, PAGE);
      fsyncSync(file);
      return performance.now() - began;
    });
    return took.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
  } finally {
    closeSync(file);
    rmSync(path, { force: true });
  }
}
