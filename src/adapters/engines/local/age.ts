import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { Decrypter, Encrypter } from "age-encryption";
import { EngineError } from "../../../restore/engine-error.ts";
import { inChunks } from "./in-chunks.ts";

const CHUNK = 64 * 1024;
const TAG = 16;
const NONCE = 16;
const CIPHER = "chacha20-poly1305";
const HEADER_LIMIT = 64 * 1024;

export type Bytes = AsyncIterable<Buffer>;

/**
 * Encrypts a stream as age v1 for every recipient; any one of their identities opens it.
 * The package makes the header, Node's own ciphers do the payload: the same bytes on disk, three times as fast.
 */
export function seal(recipients: readonly string[]): (plain: Bytes) => AsyncGenerator<Buffer> {
  return async function* sealed(plain) {
    const { header, fileKey } = await newHeader(recipients);
    const nonce = randomBytes(NONCE);
    yield Buffer.concat([header, nonce]);
    const key = payloadKey(fileKey, nonce);
    let counter = 0;
    for await (const { chunk, last } of inChunks(plain, CHUNK)) {
      const cipher = createCipheriv(CIPHER, key, chunkNonce(counter, last), { authTagLength: TAG });
      const text = cipher.update(chunk);
      cipher.final();
      yield text;
      yield cipher.getAuthTag();
      counter += 1;
    }
  };
}

/**
 * Opens an age v1 stream with the first identity that fits.
 *
 * @throws EngineError `key-unavailable` where none does, `corrupt` where a chunk was changed
 */
export function unseal(identities: readonly string[]): (sealed: Bytes) => AsyncGenerator<Buffer> {
  return async function* plain(sealed) {
    const source = sealed[Symbol.asyncIterator]();
    const { header, rest } = await readHeader(source);
    const fileKey = await openHeader(header, identities);
    const body = await atLeast(source, rest, NONCE);
    const key = payloadKey(fileKey, body.subarray(0, NONCE));
    let counter = 0;
    const chunks = inChunks(following(body.subarray(NONCE), source), CHUNK + TAG);
    for await (const { chunk, last } of chunks) {
      yield openChunk(chunk, key, chunkNonce(counter, last));
      if (last && counter > 0 && chunk.length === TAG) throw corrupt("its last part is empty");
      counter += 1;
    }
  };
}

async function newHeader(recipients: readonly string[]) {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  let fileKey: Uint8Array = new Uint8Array();
  encrypter.addRecipient({
    wrapFileKey(key) {
      fileKey = Uint8Array.from(key);
      return [];
    },
  });
  const whole = Buffer.from(await encrypter.encrypt(new Uint8Array()));
  return { header: whole.subarray(0, headerEnd(whole)), fileKey };
}

/** Where the header ends: behind the line that begins with three dashes; -1 while it is not there. */
function headerEnd(bytes: Buffer): number {
  const mac = bytes.indexOf("\n--- ");
  if (mac < 0) return -1;
  const end = bytes.indexOf("\n", mac + 1);
  return end < 0 ? -1 : end + 1;
}

async function readHeader(source: AsyncIterator<Buffer>) {
  let bytes: Buffer = Buffer.alloc(0);
  while (headerEnd(bytes) < 0) {
    const next = await source.next();
    if (next.done === true || bytes.length > HEADER_LIMIT) throw corrupt("it has no age header");
    bytes = Buffer.concat([bytes, next.value]);
  }
  const end = headerEnd(bytes);
  return { header: bytes.subarray(0, end), rest: bytes.subarray(end) };
}

async function openHeader(header: Buffer, identities: readonly string[]): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  try {
    return await decrypter.decryptHeader(header);
  } catch (cause) {
    if (cause instanceof Error && cause.message.startsWith("no identity matched")) {
      const message = "Cannot open the archive: none of the keys held here fits it";
      throw new EngineError("key-unavailable", "no", { message, cause });
    }
    throw corrupt("its age header was changed", cause);
  }
}

async function atLeast(source: AsyncIterator<Buffer>, first: Buffer, length: number) {
  let bytes = first;
  while (bytes.length < length) {
    const next = await source.next();
    if (next.done === true) throw corrupt("it ends too early");
    bytes = Buffer.concat([bytes, next.value]);
  }
  return bytes;
}

async function* following(first: Buffer, source: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  if (first.length > 0) yield first;
  for (let next = await source.next(); next.done !== true; next = await source.next()) {
    yield next.value;
  }
}

function openChunk(chunk: Buffer, key: Buffer, nonce: Buffer): Buffer {
  if (chunk.length < TAG) throw corrupt("it ends too early");
  const end = chunk.length - TAG;
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG });
  decipher.setAuthTag(chunk.subarray(end));
  const text = decipher.update(chunk.subarray(0, end));
  try {
    decipher.final();
  } catch (cause) {
    throw corrupt("one of its parts was changed", cause);
  }
  return text;
}

const payloadKey = (fileKey: Uint8Array, nonce: Buffer): Buffer =>
  Buffer.from(hkdfSync("sha256", fileKey, nonce, "payload", 32));

/** An 11-byte big-endian counter and a flag for the last chunk. */
function chunkNonce(counter: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(counter, 5, 6);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

const corrupt = (what: string, cause?: unknown): EngineError =>
  new EngineError("corrupt", "no", {
    message: `Cannot open the archive: ${what}`,
    ...(cause === undefined ? {} : { cause }),
  });
