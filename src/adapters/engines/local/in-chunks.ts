type Chunk = { readonly chunk: Buffer; readonly last: boolean };

/**
 * Cuts a stream into chunks of one size and knows the last one, which may be shorter. An empty
 * stream is one empty chunk. Only chunks that lie across two pieces are copied.
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
      const part = bytes.subarray(at, end);
      yield { chunk: held === 0 ? part : Buffer.concat([...waiting, part], size), last: false };
      waiting = [];
      held = 0;
      at = end;
    }
    if (at === bytes.length) continue;
    waiting.push(bytes.subarray(at));
    held += bytes.length - at;
  }
  yield { chunk: Buffer.concat(waiting, held), last: true };
}
