import { Header, Pax } from "tar";

export const BLOCK = 512;

export type TarItem = {
  readonly path: string;
  readonly type: "File" | "Directory" | "SymbolicLink";
  readonly size: number;
  readonly mode: number;
  readonly mtimeMs: number;
  readonly linkpath?: string;
};

/** The blocks that stand before a file's bytes: a pax header too where names or sizes need one. */
export function tarHeader(item: TarItem): Buffer {
  const { path, type, size, mode, mtimeMs, linkpath } = item;
  const mtime = new Date(Math.floor(mtimeMs / 1000) * 1000);
  const fields = { path, size, mode, mtime, type, ...(linkpath === undefined ? {} : { linkpath }) };
  const header = new Header(fields);
  const block = Buffer.alloc(BLOCK);
  if (!header.encode(block)) return block;
  return Buffer.concat([new Pax(fields).encode(), block]);
}

/** The zeros that fill a file's last block. */
export const padding = (size: number): Buffer => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);

/** What a pax header says, by its own lengths: a value may hold a line feed. */
export function readPax(body: Buffer): Map<string, string> {
  const fields = new Map<string, string>();
  for (let at = 0; at < body.length;) {
    const space = body.indexOf(" ", at);
    const length = Number(body.toString("latin1", at, Math.max(at, space)));
    if (space < 0 || !Number.isInteger(length) || length < 4) break;
    const record = body.toString("utf8", space + 1, at + length - 1);
    const equals = record.indexOf("=");
    fields.set(record.slice(0, equals), record.slice(equals + 1));
    at += length;
  }
  return fields;
}
