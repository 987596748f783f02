import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, openSync, rmSync, statSync, statfsSync, writeSync } from "node:fs";
import { dirname } from "node:path";

type Needs = {
  /** The database the room is for; the ballast lies beside it. */
  readonly path: string;
  /** Size of the ballast; 0: none is kept, and nothing is refused. */
  readonly ballastBytes: number;
  readonly log: (level: "info" | "warn", what: string) => void;
  /** For a test: room left on the disk. */
  readonly freeBytes?: () => number;
};

/** Watches the room on the database's disk. */
export type DiskRoom = {
  /** Whether something new may be taken in. Where the disk is full, the ballast is given up. */
  look(): boolean;
  /** Lays the ballast down where it is missing and there is room for it. */
  layDown(): void;
  /** The database has found the disk full, whatever the disk itself says. */
  foundFull(): void;
};

/** With less than this what is in hand may not be finished: time to give the ballast up. */
const TIGHT_BYTES = 8 * 1024 * 1024;

/** There must be this much more before something new is taken in again, or it would go on and off. */
const SLACK_BYTES = 16 * 1024 * 1024;

/**
 * A file beside the database that takes room while there is plenty. When the disk is full it is given up:
 * what is in hand can then be finished, and nothing new is taken in until there is room for it again.
 */
export function diskRoom({ path, ballastBytes, log, freeBytes = freeAt(path) }: Needs): DiskRoom {
  const ballast = `${path}.ballast`;
  let takesIn = true;
  const close = (why: string) => {
    if (takesIn) log("warn", `nothing new is taken in: ${why}`);
    takesIn = false;
  };
  const giveUp = (why: string) => {
    close(why);
    if (!isWhole(ballast, ballastBytes)) return;
    rmSync(ballast, { force: true });
    log(
      "warn",
      "the ballast beside the database is given up, so that what is in hand can be finished",
    );
  };
  return {
    look() {
      if (ballastBytes === 0) return true;
      const free = freeBytes();
      const held = isWhole(ballast, ballastBytes);
      if (free < TIGHT_BYTES) giveUp("the disk is full");
      else if (!held) close("the disk is nearly full");
      else if (!takesIn && free >= SLACK_BYTES) {
        takesIn = true;
        log("info", "there is room again: new things are taken in");
      }
      return takesIn;
    },
    layDown() {
      if (ballastBytes === 0 || isWhole(ballast, ballastBytes)) return;
      if (freeBytes() < 2 * ballastBytes + SLACK_BYTES) return;
      writeBallast(ballast, ballastBytes);
      log("info", "the ballast is laid down beside the database");
    },
    foundFull() {
      if (ballastBytes > 0) giveUp("the database finds its disk full");
    },
  };
}

const freeAt = (path: string) => (): number => {
  const { bavail, bsize } = statfsSync(dirname(path));
  return bavail * bsize;
};

const isWhole = (ballast: string, bytes: number): boolean =>
  statSync(ballast, { throwIfNoEntry: false })?.size === bytes;

const CHUNK_BYTES = 4 * 1024 * 1024;

/** Of random bytes: some disks keep zeros without taking room. What cannot be written whole is removed. */
function writeBallast(ballast: string, bytes: number): void {
  const chunk = randomBytes(Math.min(CHUNK_BYTES, bytes));
  const file = openSync(ballast, "w", 0o600);
  try {
    for (let left = bytes; left > 0; left -= chunk.length) {
      writeSync(file, chunk, 0, Math.min(left, chunk.length));
    }
    fsyncSync(file);
  } catch {
    rmSync(ballast, { force: true });
  } finally {
    closeSync(file);
  }
}
