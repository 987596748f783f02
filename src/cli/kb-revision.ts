import { execFile } from "node:child_process";
import { realpath } from "node:fs/promises";
import { promisify } from "node:util";
import type { SourceFile } from "../knowledge/article.ts";

const run = promisify(execFile);
const MOST_BYTES = 512 * 1024 * 1024;

/**
 * The files of a folder as a git revision has them.
 *
 * @throws where the revision is not known or the folder is in no repository
 */
export async function readRevision(revision: string, folder: string): Promise<SourceFile[]> {
  const cwd = await realpath(folder);
  const git = async (...args: string[]): Promise<Buffer> => {
    const { stdout } = await run("git", args, { cwd, encoding: "buffer", maxBuffer: MOST_BYTES });
    return stdout;
  };
  const commit = await git(
    "rev-parse",
    "--verify",
    "--quiet",
    "--end-of-options",
    `${revision}^{commit}`,
  )
    .then((found) => found.toString("utf8").trim())
    .catch(() => {
      throw new Error(`Cannot compare with "${revision}": expected a git revision or a folder`);
    });
  const listed = await git(
    "ls-tree",
    "-r",
    "-z",
    "--full-tree",
    `${commit}:${await prefixIn(git)}`,
  );
  const blobs = listed
    .toString("utf8")
    .split("\0")
    .flatMap((line) => blobIn(line) ?? []);
  const files: SourceFile[] = [];
  for (const { id, path } of blobs) {
    files.push({ path, bytes: new Uint8Array(await git("cat-file", "blob", id)) });
  }
  return files;
}

const prefixIn = async (git: (...args: string[]) => Promise<Buffer>): Promise<string> =>
  (await git("rev-parse", "--show-prefix")).toString("utf8").trim().replace(/\/$/, "");

function blobIn(line: string): { readonly id: string; readonly path: string } | undefined {
  const found = /^100\d{3} blob ([0-9a-f]+)\t(.+\.(?:md|ya?ml))$/.exec(line);
  const [, id, path] = found ?? [];
  return id === undefined || path === undefined ? undefined : { id, path };
}
