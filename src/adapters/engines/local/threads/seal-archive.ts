import { createHash } from "node:crypto";
import { open, type FileHandle } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { constants, createZstdCompress, type ZstdCompress } from "node:zlib";
import { sealPayload, type Bytes } from "../age-payload.ts";
import { inPieces } from "../in-pieces.ts";
import type { Written } from "./order.ts";

const PIECE = 1024 * 1024;
const OUT = 128 * 1024;

const ZSTD = {
  chunkSize: OUT,
  highWaterMark: 4 * OUT,
  params: { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 },
};

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
    let written: Written = { bytes: 0, sha256: "" };
    const zstd = createZstdCompress(ZSTD);
    const sink = async (sealed: Bytes): Promise<void> => {
      written = await writeAll(handle, inPieces(after(header, sealed), PIECE));
    };
    const [piped, fed] = await Promise.allSettled([
      pipeline(zstd, sealPayload(fileKey), sink),
      feed(zstd, tar),
    ]);
    if (fed.status === "rejected" && !isOfStream(fed.reason)) throw fed.reason;
    if (piped.status === "rejected") throw piped.reason;
    return written;
  } finally {
    await handle.close();
  }
}

async function* after(header: Uint8Array, rest: Bytes): AsyncGenerator<Buffer> {
  yield Buffer.from(header);
  yield* rest;
}

async function feed(zstd: ZstdCompress, tar: Bytes): Promise<void> {
  try {
    for await (const part of tar) await writeTo(zstd, part);
    zstd.end();
  } catch (cause) {
    zstd.destroy(cause instanceof Error ? cause : new Error(String(cause)));
    throw cause;
  }
}

function writeTo(zstd: ZstdCompress, part: Buffer): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  zstd.write(part, (fault) => {
    if (fault === null || fault === undefined) resolve();
    else reject(fault);
  });
  return promise;
}

/** A write that failed because the stream behind it had failed: the other side says why. */
const isOfStream = (cause: unknown): boolean =>
  cause instanceof Error &&
  (cause.name === "AbortError" || ("code" in cause && cause.code === "ERR_STREAM_DESTROYED"));

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
