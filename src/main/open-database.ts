import { mkdirSync } from "node:fs";
import { openPostgres } from "../adapters/stores/open-postgres.ts";
import { openSqlite } from "../adapters/stores/open-sqlite.ts";
import type { Database } from "../adapters/stores/database.ts";
import { databasePath } from "../cli/open-to-read.ts";
import type { Config } from "../config.ts";
import type { Log } from "../slack/app/log.ts";

type Options = {
  /** For commands that move everything: nobody waits for an answer. */
  readonly unhurried?: boolean;
};

/** The desk's database, to write: PostgreSQL where it is configured, else SQLite in the data folder. */
export async function openDatabase(
  config: Config,
  log: Log,
  { unhurried = false }: Options = {},
): Promise<Database> {
  mkdirSync(config.data, { recursive: true, mode: 0o700 });
  if (config.databaseUrl === undefined) {
    const broken = (cause: Error) => {
      log("error", "the database file cannot be trusted any more", { cause });
      process.exit(1);
    };
    return openSqlite(databasePath(config), { broken });
  }
  return openPostgres(config.databaseUrl, {
    onTrouble: (what) => log("warn", what),
    ...(config.ownerUrl === undefined ? {} : { ownerUrl: config.ownerUrl }),
    unhurried,
  });
}
