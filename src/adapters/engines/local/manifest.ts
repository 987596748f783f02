import { createHash, createPublicKey, sign, verify, type KeyObject } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ENVIRONMENTS, PLANS, PRODUCTS } from "../../../kernel/product.ts";
import { fail, ok, type Result } from "../../../kernel/result.ts";
import { EngineError } from "../../../restore/engine-error.ts";
import { writeDurably } from "./durable.ts";
import type { Keys } from "./keys.ts";

export const ARCHIVE = "archive.tar.zst.age";
const MANIFEST = "manifest.json";
const SIGNATURE = "manifest.sig";

const instant = z.iso.datetime();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const signer = z.string().regex(/^[0-9a-f]{16}$/);
const count = z.number().int().nonnegative();

const shape = z.object({
  format: z.literal("snapdesk-local/1"),
  id: z.string().regex(/^\d{8}T\d{6}Z-[0-9a-f]{8}$/),
  /** Which key signed it; manifests of before this was written do not say. */
  signer: signer.exactOptional(),
  operation: z.string(),
  scope: z.object({
    product: z.enum(PRODUCTS),
    plan: z.enum(PLANS).exactOptional(),
    environment: z.enum(ENVIRONMENTS).exactOptional(),
    resource: z.string().min(1),
  }),
  kind: z.enum(["snapshot", "recovery-point"]),
  /** Of a recovery point: what it came from, nearest first. The parent is the first that is still there. */
  ancestors: z.array(z.string()).exactOptional(),
  origin: z.enum(["manual", "automatic"]),
  description: z.string().exactOptional(),
  pointInTime: z.object({ from: instant, to: instant }),
  completedAt: instant,
  expiresAt: instant.exactOptional(),
  consistency: z.enum(["application", "crash", "fuzzy"]),
  holds: z.array(z.enum(["files", "database"])),
  /** Names of the directories and databases inside; snapshots of before this was written have none. */
  parts: z.array(z.string()).exactOptional(),
  archive: z.object({ file: z.literal(ARCHIVE), bytes: count, sha256 }),
  recipients: z.array(z.string()),
  tree: z.object({
    files: count,
    directories: count,
    links: count,
    bytes: count,
    databases: count,
    torn: count,
    skipped: z.record(z.string(), count),
    indexSha256: sha256,
  }),
});

const claimed = z.object({ signer, scope: z.object({ resource: z.string() }) });

/** What a snapshot is and how to tell that it is whole; it holds no file names. */
export type Manifest = z.infer<typeof shape>;

/** Writes the manifest and the Ed25519 signature over its exact bytes, both on the disk when done. */
export async function writeManifest(folder: string, manifest: Manifest, keys: Keys) {
  const signed = { ...manifest, signer: fingerprint(createPublicKey(keys.signingKey)) };
  const text = `${JSON.stringify(signed, undefined, 1)}\n`;
  const signature = sign(null, Buffer.from(text), keys.signingKey).toString("base64");
  await writeDurably(join(folder, MANIFEST), text, 0o400);
  await writeDurably(join(folder, SIGNATURE), `${signature}\n`, 0o400);
}

const fingerprint = (key: KeyObject): string =>
  createHash("sha256")
    .update(key.export({ type: "spki", format: "der" }))
    .digest("hex")
    .slice(0, 16);

/** A manifest of somebody whose key is not here. What it says of itself is not proven. */
export type UnknownSigner = { readonly resource: string };

/**
 * Reads the manifest of a snapshot's folder.
 *
 * @throws EngineError `corrupt` where it was changed
 */
export async function readManifest(
  folder: string,
  keys: Keys,
): Promise<Result<Manifest, UnknownSigner>> {
  const bytes = await readFile(join(folder, MANIFEST));
  const text = (await readFile(join(folder, SIGNATURE), "latin1")).trimEnd();
  const signature = Buffer.from(text, "base64");
  const exact = signature.toString("base64") === text;
  const said: unknown = JSON.parse(bytes.toString("utf8"));
  if (!exact || !keys.verifyKeys.some((key) => verify(null, bytes, key, signature))) {
    const claim = claimed.safeParse(said);
    const known = new Set(keys.verifyKeys.map((key) => fingerprint(key)));
    if (claim.success && !known.has(claim.data.signer)) return fail(claim.data.scope);
    throw corrupt("its manifest is not the one that was signed");
  }
  const manifest = shape.safeParse(said);
  if (!manifest.success) throw corrupt("its manifest has another form", manifest.error);
  return ok(manifest.data);
}

const corrupt = (what: string, cause?: unknown): EngineError =>
  new EngineError("corrupt", "no", {
    message: `Cannot read the snapshot: ${what}`,
    ...(cause === undefined ? {} : { cause }),
  });
