import { createHash } from "node:crypto";
import { EngineError } from "../../../restore/engine-error.ts";
import type { Bytes } from "./age-payload.ts";
import { gather } from "./gather.ts";
import { resolvesInside, staysInside } from "./links.ts";
import { INDEX } from "./tally.ts";
import { tarEntries, type TarEntry } from "./tar-entries.ts";

/** What an archive is unpacked into: a folder, or nothing where it is only compared. */
export type Sink = {
  directory(entry: TarEntry): Promise<void>;
  file(entry: TarEntry, bytes: AsyncIterable<Buffer>): Promise<void>;
  /** Called after every file and directory, so that nothing is written through a link. */
  link(path: string, target: string): Promise<void>;
  end(): Promise<void>;
  /** Resolves when nothing is being written any more; called also after a failure. */
  settle(): Promise<void>;
};

/** What an archive really held. */
export type Unpacked = {
  readonly files: ReadonlyMap<string, { readonly size: number; readonly sha256: string }>;
  readonly links: ReadonlyMap<string, string>;
  readonly directories: number;
  readonly bytes: number;
  /** The index text, as it was packed. */
  readonly index: Buffer;
};

type Unpacking = { readonly sink: Sink; readonly onBytes: (bytes: number) => void };

const INDEX_LIMIT = 1024 * 1024 * 1024;

type Held = {
  readonly files: Map<string, { size: number; sha256: string }>;
  readonly links: Map<string, string>;
  readonly directories: Set<string>;
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
  const held: Held = { files: new Map(), links: new Map(), directories: new Set(), bytes: 0 };
  let index: Buffer | undefined;
  for await (const entry of tarEntries(tar)) {
    if (index !== undefined) throw refused(`"${entry.path}" stands behind the index`);
    if (entry.path === INDEX && entry.type === "File") index = await readIndex(entry);
    else await take(entry, held, unpacking);
  }
  if (index === undefined) throw refused("it has no index");
  checkLinks(held.links);
  for (const [path, target] of held.links) await sink.link(path, target);
  await sink.end();
  return { ...held, directories: held.directories.size, index };
}

async function readIndex(entry: TarEntry): Promise<Buffer> {
  if (entry.size > INDEX_LIMIT) throw refused("its index is too long");
  return gather(entry.body(), Buffer.alloc(entry.size));
}

async function take(entry: TarEntry, held: Held, { sink, onBytes }: Unpacking): Promise<void> {
  const { path, type, size } = entry;
  const { files, links, directories } = held;
  checkPath(path, directories);
  if (files.has(path) || links.has(path) || directories.has(path)) {
    throw refused(`"${path}" comes twice`);
  }
  if (type === "Directory") {
    directories.add(path);
    await sink.directory(entry);
  } else if (type === "SymbolicLink") links.set(path, entry.linkpath ?? "");
  else {
    const hash = createHash("sha256");
    const hashed = async function* read() {
      for await (const part of entry.body()) {
        hash.update(part);
        held.bytes += part.length;
        onBytes(part.length);
        yield part;
      }
    };
    await sink.file(entry, hashed());
    files.set(path, { size, sha256: hash.digest("hex") });
  }
}

function checkLinks(links: ReadonlyMap<string, string>): void {
  for (const [path, target] of links) {
    if (!staysInside(path, target) || !resolvesInside(path, links)) {
      throw refused(`the link "${path}" leads outside`);
    }
  }
}

/** A path is names below directories that came before: relative, and nothing else. */
function checkPath(path: string, directories: ReadonlySet<string>): void {
  const names = path.split("/");
  const odd = names.some(
    (name) => name === "" || name === "." || name === ".." || name.includes("\0"),
  );
  if (odd || names[0] === ".snapdesk") throw refused(`"${path}" is no path below the root`);
  const parent = names.slice(0, -1).join("/");
  if (parent !== "" && !directories.has(parent)) throw refused(`"${path}" lies below no directory`);
}

const refused = (what: string): EngineError =>
  new EngineError("corrupt", "no", { message: `Cannot unpack the archive: ${what}` });
