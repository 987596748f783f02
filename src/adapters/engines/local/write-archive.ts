import { newHeader } from "./age-header.ts";
import type { Bytes } from "./age-payload.ts";
import type { Written } from "./threads/order.ts";
import type { Threads } from "./threads/threads.ts";

type Writing = {
  readonly tar: Bytes;
  readonly file: string;
  readonly recipients: readonly string[];
  readonly signal: AbortSignal;
};

/** Compresses, seals and writes a tar stream; it is on the disk when this resolves. */
export async function writeArchive(
  threads: Threads,
  { tar, file, recipients, signal }: Writing,
): Promise<Written> {
  return threads.seal({ file, ...(await newHeader(recipients)) }, tar, signal);
}
