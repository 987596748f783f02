import { EngineError } from "../../../restore/engine-error.ts";

export type ByteReader = ReturnType<typeof byteReader>;

const truncated = (): EngineError =>
  new EngineError("corrupt", "no", { message: "Cannot read the archive: it ends too early" });

/** Reads a stream by lengths; what it gives is lent until the next is asked for. Every method throws `corrupt` where the stream ends before it should. */
export function byteReader(source: AsyncIterable<Buffer>) {
  const iterator = source[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);

  const more = async (): Promise<boolean> => {
    const next = await iterator.next();
    if (next.done === true) return false;
    rest = next.value;
    return true;
  };

  /** Whatever is at hand, at least one byte and at most `limit`. */
  const some = async (limit: number): Promise<Buffer> => {
    while (rest.length === 0) if (!(await more())) throw truncated();
    const bytes = rest.subarray(0, limit);
    rest = rest.subarray(bytes.length);
    return bytes;
  };

  const exactly = async (length: number): Promise<Buffer> => {
    if (rest.length >= length) {
      const bytes = rest.subarray(0, length);
      rest = rest.subarray(length);
      return bytes;
    }
    const whole = Buffer.allocUnsafe(length);
    for (let held = 0; held < length;) held += (await some(length - held)).copy(whole, held);
    return whole;
  };

  const skip = async (length: number): Promise<void> => {
    for (let left = length; left > 0;) left -= (await some(left)).length;
  };

  /** Reads to the end, so that whatever checks the stream has seen all of it. */
  const onlyZerosLeft = async (): Promise<void> => {
    do {
      if (rest.some((byte) => byte !== 0)) {
        const message = "Cannot read the archive: something stands behind its end";
        throw new EngineError("corrupt", "no", { message });
      }
    } while (await more());
  };

  return { some, exactly, skip, onlyZerosLeft };
}
