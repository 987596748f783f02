import { existsSync } from "node:fs";
import { join } from "node:path";
import { checkBackup, copiesIn } from "../../adapters/stores/back-up-sqlite.ts";
import type { Database } from "../../adapters/stores/database.ts";
import { measureFlush } from "../../adapters/stores/measure-flush.ts";
import { missingSteps } from "../../adapters/stores/migrate.ts";
import { readPostgres } from "../../adapters/stores/open-postgres.ts";
import { readSqlite } from "../../adapters/stores/open-sqlite.ts";
import { openStores } from "../../adapters/stores/open-stores.ts";
import { examinePostgres } from "../../adapters/stores/postgres-checks.ts";
import { readPublishedHead } from "../../adapters/stores/published-head.ts";
import { verifyAudit } from "../../adapters/stores/verify-audit.ts";
import type { Config } from "../../config.ts";
import { databasePath } from "../open-to-read.ts";
import { compareCopy } from "./compare-copy.ts";
import { good } from "./finding.ts";
import type { Finding } from "./finding.ts";

/** The database: what it is refused for, whether its schema is current, whether the audit trail is whole. */
export async function lookAtDatabase(config: Config): Promise<Finding> {
  const path = databasePath(config);
  if (config.databaseUrl === undefined && !existsSync(path)) {
    return good("database", "none yet: it is made at the first start");
  }
  const database =
    config.databaseUrl === undefined ? readSqlite(path) : readPostgres(config.databaseUrl);
  try {
    return await examine(database, config);
  } finally {
    await database.close();
  }
}

async function examine(database: Database, config: Config): Promise<Finding> {
  const { kind, kysely } = database;
  const { advice, refusals } =
    kind === "postgres" ? await examinePostgres(kysely) : { advice: [], refusals: [] };
  if (refusals.length > 0) {
    const found = `${kind}: expected ${refusals.join(", and ")}`;
    return bad(found, "change the server's settings: without them acknowledged work can be lost");
  }
  const missing = await missingSteps(kysely);
  if (missing.length > 0) {
    const names = missing.map(({ name }) => name).join(", ");
    return bad(
      `${kind}, without the steps ${names} of the schema`,
      "start the desk: it makes them",
    );
  }
  const published = readPublishedHead(join(config.data, "audit-head.json"));
  const trail = await verifyAudit(openStores(database).audit, published);
  if (!trail.ok) {
    const found = `the audit trail is broken: ${JSON.stringify(trail.problem)}`;
    return bad(found, "compare with a backup: snapdesk doctor --restore-check");
  }
  const sound = good("database", `${kind}, ${trail.value.seq} audit lines, unbroken`);
  return advice.length === 0 ? sound : { ...sound, mend: advice.join("; ") };
}

const bad = (found: string, mend: string): Finding => ({
  what: "database",
  ok: false,
  found,
  mend,
});

/** Above this a burst of messages waits for the disk longer than Slack waits for us. */
const SLOW_MS = 10;

/** How fast the data folder's disk keeps something for good. */
export function lookAtDisk({ data }: Config): Finding {
  if (!existsSync(data)) return good("disk", "no data folder yet: it is made at the first start");
  const ms = measureFlush(data);
  const found = good("disk", `keeps a page for good in ${ms.toFixed(1)} ms`);
  if (ms <= SLOW_MS) return found;
  return {
    ...found,
    mend: `above ${SLOW_MS} ms bursts become slow: put the data on a faster disk`,
  };
}

/** The newest copy, opened as a restore would, and compared with the database it was made of. */
export async function lookAtBackup(config: Config): Promise<Finding> {
  if (config.databaseUrl !== undefined) {
    const found = "PostgreSQL: its copies are made with the server's own tools";
    return good("backup", `${found}; an export is checked by --restore-check FILE`);
  }
  const path = databasePath(config);
  const folder = join(config.data, "backups");
  const [newest] = existsSync(folder) ? copiesIn(folder, path) : [];
  if (newest === undefined) {
    const mend = "one is made every hour while the desk runs";
    return { what: "backup", ok: false, found: "no copy yet", mend };
  }
  const copy = await checkBackup(join(folder, newest));
  const database = readSqlite(path);
  try {
    const { fewer } = await compareCopy(database, copy);
    if (fewer.length > 0) {
      const found = `${newest}: the database has fewer ${fewer.join(", ")} than this copy of it`;
      const mend = "something was taken out of the database, or it is another one: keep the copy";
      return { what: "backup", ok: false, found, mend };
    }
  } finally {
    await database.close();
  }
  const { ticket, audit } = copy.counts;
  return good("backup", `${newest}: ${ticket} tickets, ${audit} audit lines, restorable`);
}
