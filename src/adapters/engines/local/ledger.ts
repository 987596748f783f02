import { hash } from "node:crypto";
import type { IndexLine } from "./tally.ts";

/** Half of an entry's record is for its path, half for what it is. */
const HALF = 16;
const RECORD = 2 * HALF;

const FIRST_SIZE = 1024 * RECORD;

export type Ledger = ReturnType<typeof ledger>;

/** What was unpacked, 32 bytes an entry, to be struck off line by line when the index comes at the end. */
export function ledger() {
  let records = Buffer.alloc(FIRST_SIZE);
  let length = 0;
  let first = 0;
  let open = 0;

  const find = (path: Buffer): number => {
    if (first < length && path.compare(records, first, first + HALF) === 0) return first;
    let at = records.subarray(0, length).indexOf(path, first);
    while (at >= 0 && at % RECORD !== 0) at = records.subarray(0, length).indexOf(path, at + 1);
    return at;
  };
  const strike = (at: number): void => {
    records.fill(0, at, at + RECORD);
    open -= 1;
    while (first < length && records.readBigUInt64LE(first) === 0n) first += RECORD;
  };
  return {
    add(line: Held): void {
      if (length === records.length) {
        const longer = Buffer.alloc(2 * records.length);
        records.copy(longer);
        records = longer;
      }
      pathMark(line.path).copy(records, length);
      contentMark(line).copy(records, length + HALF);
      length += RECORD;
      open += 1;
    },
    /** @returns what is wrong with a line of the index, undefined where it is just what was unpacked */
    strikeOff(line: Held): string | undefined {
      const at = find(pathMark(line.path));
      if (at < 0) return "missing";
      const same = contentMark(line).equals(records.subarray(at + HALF, at + RECORD));
      strike(at);
      if (same) return undefined;
      return "link" in line ? "another link, or none" : "other content";
    },
    /** How many entries no line of the index named. */
    left: (): number => open,
  };
}

/** What is compared of a line of the index. */
type Held = Pick<Extract<IndexLine, { readonly link: string }>, "path" | "link"> | HeldFile;
type HeldFile = Pick<Extract<IndexLine, { readonly sha256: string }>, "path" | "size" | "sha256">;

const markOf = (text: string): Buffer => hash("sha256", text, "buffer").subarray(0, HALF);

const pathMark = (path: string): Buffer => markOf(path);

const contentMark = (line: Held): Buffer =>
  markOf("link" in line ? `link ${line.link}` : `file ${line.size} ${line.sha256}`);
