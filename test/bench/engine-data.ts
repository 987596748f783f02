import { randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";

const WORDS = ["order", "customer", "invoice", "shipping", "tax", "discount", "stock", "warehouse"];

type Size = { readonly files: number; readonly bytes: number; readonly databaseBytes: number };

/** Lays out files of mixed sizes, half of them incompressible, and a SQLite database. */
export async function layOutData(folder: string, { files, bytes, databaseBytes }: Size) {
  const each = Math.floor((bytes - databaseBytes) / files);
  for (let number = 0; number < files; number += 1) {
    const size = Math.max(64, Math.floor(each * (0.2 + (1.6 * ((number * 7919) % 1000)) / 1000)));
    const file = join(
      folder,
      "media",
      String(number % 20),
      String(number % 400),
      `file-${number}.bin`,
    );
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, number % 2 === 0 ? randomBytes(size) : textOf(number, size));
  }
  const path = join(folder, "shop.sqlite");
  const database = new DatabaseSync(path);
  database.exec(
    "PRAGMA journal_mode = WAL; CREATE TABLE entry (id INTEGER PRIMARY KEY, text TEXT)",
  );
  const insert = database.prepare("INSERT INTO entry (text) VALUES (?)");
  const rows = Math.floor(databaseBytes / 1000);
  database.exec("BEGIN");
  for (let row = 0; row < rows; row += 1) insert.run(textOf(row, 950).toString());
  database.exec("COMMIT");
  database.close();
  return { media: join(folder, "media"), database: path };
}

function textOf(seed: number, size: number): Buffer {
  let text = "";
  for (let at = seed; text.length < size; at = (at * 1103515245 + 12345) % 2147483648) {
    text += `${WORDS[at % WORDS.length] ?? ""} ${at % 100_000} `;
    if (text.length > 64_000) text = text.repeat(Math.ceil(size / text.length));
  }
  return Buffer.from(text.slice(0, size));
}
