import { createHash } from "node:crypto";
import { open, type FileHandle } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { constants, createZstdCompress } from "node:zlib";
import { seal, type Bytes } from "./age.ts";
import { coalesce } from "./coalesce.ts";

const PIECE = 256 * 1024;

const ZSTD = {
  chunkSize: PIECE,
  // Reading goes on while a piece is being compressed.
  highWaterMark: 4 * PIECE,
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
    await pipeline(
      () => coalesce(tar, PIECE),
      createZstdCompress(ZSTD),
      seal(recipients),
      async (sealed: Bytes) => {
        written = await writeAll(handle, coalesce(sealed, PIECE));
      },
      { signal },
    );
    return written;
  } finally {
    await handle.close();
  }
}

/** Writes one piece while the next is made, and sends it to the disk as it goes. */
async function writeAll(handle: FileHandle, pieces: Bytes) {
  const hash = createHash("sha256");
  let bytes = 0;
  let flushed = 0;
  let writing: Promise<unknown> = Promise.resolve();
  for await (const piece of pieces) {
    await writing;
    writing = handle.writeFile(piece);
    hash.update(piece);
    bytes += piece.length;
    if (bytes - flushed < FLUSH_EVERY) continue;
    flushed = bytes;
    writing = Promise.all([writing, handle.datasync()]);
  }
  await writing;
  await handle.sync();
  return { bytes, sha256: hash.digest("hex") };
}
