import { createHash, hash, type Hash } from "node:crypto";
import { EngineError } from "../../../restore/engine-error.ts";
import type { Bytes } from "./age-payload.ts";
import { digestSet, type DigestSet } from "./digest-set.ts";
import { indexLines, type IndexedItem } from "./index-lines.ts";
import { ledger, type Ledger } from "./ledger.ts";
import { resolvesInside, staysInside } from "./links.ts";
import { INDEX } from "./tally.ts";
import { tarEntries, type TarEntry } from "./tar-entries.ts";

/** What an archive is unpacked into: a folder, or nothing where it is only compared. */
export type Sink = {
  directory(entry: TarEntry): Promise<void>;
  file(entry: TarEntry, bytes: Parts): Promise<void>;
  /** Called after every file and directory, so that nothing is written through a link. */
  link(path: string, target: string): Promise<void>;
  end(): Promise<void>;
  /** Resolves when nothing is being written any more; called also after a failure. */
  settle(): Promise<void>;
};

/** The bytes of a file, each part lent until the next one is asked for. */
export type Parts = AsyncIterable<Buffer> | Iterable<Buffer>;

/** What an archive really held. */
export type Unpacked = {
  readonly directories: number;
  readonly bytes: number;
  readonly indexSha256: string;
  /** What is not as the index says, at most 100 findings. */
  readonly differences: readonly string[];
};

type Unpacking = {
  readonly sink: Sink;
  readonly onBytes: (bytes: number) => void;
  /** Called for every line of the index, once everything has been read. */
  readonly onLine?: (item: IndexedItem) => Promise<void>;
};

const MOST = 100;

/** A file of up to this is hashed at once. */
const SMALL = 1024 * 1024;

type Held = {
  readonly ledger: Ledger;
  readonly paths: DigestSet;
  readonly folders: DigestSet;
  readonly links: Map<string, string>;
  directories: number;
  bytes: number;
};

/**
 * Unpacks a tar stream by our own rules: no name leaves the root, comes twice, or lies below
 * something that is no directory; links come last and none leads outside, by whatever chain.
 *
 * @throws EngineError `corrupt`
 */
export async function unpack(tar: Bytes, unpacking: Unpacking): Promise<Unpacked> {
  try {
    return await unpackAll(tar, unpacking);
  } finally {
    await unpacking.sink.settle();
  }
}

async function unpackAll(tar: Bytes, unpacking: Unpacking): Promise<Unpacked> {
  const { sink } = unpacking;
  const links = new Map<string, string>();
  const sets = { paths: digestSet(), folders: digestSet() };
  const held: Held = { ledger: ledger(), ...sets, links, directories: 0, bytes: 0 };
  let index: Pick<Unpacked, "indexSha256" | "differences"> | undefined;
  for await (const entry of tarEntries(tar)) {
    if (index !== undefined) throw refused(`"${entry.path}" stands behind the index`);
    if (entry.path === INDEX && entry.type === "File") {
      index = await readIndex(entry, held.ledger, unpacking);
    } else await take(entry, held, unpacking);
  }
  if (index === undefined) throw refused("it has no index");
  checkLinks(links);
  for (const [path, target] of links) await sink.link(path, target);
  await sink.end();
  return { directories: held.directories, bytes: held.bytes, ...index };
}

/** Compares the index, line by line, with what was unpacked: nothing missing, nothing extra. */
async function readIndex(
  entry: TarEntry,
  entries: Ledger,
  { onLine }: Unpacking,
): Promise<Pick<Unpacked, "indexSha256" | "differences">> {
  const sum = createHash("sha256");
  const differences: string[] = [];
  for await (const item of indexLines(hashed(entry.body(), sum))) {
    const wrong = entries.strikeOff(item);
    if (wrong !== undefined && differences.length < MOST) {
      differences.push(`${item.path}: ${wrong}`);
    }
    await onLine?.(item);
  }
  const extra = entries.left();
  if (extra > 0) differences.push(`not in the index: ${extra}`);
  return { indexSha256: sum.digest("hex"), differences };
}

async function* hashed(parts: Bytes, sum: Hash): AsyncGenerator<Buffer> {
  for await (const part of parts) {
    sum.update(part);
    yield part;
  }
}

async function take(entry: TarEntry, held: Held, unpacking: Unpacking): Promise<void> {
  const { path, type, linkpath: link = "" } = entry;
  const digest = digestOfPath(path);
  checkPath(path, held.folders);
  if (!held.paths.add(digest)) throw refused(`"${path}" comes twice`);
  if (type === "Directory") {
    held.folders.add(digest);
    held.directories += 1;
    await unpacking.sink.directory(entry);
  } else if (type === "SymbolicLink") {
    held.links.set(path, link);
    held.ledger.add({ path, link });
  } else {
    const sha256 = await takeFile(entry, held, unpacking);
    held.ledger.add({ path, size: entry.size, sha256 });
  }
}

/** @returns the hash of what was read */
async function takeFile(
  entry: TarEntry,
  held: Held,
  { sink, onBytes }: Unpacking,
): Promise<string> {
  const count = (length: number): void => {
    held.bytes += length;
    onBytes(length);
  };
  if (entry.size <= SMALL) {
    const bytes = await entry.whole();
    count(bytes.length);
    await sink.file(entry, [bytes]);
    return hash("sha256", bytes);
  }
  const sum = createHash("sha256");
  const counted = async function* read() {
    for await (const part of hashed(entry.body(), sum)) {
      count(part.length);
      yield part;
    }
  };
  await sink.file(entry, counted());
  return sum.digest("hex");
}

const digestOfPath = (path: string): Buffer => hash("sha256", path, "buffer");

function checkLinks(links: ReadonlyMap<string, string>): void {
  for (const [path, target] of links) {
    if (!staysInside(path, target) || !resolvesInside(path, links)) {
      throw refused(`the link "${path}" leads outside`);
    }
  }
}

/** A path is names below directories that came before: relative, and nothing else. */
function checkPath(path: string, folders: DigestSet): void {
  const names = path.split("/");
  const odd = names.some(
    (name) => name === "" || name === "." || name === ".." || name.includes("\0"),
  );
  if (odd || names[0] === ".snapdesk") throw refused(`"${path}" is no path below the root`);
  const parent = names.slice(0, -1).join("/");
  if (parent !== "" && !folders.has(digestOfPath(parent)))
    throw refused(`"${path}" lies below no directory`);
}

const refused = (what: string): EngineError =>
  new EngineError("corrupt", "no", { message: `Cannot unpack the archive: ${what}` });
