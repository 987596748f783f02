import { NothingKept } from "./open-to-read.ts";
import type { OpenToRead } from "./open-to-read.ts";

/** What was called a false alarm at the desk. Nothing, and a line that says so, where it cannot be read. */
export async function knownFalseAlarms(openToRead: OpenToRead): Promise<ReadonlySet<string>> {
  try {
    const { stores, close } = await openToRead();
    try {
      const judged = await stores.findings.judged();
      return new Set(judged.filter(({ what }) => what === "false-alarm").map(({ key }) => key));
    } finally {
      await close();
    }
  } catch (cause) {
    if (!(cause instanceof NothingKept)) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      process.stderr.write(`False alarms of the desk are shown too: ${reason}\n`);
    }
    return new Set();
  }
}
