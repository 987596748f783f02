import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { constants, createZstdCompress } from "node:zlib";
import { seal, type Bytes } from "./age.ts";
import { coalesce } from "./coalesce.ts";

const PIECE = 512 * 1024;

const ZSTD = {
  chunkSize: PIECE,
  params: { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 },
};

type Writing = {
  readonly tar: Bytes;
  readonly file: string;
  readonly recipients: readonly string[];
  readonly signal: AbortSignal;
};

/** Compresses, seals and writes a tar stream; it is on the disk when this resolves. */
export async function writeArchive({ tar, file, recipients, signal }: Writing) {
  const hash = createHash("sha256");
  let bytes = 0;
  await pipeline(
    () => coalesce(tar, PIECE),
    createZstdCompress(ZSTD),
    seal(recipients),
    async function* hashed(sealed: Bytes) {
      for await (const part of coalesce(sealed, PIECE)) {
        hash.update(part);
        bytes += part.length;
        yield part;
      }
    },
    createWriteStream(file, { flags: "wx", mode: 0o400, flush: true, highWaterMark: 2 * PIECE }),
    { signal },
  );
  return { bytes, sha256: hash.digest("hex") };
}
