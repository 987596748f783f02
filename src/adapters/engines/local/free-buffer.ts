/**
 * Gives a buffer's memory back at once: left to the collector, a gigabyte that flows through in
 * large buffers would pile up by the hundred megabytes. Nobody may use the buffer afterwards.
 */
export function freeBuffer({ buffer, length }: Buffer): void {
  const shared = length < buffer.byteLength && buffer.byteLength === Buffer.poolSize;
  if (!shared && buffer instanceof ArrayBuffer) buffer.transfer(0);
}
