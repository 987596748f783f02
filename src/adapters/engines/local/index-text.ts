import { createHash } from "node:crypto";
import { zstdCompressSync, zstdDecompressSync } from "node:zlib";

/** So much of the index is compressed at once. */
const PIECE = 256 * 1024;

export type IndexText = ReturnType<typeof indexText>;

/** Text that is only added to and read once at the end. It waits compressed: the hashes of a million files are many bytes. */
export function indexText() {
  const pieces: Buffer[] = [];
  const sum = createHash("sha256");
  const filling = Buffer.allocUnsafeSlow(PIECE);
  let held = 0;
  let bytes = 0;

  const put = (part: Buffer): void => {
    for (let at = 0; at < part.length;) {
      const copied = part.copy(filling, held, at);
      at += copied;
      held += copied;
      if (held < PIECE) continue;
      pieces.push(Buffer.from(zstdCompressSync(filling)));
      held = 0;
    }
  };
  return {
    add(text: string): void {
      const part = Buffer.from(text);
      bytes += part.length;
      sum.update(part);
      put(part);
    },
    bytes: (): number => bytes,
    /** Of everything that was added; nothing can be added afterwards. */
    sha256: (): string => sum.digest("hex"),
    *parts(): Generator<Buffer> {
      for (const piece of pieces) yield zstdDecompressSync(piece);
      yield filling.subarray(0, held);
    },
  };
}
