/** Joins small pieces, so that what follows is called once for many of them. */
export async function* coalesce(
  source: AsyncIterable<Buffer>,
  size: number,
): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let held = 0;
  for await (const bytes of source) {
    if (bytes.length === 0) continue;
    if (waiting.length === 0 && bytes.length >= size) {
      yield bytes;
      continue;
    }
    waiting.push(bytes);
    held += bytes.length;
    if (held < size) continue;
    yield Buffer.concat(waiting, held);
    waiting = [];
    held = 0;
  }
  if (held > 0) yield Buffer.concat(waiting, held);
}
