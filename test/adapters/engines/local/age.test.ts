import { execFileSync, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EngineError } from "../../../../src/restore/engine-error.ts";
import { seal, unseal } from "./age-stream.ts";

const CHUNK = 64 * 1024;
const SIZES = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 5 * CHUNK + 17];

let identity = "";
let recipient = "";
let folder = "";
beforeAll(async () => {
  identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
  folder = mkdtempSync(join(tmpdir(), "snapdesk-age-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const sealed = (plain: Buffer, piece?: number) => seal(plain, [recipient], piece);
const opened = (bytes: Buffer, piece?: number, keys = [identity]) => unseal(bytes, keys, piece);

const kindOf = async (deed: Promise<unknown>): Promise<string> => {
  try {
    await deed;
    return "opened";
  } catch (error) {
    return error instanceof EngineError ? error.kind : String(error);
  }
};

/** The package is one reader of the format; the tool is another where it is installed. */
const byPackage = async (bytes: Buffer): Promise<Buffer> => {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return Buffer.from(await decrypter.decrypt(bytes));
};
const byTool = async (bytes: Buffer): Promise<Buffer> => {
  const key = join(folder, "key.txt");
  writeFileSync(key, identity);
  return execFileSync("age", ["-d", "-i", key], { input: bytes, maxBuffer: 1e9 });
};
const hasTool = spawnSync("age", ["--version"]).status === 0;
const READERS = [
  ["the package", byPackage] as const,
  ...(hasTool ? [["the age tool", byTool] as const] : []),
];

describe("seal()", () => {
  for (const [name, read] of READERS) {
    test.each(SIZES)(`writes %i bytes that ${name} reads`, async (size) => {
      const plain = randomBytes(size);
      expect((await read(await sealed(plain))).equals(plain)).toBe(true);
    });
  }
  test("can be opened by any of its recipients", async () => {
    const other = await generateX25519Identity();
    const both = [recipient, await identityToRecipient(other)];
    const bytes = await seal(Buffer.from("x"), both);
    for (const key of [identity, other]) {
      expect((await opened(bytes, 7, [key])).toString()).toBe("x");
    }
  });
  test("never makes the same bytes twice", async () => {
    const plain = Buffer.from("the same");
    expect((await sealed(plain)).equals(await sealed(plain))).toBe(false);
  });
});

describe("unseal()", () => {
  test.each(SIZES)("reads %i bytes that the package wrote", async (size) => {
    const plain = randomBytes(size);
    const encrypter = new Encrypter();
    encrypter.addRecipient(recipient);
    const bytes = Buffer.from(await encrypter.encrypt(plain));
    expect((await opened(bytes)).equals(plain)).toBe(true);
  });
  test.each([1, 7, 65_552, 1_000_000])(
    "does not care that it is fed %i bytes at a time",
    async (piece) => {
      const plain = randomBytes(2 * CHUNK + 5);
      expect((await opened(await sealed(plain), piece)).equals(plain)).toBe(true);
    },
  );
  test("says when no key fits", async () => {
    const stranger = await generateX25519Identity();
    const bytes = await sealed(Buffer.from("x"));
    expect(await kindOf(opened(bytes, 10, [stranger]))).toBe("key-unavailable");
  });
  test("finds one flipped bit wherever it is", async () => {
    const bytes = await sealed(randomBytes(CHUNK + 500), 1000);
    const kinds = new Set<string>();
    for (let at = 0; at < bytes.length; at += 97) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(at) ^ 4, at);
      kinds.add(await kindOf(opened(changed)));
    }
    kinds.delete("key-unavailable");
    expect([...kinds]).toEqual(["corrupt"]);
  });
  test("finds a cut anywhere", async () => {
    const bytes = await sealed(randomBytes(3 * CHUNK));
    const header = bytes.indexOf("\n--- ") + 60;
    for (const length of [
      0,
      10,
      header,
      header + CHUNK + 16,
      bytes.length - CHUNK - 16,
      bytes.length - 1,
    ]) {
      expect(await kindOf(opened(bytes.subarray(0, length)))).toBe("corrupt");
    }
  });
  test("finds what was appended", async () => {
    const bytes = await sealed(randomBytes(100));
    expect(await kindOf(opened(Buffer.concat([bytes, Buffer.alloc(20)])))).toBe("corrupt");
  });
  test("finds chunks that changed places", async () => {
    const bytes = await sealed(randomBytes(3 * CHUNK));
    const size = CHUNK + 16;
    const start = bytes.length - 3 * size;
    const turned = Buffer.concat([
      bytes.subarray(0, start),
      bytes.subarray(start + size, start + 2 * size),
      bytes.subarray(start, start + size),
      bytes.subarray(start + 2 * size),
    ]);
    expect(await kindOf(opened(turned))).toBe("corrupt");
  });
  test("does not take something else for an archive", async () => {
    expect(await kindOf(opened(Buffer.alloc(200_000, "a")))).toBe("corrupt");
  });
});
