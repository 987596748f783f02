import { createHash, type Hash } from "node:crypto";
import { open, type FileHandle } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createZstdDecompress, type ZstdDecompress } from "node:zlib";
import { NONCE, openPayload, SEALED_CHUNK, type Bytes } from "../age-payload.ts";
import { freeBuffer } from "../free-buffer.ts";
import { inPieces } from "../in-pieces.ts";
import type { Written } from "./order.ts";

/** Whole chunks, so that none has to be put together from two pieces. */
const PIECE = 16 * SEALED_CHUNK;
const OUT = 256 * 1024;

const ZSTD = { chunkSize: OUT, highWaterMark: 4 * OUT };

type Opening = {
  readonly file: string;
  readonly headerLength: number;
  readonly fileKey: Uint8Array;
  readonly consume: (tar: Bytes) => Promise<void>;
};

/** Reads an archive once: hashed as it lies on the disk, opened and unpacked for `consume`. */
export async function openArchive({
  file,
  headerLength,
  fileKey,
  consume,
}: Opening): Promise<Written> {
  const handle = await open(file, "r");
  try {
    const read = { bytes: 0, hash: createHash("sha256") };
    const opened = openPayload(fileKey)(payloadOf(handle, headerLength, read));
    const zstd = createZstdDecompress(ZSTD);
    await Promise.all([feed(zstd, inPieces(opened, PIECE)), pipeline(zstd, freed, consume)]);
    return { bytes: read.bytes, sha256: read.hash.digest("hex") };
  } finally {
    await handle.close();
  }
}

/** A full chunk is let go by zlib; one that is not is filled further. */
async function* freed(chunks: Bytes): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    yield chunk;
    if (chunk.length === OUT) freeBuffer(chunk);
  }
}

/** Decompresses one piece while the next is opened: a piece lasts until the one after the next is asked for. */
async function feed(zstd: ZstdDecompress, pieces: Bytes): Promise<void> {
  let writing: Promise<void> = Promise.resolve();
  try {
    for await (const piece of pieces) {
      await writing;
      writing = write(zstd, piece);
      writing.catch(() => undefined);
    }
    await writing;
    zstd.end();
  } catch (cause) {
    zstd.destroy(cause instanceof Error ? cause : new Error(String(cause)));
    throw cause;
  }
}

function write(zstd: ZstdDecompress, piece: Buffer): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  zstd.write(piece, (fault) => (fault ? reject(fault) : resolve()));
  return promise;
}

/** What stands behind the header. Two buffers take turns: a piece stays as it is until the one after the next is asked for. */
async function* payloadOf(
  handle: FileHandle,
  headerLength: number,
  read: { bytes: number; readonly hash: Hash },
): AsyncGenerator<Buffer> {
  let [filling, resting] = [Buffer.allocUnsafeSlow(PIECE), Buffer.allocUnsafeSlow(PIECE)];
  for (let length = headerLength + NONCE; ; length = PIECE) {
    const piece = await readFully(handle, filling.subarray(0, length));
    if (piece.length === 0) return;
    read.hash.update(piece);
    yield read.bytes === 0 ? piece.subarray(headerLength) : piece;
    read.bytes += piece.length;
    [filling, resting] = [resting, filling];
  }
}

/** As much of a buffer as the file still fills. */
async function readFully(handle: FileHandle, buffer: Buffer): Promise<Buffer> {
  let held = 0;
  while (held < buffer.length) {
    const { bytesRead } = await handle.read(buffer, held, buffer.length - held);
    if (bytesRead === 0) break;
    held += bytesRead;
  }
  return buffer.subarray(0, held);
}
