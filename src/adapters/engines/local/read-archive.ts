import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createZstdDecompress } from "node:zlib";
import { EngineError } from "../../../restore/engine-error.ts";
import { unseal, type Bytes } from "./age.ts";
import { toEngineError } from "./fs-fault.ts";

const PIECE = 256 * 1024;

const ZSTD = { chunkSize: PIECE, highWaterMark: 4 * PIECE };

type Reading = {
  readonly file: string;
  readonly identities: readonly string[];
  /** What the manifest says about the archive. */
  readonly expected: { readonly bytes: number; readonly sha256: string };
  readonly signal: AbortSignal;
  readonly consume: (tar: Bytes) => Promise<void>;
};

/**
 * Streams an archive's tar through `consume` and proves that every byte is the one that was signed for.
 *
 * @throws EngineError `corrupt` where the file is not the signed one, `key-unavailable` where it is and no key fits
 */
export async function readArchive(reading: Reading): Promise<void> {
  const { file, identities, expected, signal, consume } = reading;
  const hash = createHash("sha256");
  let bytes = 0;
  try {
    await pipeline(
      createReadStream(file, { highWaterMark: PIECE }),
      async function* hashed(sealed: Bytes) {
        for await (const part of sealed) {
          hash.update(part);
          bytes += part.length;
          yield part;
        }
      },
      unseal(identities),
      createZstdDecompress(ZSTD),
      consume,
      { signal },
    );
  } catch (cause) {
    throw await classified(cause, reading);
  }
  if (bytes !== expected.bytes || hash.digest("hex") !== expected.sha256) throw changed();
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
