import { createHash } from "node:crypto";
import { open, type FileHandle } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { constants, createZstdCompress, type ZstdCompress } from "node:zlib";
import { seal, type Bytes } from "./age.ts";
import { inPieces } from "./in-pieces.ts";

const PIECE = 256 * 1024;

const ZSTD = {
  chunkSize: PIECE,
  params: { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 },
};

/** So much may wait in the system's cache before it is sent to the disk. */
const FLUSH_EVERY = 32 * 1024 * 1024;

type Writing = {
  readonly tar: Bytes;
  readonly file: string;
  readonly recipients: readonly string[];
  readonly signal: AbortSignal;
};

/** Compresses, seals and writes a tar stream; it is on the disk when this resolves. */
export async function writeArchive({ tar, file, recipients, signal }: Writing) {
  const handle = await open(file, "wx", 0o400);
  try {
    let written = { bytes: 0, sha256: "" };
    const zstd = createZstdCompress(ZSTD);
    const sink = async (sealed: Bytes): Promise<void> => {
      written = await writeAll(handle, inPieces(sealed, PIECE));
    };
    const feeding = feed(zstd, tar);
    const [piped, fed] = await Promise.allSettled([
      pipeline(zstd, seal(recipients), sink, { signal }),
      feeding,
    ]);
    signal.throwIfAborted();
    if (fed.status === "rejected" && !isOfStream(fed.reason)) throw fed.reason;
    if (piped.status === "rejected") throw piped.reason;
    return written;
  } finally {
    await handle.close();
  }
}

/** Compresses one piece while the next is read. */
async function feed(zstd: ZstdCompress, tar: Bytes): Promise<void> {
  try {
    let compressing: Promise<void> = Promise.resolve();
    for await (const piece of inPieces(tar, PIECE)) {
      await compressing;
      compressing = writeTo(zstd, piece);
    }
    await compressing;
    zstd.end();
  } catch (cause) {
    zstd.destroy(cause instanceof Error ? cause : new Error(String(cause)));
    throw cause;
  }
}

function writeTo(zstd: ZstdCompress, piece: Buffer): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  zstd.write(piece, (fault) => {
    if (fault === null || fault === undefined) resolve();
    else reject(fault);
  });
  // It is waited for only after the next piece has been read.
  promise.catch(() => undefined);
  return promise;
}

/** A write that failed because the stream behind it had failed: the other side says why. */
const isOfStream = (cause: unknown): boolean =>
  cause instanceof Error &&
  (cause.name === "AbortError" || ("code" in cause && cause.code === "ERR_STREAM_DESTROYED"));

/** Writes one piece while the next is made, and sends it to the disk as it goes. */
async function writeAll(handle: FileHandle, pieces: Bytes) {
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
