import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readContent } from "../../../src/adapters/content/read-content.ts";

let root = "";

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "content-"));
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

async function put(path: string, text: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

const pathsOf = (files: readonly { readonly path: string }[]): string[] =>
  files.map(({ path }) => path);

test("readContent() reads markdown and yaml in a stable order, other files not", async () => {
  await put("articles/sv/b.md", "b");
  await put("articles/en/a.md", "a");
  await put("policy/x.yaml", "product: cloudmc");
  await put("articles/en/picture.png", "x");
  const { files, faults } = await readContent(root);
  expect(pathsOf(files)).toEqual(["articles/en/a.md", "articles/sv/b.md", "policy/x.yaml"]);
  expect(faults).toEqual([]);
});

test("readContent() passes over hidden files and folders", async () => {
  await put(".git/config.md", "x");
  await put("en/.draft.md", "x");
  await put("en/a.md", "x");
  expect(pathsOf((await readContent(root)).files)).toEqual(["en/a.md"]);
});

test("readContent() refuses links that leave the folder and says so", async () => {
  const outside = await mkdtemp(join(tmpdir(), "outside-"));
  await writeFile(join(outside, "secret.md"), "secret");
  await put("en/a.md", "x");
  await symlink(join(outside, "secret.md"), join(root, "en/secret.md"));
  await symlink(outside, join(root, "fr"));
  const { files, faults } = await readContent(root);
  expect(pathsOf(files)).toEqual(["en/a.md"]);
  expect(faults.map(({ file, rule }) => [file, rule])).toEqual([
    ["en/secret.md", "outside-corpus"],
    ["fr", "outside-corpus"],
  ]);
  await rm(outside, { recursive: true, force: true });
});

test("readContent() leaves out files larger than an article can be", async () => {
  await put("en/large.md", new Uint8Array(2_000_001).fill(97));
  await put("en/a.md", "x");
  const { files, faults } = await readContent(root);
  expect(pathsOf(files)).toEqual(["en/a.md"]);
  expect(faults[0]?.rule).toBe("too-large");
});

test("readContent() throws where there is no folder", async () => {
  await expect(readContent(join(root, "nowhere"))).rejects.toThrow(/nowhere/);
});
