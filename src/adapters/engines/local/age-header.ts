import { Decrypter, Encrypter } from "age-encryption";
import { EngineError } from "../../../restore/engine-error.ts";
import { notWhole } from "./age-payload.ts";

/** No header of ours comes near it. */
export const HEADER_LIMIT = 64 * 1024;

/** A new age v1 header, any of whose recipients can open it, and the key of the payload behind it. */
export async function newHeader(recipients: readonly string[]) {
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
  return { header: headerOf(whole), fileKey };
}

/**
 * The header at the beginning of an age file: it ends behind the line that begins with three dashes.
 *
 * @throws EngineError `corrupt`
 */
export function headerOf(bytes: Buffer): Buffer {
  const mac = bytes.subarray(0, HEADER_LIMIT).indexOf("\n--- ");
  const end = mac < 0 ? -1 : bytes.indexOf("\n", mac + 1);
  if (end < 0) throw notWhole("it has no age header");
  return bytes.subarray(0, end + 1);
}

/**
 * The key of a payload, by the first identity that fits.
 *
 * @throws EngineError `key-unavailable` where none does, `corrupt` where the header was changed
 */
export async function openHeader(
  header: Buffer,
  identities: readonly string[],
): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  try {
    return await decrypter.decryptHeader(header);
  } catch (cause) {
    if (cause instanceof Error && cause.message.startsWith("no identity matched")) {
      const message = "Cannot open the archive: none of the keys held here fits it";
      throw new EngineError("key-unavailable", "no", { message, cause });
    }
    throw notWhole("its age header was changed", cause);
  }
}
