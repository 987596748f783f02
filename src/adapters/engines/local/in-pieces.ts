/**
 * Copies a stream into pieces of one size, so that what follows is called once for many small parts.
 * Two buffers take turns: a piece may be used until the one after the next is asked for, and the
 * parts that come in only until the next one is.
 */
export async function* inPieces(
  source: AsyncIterable<Buffer>,
  size: number,
): AsyncGenerator<Buffer> {
  let [filling, resting] = [Buffer.allocUnsafeSlow(size), Buffer.allocUnsafeSlow(size)];
  let held = 0;
  for await (const part of source) {
    for (let at = 0; at < part.length;) {
      const copied = part.copy(filling, held, at);
      at += copied;
      held += copied;
      if (held < size) continue;
      yield filling;
      [filling, resting] = [resting, filling];
      held = 0;
    }
  }
  if (held > 0) yield filling.subarray(0, held);
}
