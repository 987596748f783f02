import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomUUID,
  type KeyObject,
} from "node:crypto";
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { renameDurably } from "./durable.ts";
import { isMissing } from "./fs-fault.ts";

/** What opens archives, whom they are sealed for, and what signs their manifests. */
export type Keys = {
  /** Newest first; all of them open archives. */
  readonly identities: readonly string[];
  /** The newest identity's recipient and the recovery key's. */
  readonly recipients: readonly string[];
  /** The recipients of every identity held here: what is sealed for one of them can be opened. */
  readonly opened: readonly string[];
  readonly signingKey: KeyObject;
  /** Newest first; a manifest is good if one of them verifies it. */
  readonly verifyKeys: readonly KeyObject[];
  /** The offline key's private half still lies beside the others. */
  readonly recoveryKeyIsHere: boolean;
};

const FILES = {
  identities: "identities.txt",
  recovery: "recovery-recipient.txt",
  recoveryKey: "recovery-key.move-this-offline.txt",
  signing: "signing-key.pem",
  verify: "verify.pem",
};

/**
 * Reads the keys of a folder, making them where there are none: the machine's own, and a recovery
 * key whose private half belongs somewhere else. Losing the machine's key alone loses nothing.
 */
export async function openKeys(folder: string): Promise<Keys> {
  const at = (name: string) => join(folder, name);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await textOf(at(FILES.recovery))) === undefined) {
    const recoveryKey = await generateX25519Identity();
    await save(at(FILES.recoveryKey), `${recoveryKey}\n`);
    await save(at(FILES.recovery), `${await identityToRecipient(recoveryKey)}\n`);
  }
  if ((await textOf(at(FILES.identities))) === undefined) await addIdentity(folder);
  if ((await textOf(at(FILES.signing))) === undefined) await addSigningKey(folder);

  const identities = linesOf(await readFile(at(FILES.identities), "utf8"));
  const opened = await Promise.all(identities.map((one) => identityToRecipient(one)));
  const recovery = linesOf(await readFile(at(FILES.recovery), "utf8"));
  const verify = await readFile(at(FILES.verify), "utf8");
  return {
    identities,
    recipients: [...opened.slice(0, 1), ...recovery],
    opened,
    signingKey: createPrivateKey(await readFile(at(FILES.signing), "utf8")),
    verifyKeys: verify
      .split(/(?=-----BEGIN)/)
      .filter((pem) => pem.trim() !== "")
      .map((pem) => createPublicKey(pem)),
    recoveryKeyIsHere: (await textOf(at(FILES.recoveryKey))) !== undefined,
  };
}

/** Changes whenever the keys of a folder do. */
export async function keysVersion(folder: string): Promise<string> {
  const stats = await Promise.all(
    [FILES.identities, FILES.verify, FILES.signing, FILES.recovery].map((name) =>
      stat(join(folder, name), { bigint: true }),
    ),
  );
  return stats.map(({ ino, mtimeNs }) => `${ino}:${mtimeNs}`).join(" ");
}

/**
 * New keys for everything that is sealed and signed from now on. The old ones stay, to open and
 * verify what they made; no archive is rewritten.
 */
export async function rotateKeys(folder: string): Promise<Keys> {
  await openKeys(folder);
  await addIdentity(folder);
  await addSigningKey(folder);
  return openKeys(folder);
}

async function addIdentity(folder: string): Promise<void> {
  const file = join(folder, FILES.identities);
  const before = (await textOf(file)) ?? "";
  await save(file, `${await generateX25519Identity()}\n${before}`);
}

async function addSigningKey(folder: string): Promise<void> {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const verify = join(folder, FILES.verify);
  const before = (await textOf(verify)) ?? "";
  await save(verify, `${publicKey.export({ type: "spki", format: "pem" })}${before}`);
  await save(join(folder, FILES.signing), privateKey.export({ type: "pkcs8", format: "pem" }));
}

/** In one rename: keys that were half written would open nothing. */
async function save(file: string, text: string): Promise<void> {
  const next = `${file}.${randomUUID()}`;
  await writeFile(next, text, { mode: 0o600, flush: true });
  await renameDurably(next, file);
}

const linesOf = (text: string): string[] =>
  text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    throw cause;
  }
}
