import { z } from "zod";
import { EngineError } from "../../../restore/engine-error.ts";

const line = z.union([
  z.object({ path: z.string(), size: z.number(), sha256: z.string() }),
  z.object({ path: z.string(), link: z.string() }),
]);

/** What a line of the index says of a file or a link. */
export type IndexedItem = z.infer<typeof line>;

const LONGEST = 4 * 1024 * 1024;
const LINE_FEED = 10;

/**
 * Reads the lines of an index as they come.
 *
 * @throws EngineError `corrupt`
 */
export async function* indexLines(text: AsyncIterable<Buffer>): AsyncGenerator<IndexedItem> {
  let begun = Buffer.alloc(0);
  for await (const part of text) {
    let from = 0;
    for (let end = part.indexOf(LINE_FEED); end >= 0; end = part.indexOf(LINE_FEED, from)) {
      const rest = part.subarray(from, end);
      yield read(begun.length === 0 ? rest : Buffer.concat([begun, rest]));
      begun = Buffer.alloc(0);
      from = end + 1;
    }
    begun = Buffer.concat([begun, part.subarray(from)]);
    if (begun.length > LONGEST) throw unreadable();
  }
  if (begun.length > 0) yield read(begun);
}

function read(text: Buffer): IndexedItem {
  try {
    return line.parse(JSON.parse(text.toString()));
  } catch (cause) {
    throw unreadable(cause);
  }
}

const unreadable = (cause?: unknown): EngineError =>
  new EngineError("corrupt", "no", {
    message: "Cannot read the archive: a line of its index has another form",
    ...(cause === undefined ? {} : { cause }),
  });
