import { createHash } from "node:crypto";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, rmSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

type Needs = {
  readonly root: string;
  readonly media: string;
  readonly database: string;
  readonly create: () => void;
  readonly restore: () => void;
};

/**
 * The whole way on data in use: a snapshot while another process commits to the database, damage to
 * files and database, a restore, and a comparison of every byte.
 *
 * @returns what was found, in one line
 * @throws Error where anything differs
 */
export async function underWriteLoad({ root, media, database, create, restore }: Needs) {
  const before = hashesIn(media);
  const writer = spawn(process.execPath, [join(import.meta.dirname, "engine-writer.ts"), database]);
  let said = "";
  writer.stdout.on("data", (text: Buffer) => (said += text.toString()));
  const ended = once(writer, "close");
  await once(writer.stdout, "data");
  create();
  writer.kill("SIGTERM");
  await ended;
  const commits = Number(said.trim().split("\n").at(-1));

  const damaged = damage(media, database);
  restore();
  const back = join(root, "restored/bench");
  const after = hashesIn(join(back, "media"));
  const wrong = [...before].filter(([path, hash]) => after.get(path) !== hash);
  if (wrong.length > 0 || after.size !== before.size) {
    throw new Error(`${wrong.length} files differ after the restore`);
  }
  const rows = checkDatabase(join(back, "databases/shop.sqlite"));
  return `${commits} commits meanwhile, ${damaged} files damaged, the table dropped; restored: ${after.size} of ${before.size} files equal, database whole with ${rows} rows`;
}

function hashesIn(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    files
      .filter((one) => one.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((file) => [
        file.slice(folder.length),
        createHash("sha256").update(readFileSync(file)).digest("hex"),
      ]),
  );
}

/** Cuts, removes and drops: what an unlucky deployment does. */
function damage(media: string, database: string): number {
  const files = [...hashesIn(media).keys()].map((path) => join(media, path));
  for (const [at, file] of files.entries()) {
    if (at % 10 === 0) rmSync(file);
    else if (at % 10 === 1) truncateSync(file, 10);
  }
  const opened = new DatabaseSync(database);
  opened.exec("DROP TABLE entry");
  opened.close();
  return files.filter((_file, at) => at % 10 < 2).length;
}

/** Every commit adds a row and counts it: a copy between two commits cannot hide. */
function checkDatabase(file: string): number {
  const database = new DatabaseSync(file, { readOnly: true });
  const number = (query: string): number => Number(database.prepare(query).get()?.["n"]);
  const [check] = database.prepare("PRAGMA integrity_check").all();
  const rows = number("SELECT count(*) AS n FROM entry");
  const counted = number("SELECT n FROM tally");
  database.close();
  if (check?.["integrity_check"] !== "ok" || rows !== counted) {
    throw new Error(`the restored database has ${rows} rows and counts ${counted}`);
  }
  return rows;
}
