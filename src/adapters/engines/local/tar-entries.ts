import { Header } from "tar";
import { EngineError } from "../../../restore/engine-error.ts";
import { byteReader, type ByteReader } from "./byte-reader.ts";
import { BLOCK, readPax, type TarItem } from "./tar-header.ts";

export type TarEntry = TarItem & {
  readonly body: () => AsyncGenerator<Buffer>;
  /** The whole body at once, lent like a part of it; instead of `body`. */
  readonly whole: () => Promise<Buffer>;
};

const PAX_LIMIT = 1024 * 1024;

/**
 * Reads the entries of a tar stream in order. Stricter than tar tools are: an archive of ours holds
 * files, directories and symbolic links, so anything else is refused instead of guessed at.
 *
 * @throws EngineError `corrupt`
 */
export async function* tarEntries(source: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const reader = byteReader(source);
  let pax = new Map<string, string>();
  for (;;) {
    const header = await nextHeader(reader);
    if (header === undefined) break;
    if (header.type === "ExtendedHeader") {
      pax = await paxBody(reader, header.size ?? 0);
      continue;
    }
    const item = itemOf(header, pax);
    pax = new Map();
    let left = item.size;
    const body = async function* read(): AsyncGenerator<Buffer> {
      while (left > 0) {
        const bytes = await reader.some(left);
        left -= bytes.length;
        yield bytes;
      }
    };
    const whole = (): Promise<Buffer> => {
      left = 0;
      return reader.exactly(item.size);
    };
    yield { ...item, body, whole };
    await reader.skip(left + ((BLOCK - (item.size % BLOCK)) % BLOCK));
  }
  await reader.onlyZerosLeft();
}

/** The next header block, or undefined at the two zero blocks that end an archive. */
async function nextHeader(reader: ByteReader): Promise<Header | undefined> {
  const block = await reader.exactly(BLOCK);
  const header = new Header(block);
  if (header.nullBlock) return undefined;
  if (!header.cksumValid) throw refused("a header was changed");
  return header;
}

async function paxBody(reader: ByteReader, size: number): Promise<Map<string, string>> {
  if (size > PAX_LIMIT) throw refused("a header is too long");
  const fields = readPax(await reader.exactly(size));
  await reader.skip((BLOCK - (size % BLOCK)) % BLOCK);
  return fields;
}

function itemOf(header: Header, pax: ReadonlyMap<string, string>): TarItem {
  const path = pax.get("path") ?? header.path ?? "";
  const { type, mode = 0, mtime } = header;
  if (type !== "File" && type !== "Directory" && type !== "SymbolicLink") {
    throw refused(`"${path}" is a ${type}`);
  }
  const size = type === "File" ? sizeOf(header, pax) : 0;
  const item = { path, type, size, mode: mode & 0o777, mtimeMs: mtime?.getTime() ?? 0 };
  return type === "SymbolicLink" ? { ...item, linkpath: linkOf(header, pax) } : item;
}

const linkOf = (header: Header, pax: ReadonlyMap<string, string>): string =>
  pax.get("linkpath") ?? header.linkpath ?? "";

function sizeOf(header: Header, pax: ReadonlyMap<string, string>): number {
  const size = Number(pax.get("size") ?? header.size);
  if (!Number.isSafeInteger(size) || size < 0) throw refused("a size is no number");
  return size;
}

const refused = (what: string): EngineError =>
  new EngineError("corrupt", "no", { message: `Cannot read the archive: ${what}` });
