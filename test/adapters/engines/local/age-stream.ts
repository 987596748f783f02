import {
  headerOf,
  newHeader,
  openHeader,
} from "../../../../src/adapters/engines/local/age-header.ts";
import { openPayload, sealPayload } from "../../../../src/adapters/engines/local/age-payload.ts";

/** Cuts bytes into pieces, as a disk or a network would. */
async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Every part is copied: it is only lent. */
const joined = async (source: AsyncIterable<Buffer>): Promise<Buffer> =>
  Buffer.concat(await Array.fromAsync(source, (part) => Buffer.from(part)));

/** A whole age file for some recipients. */
export async function seal(plain: Buffer, recipients: readonly string[], piece = 10_000) {
  const { header, fileKey } = await newHeader(recipients);
  return Buffer.concat([header, await joined(sealPayload(fileKey)(pieces(plain, piece)))]);
}

/** What an age file holds, by one of the keys. */
export async function unseal(bytes: Buffer, keys: readonly string[], piece = 10_000) {
  const header = headerOf(bytes);
  const fileKey = await openHeader(header, keys);
  return joined(openPayload(fileKey)(pieces(bytes.subarray(header.length), piece)));
}
