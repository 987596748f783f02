import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "../adapters/stores/database.ts";
import { readPostgres } from "../adapters/stores/open-postgres.ts";
import { readSqlite } from "../adapters/stores/open-sqlite.ts";
import { openStores } from "../adapters/stores/open-stores.ts";
import type { Stores } from "../adapters/stores/open-stores.ts";
import type { Config } from "../config.ts";

/** Opens what the desk keeps, beside the desk that is running. */
export type OpenToRead = () => Promise<{
  readonly stores: Stores;
  readonly close: () => Promise<void>;
}>;

/** Where the desk's SQLite file lies. */
export const databasePath = (config: Pick<Config, "data">): string =>
  join(config.data, "desk.sqlite");

/** Nothing was ever kept: no desk was started on this folder. */
export class NothingKept extends Error {}

export const openToRead =
  (config: () => Config): OpenToRead =>
  async () => {
    const database = openToExamine(config());
    return { stores: openStores(database), close: () => database.close() };
  };

/**
 * The database of the desk, which may be running.
 *
 * @throws {NothingKept} where there is none yet
 */
export function openToExamine({ databaseUrl, data }: Config): Database {
  if (databaseUrl !== undefined) return readPostgres(databaseUrl);
  const path = databasePath({ data });
  if (existsSync(path)) return readSqlite(path);
  throw new NothingKept(`Cannot read "${path}": expected a desk that was started once`);
}
