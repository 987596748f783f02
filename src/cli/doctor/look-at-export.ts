import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { createInterface } from "node:readline";
import { checkExport } from "../../adapters/stores/check-export.ts";
import { DAY_MS, toRfc3339 } from "../../kernel/clock.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { Config } from "../../config.ts";
import { openToExamine } from "../open-to-read.ts";
import { duration } from "../snapshots.ts";
import { compareCopy } from "./compare-copy.ts";
import { good } from "./finding.ts";
import type { Finding } from "./finding.ts";

/** An export read as an import would, and compared with the database it was made of. */
export async function lookAtExport(config: Config, file: string, now: Clock): Promise<Finding> {
  const { mtimeMs } = await stat(file).catch(() => {
    throw new Error(`Cannot read "${file}": expected a file made by snapdesk export`);
  });
  const input = createReadStream(file);
  const copy = await checkExport(createInterface({ input, crlfDelay: Infinity }));
  const name = basename(file);
  const database = openToExamine(config);
  try {
    const { fewer, now: counts } = await compareCopy(database, copy);
    if (fewer.length > 0) {
      const found = `${name}: the database has fewer ${fewer.join(", ")} than this export of it`;
      const mend = "something was taken out of the database, or it is another one: keep the export";
      return { what: "backup", ok: false, found, mend };
    }
    const ageMs = Math.max(0, now() - mtimeMs);
    const { ticket, audit } = copy.counts;
    const last = copy.lastAt === undefined ? "" : `, the last of ${toRfc3339(copy.lastAt)}`;
    const since = `${counts.audit - audit} audit lines since`;
    const sound = good(
      "backup",
      `${name}, ${duration(ageMs)} old: ${ticket} tickets, ${audit} audit lines${last}, can be imported; ${since}`,
    );
    if (ageMs <= DAY_MS || counts.audit === audit) return sound;
    return { ...sound, mend: "export again: what has come since would be lost" };
  } finally {
    await database.close();
  }
}
