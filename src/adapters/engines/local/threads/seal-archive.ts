import { createHash } from "node:crypto";
import { open, type FileHandle } from "node:fs/promises";
import { sealPayload, type Bytes } from "../age-payload.ts";
import { freeBuffer } from "../free-buffer.ts";
import { inPieces } from "../in-pieces.ts";
import { compressFrame } from "./compress-frame.ts";
import type { Written } from "./order.ts";

const PIECE = 1024 * 1024;

/** So much may wait in the system's cache before it is sent to the disk. */
const FLUSH_EVERY = 32 * 1024 * 1024;

type Sealing = {
  readonly tar: Bytes;
  readonly file: string;
  readonly header: Uint8Array;
  readonly fileKey: Uint8Array;
};

/** Compresses, seals and writes a tar stream; it is on the disk when this resolves. */
export async function sealArchive({ tar, file, header, fileKey }: Sealing): Promise<Written> {
  const handle = await open(file, "wx", 0o400);
  try {
    const sealed = sealPayload(fileKey)(inPieces(compressed(tar), PIECE));
    return await writeAll(handle, inPieces(after(header, sealed), PIECE));
  } finally {
    await handle.close();
  }
}

/** Every part becomes a frame of its own, from one to the next of which zstd reads on. */
async function* compressed(tar: Bytes): AsyncGenerator<Buffer> {
  for await (const part of tar) {
    const frame = compressFrame(part);
    yield frame;
    freeBuffer(frame);
  }
}

async function* after(header: Uint8Array, rest: Bytes): AsyncGenerator<Buffer> {
  yield Buffer.from(header);
  yield* rest;
}

/** Writes one piece while the next is made, and sends it to the disk as it goes. */
async function writeAll(handle: FileHandle, pieces: Bytes): Promise<Written> {
  const hash = createHash("sha256");
  let bytes = 0;
  let flushed = 0;
  let writing: Promise<unknown> = Promise.resolve();
  for await (const piece of pieces) {
    await writing;
    writing = handle.writeFile(piece);
    writing.catch(() => undefined);
    hash.update(piece);
    bytes += piece.length;
    if (bytes - flushed < FLUSH_EVERY) continue;
    flushed = bytes;
    writing = Promise.all([writing, handle.datasync()]);
    writing.catch(() => undefined);
  }
  await writing;
  await handle.sync();
  return { bytes, sha256: hash.digest("hex") };
}
