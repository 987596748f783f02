import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "../../src/adapters/stores/database.ts";
import { openPostgres } from "../../src/adapters/stores/open-postgres.ts";
import { openSqlite } from "../../src/adapters/stores/open-sqlite.ts";
import { POSTGRES_URL, dropSchema } from "../adapters/stores/open-test-stores.ts";
import type { Planted, Setting } from "./setting.ts";

/** Where a run keeps its desk and its engine. */
export type TestDesk = {
  readonly kind: Database["kind"];
  readonly engine: string;
  setting(name: string, more?: Partial<Setting>): Setting;
  /** Opens the desk for the checker; with SQLite no bot may run then. */
  open(): Promise<Database>;
  remove(): Promise<void>;
};

export async function makeTestDesk(
  kind: Database["kind"],
  planted?: Planted,
  parent = tmpdir(),
): Promise<TestDesk> {
  const folder = mkdtempSync(join(parent, "faults-"));
  const engine = join(folder, "engine");
  mkdirSync(engine);
  const schema = `faults_${randomUUID().replaceAll("-", "")}`;
  const sqlite = join(folder, "desk.db");
  const where = kind === "sqlite" ? { sqlite } : { postgres: { url: POSTGRES_URL, schema } };
  const fault = planted === undefined ? {} : { planted };
  return {
    kind,
    engine,
    setting: (name, more) => ({
      name,
      engine,
      leaseMs: 400,
      takesMs: 60,
      ...where,
      ...fault,
      ...more,
    }),
    open: () =>
      kind === "sqlite"
        ? openSqlite(sqlite)
        : openPostgres(POSTGRES_URL, { schema, connections: 2 }),
    remove: async () => {
      if (kind === "postgres") await dropSchema(schema);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
