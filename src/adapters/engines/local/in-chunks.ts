type Chunk = { readonly chunk: Buffer; readonly last: boolean };

/**
 * Cuts a stream into chunks of one size and knows the last one, which may be shorter. An empty
 * stream is one empty chunk. Only chunks that lie across two pieces are copied. A piece is to stay
 * as it is until the one after the next is asked for.
 */
export async function* inChunks(
  source: AsyncIterable<Buffer>,
  size: number,
): AsyncGenerator<Chunk> {
  let waiting: Buffer[] = [];
  let held = 0;
  for await (const bytes of source) {
    let at = 0;
    while (held + bytes.length - at > size) {
      const end = at + size - held;
      if (end > at) waiting.push(bytes.subarray(at, end));
      yield { chunk: whole(waiting, size), last: false };
      waiting = [];
      held = 0;
      at = end;
    }
    if (at === bytes.length) continue;
    waiting.push(bytes.subarray(at));
    held += bytes.length - at;
  }
  yield { chunk: whole(waiting, held), last: true };
}

const whole = ([first, ...more]: readonly Buffer[], length: number): Buffer =>
  first !== undefined && more.length === 0
    ? first
    : Buffer.concat([...(first === undefined ? [] : [first]), ...more], length);
