import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { EngineError } from "../../../restore/engine-error.ts";
import { HEADER_LIMIT, headerOf, openHeader } from "./age-header.ts";
import type { Bytes } from "./age-payload.ts";
import { toEngineError } from "./fs-fault.ts";
import type { Written } from "./threads/order.ts";
import type { Threads } from "./threads/threads.ts";

const PIECE = 1024 * 1024;

type Reading = {
  readonly file: string;
  readonly identities: readonly string[];
  /** What the manifest says about the archive. */
  readonly expected: Written;
  readonly signal: AbortSignal;
  /** May use a part until it asks for the next one. */
  readonly consume: (tar: Bytes) => Promise<void>;
};

/**
 * Streams an archive's tar through `consume` and proves that every byte is the one that was signed for.
 *
 * @throws EngineError `corrupt` where the file is not the signed one, `key-unavailable` where it is and no key fits
 */
export async function readArchive(threads: Threads, reading: Reading): Promise<void> {
  const { file, identities, expected, signal, consume } = reading;
  let read: Written;
  try {
    const header = headerOf(await beginningOf(file));
    const fileKey = await openHeader(header, identities);
    const order = { file, fileKey, headerLength: header.length };
    read = await threads.open(order, consume, signal);
  } catch (cause) {
    throw await classified(cause, reading);
  }
  if (read.bytes !== expected.bytes || read.sha256 !== expected.sha256) throw changed();
}

async function beginningOf(file: string): Promise<Buffer> {
  const handle = await open(file, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEADER_LIMIT), 0, HEADER_LIMIT, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** A key that does not fit says something about the key only if the file is the one that was signed for. */
async function classified(cause: unknown, { file, expected, signal }: Reading): Promise<Error> {
  const known = toEngineError(cause, "read the archive");
  const conclusive = ["cancelled", "no-space", "not-found", "forbidden", "corrupt"];
  if (signal.aborted || conclusive.includes(known.kind)) return known;
  const hash = createHash("sha256");
  for await (const part of createReadStream(file, { highWaterMark: PIECE })) hash.update(part);
  return hash.digest("hex") === expected.sha256 ? known : changed(cause);
}

const changed = (cause?: unknown): EngineError =>
  new EngineError("corrupt", "no", {
    message: "Cannot read the archive: its bytes are not the ones that were signed for",
    ...(cause === undefined ? {} : { cause }),
  });
