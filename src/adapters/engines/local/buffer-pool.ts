/** Buffers of one size that are used again: reading a gigabyte would otherwise leave a gigabyte behind to collect. */
export function bufferPool(size: number) {
  const free: Buffer[] = [];
  return {
    take: (): Buffer => free.pop() ?? Buffer.allocUnsafeSlow(size),
    give: (buffer: Buffer): void => void free.push(buffer),
  };
}

export type BufferPool = ReturnType<typeof bufferPool>;
