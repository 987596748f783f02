import { existsSync } from "node:fs";
import { join } from "node:path";
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
    const { databaseUrl, data } = config();
    const path = databasePath({ data });
    if (databaseUrl === undefined && !existsSync(path)) {
      throw new NothingKept(`Cannot read "${path}": expected a desk that was started once`);
    }
    const database = databaseUrl === undefined ? readSqlite(path) : readPostgres(databaseUrl);
    return { stores: openStores(database), close: () => database.close() };
  };
