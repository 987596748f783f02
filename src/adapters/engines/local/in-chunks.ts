type Chunk = { readonly chunk: Buffer; readonly last: boolean };

/**
 * Cuts a stream into chunks of one size and knows the last one, which may be shorter.
 * An empty stream is one empty chunk.
 */
export async function* inChunks(
  source: AsyncIterable<Buffer>,
  size: number,
): AsyncGenerator<Chunk> {
  let waiting: Buffer[] = [];
  let held = 0;
  for await (const bytes of source) {
    waiting.push(bytes);
    held += bytes.length;
    if (held <= size) continue;
    const all = waiting.length === 1 ? bytes : Buffer.concat(waiting, held);
    let at = 0;
    for (; held - at > size; at += size) yield { chunk: all.subarray(at, at + size), last: false };
    waiting = [all.subarray(at)];
    held -= at;
  }
  yield { chunk: Buffer.concat(waiting, held), last: true };
}
