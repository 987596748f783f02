import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const ADAPTERS = resolve(import.meta.dirname, "..");
/** What reads, cuts, weighs and packs, and what writes it down. */
const FOLDERS = [
  resolve(ADAPTERS, "../knowledge"),
  ...["flexsearch", "snowball", "search-cache"].map((name) => join(ADAPTERS, name)),
];

let known: string | undefined;

/** Changes with the code that makes what is kept, and with V8, which writes it. */
export function sourceVersion(): string {
  known ??= digestOf(FOLDERS.flatMap(filesBelow));
  return known;
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .toSorted()
    .map((name) => join(folder, name));

function digestOf(files: readonly string[]): string {
  const hash = createHash("sha256").update(process.versions.v8);
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}
