/**
 * Copies a stream whose parts are only lent into a buffer that is large enough for it.
 *
 * @returns as much of the buffer as was filled
 */
export async function gather(
  parts: AsyncIterable<Buffer> | Iterable<Buffer>,
  buffer: Buffer,
): Promise<Buffer> {
  let held = 0;
  for await (const part of parts) held += part.copy(buffer, held);
  return buffer.subarray(0, held);
}
