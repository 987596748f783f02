import { describe, vi } from "vitest";
import { storesContract } from "../../contract/stores.contract.ts";
import { openTestPostgres, openTestSqlite, postgresAnswers } from "./open-test-stores.ts";

// Real files, processes and servers take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const withPostgres = await postgresAnswers();

describe("on SQLite", () => {
  storesContract(openTestSqlite);
});

describe.runIf(withPostgres)("on PostgreSQL", () => {
  storesContract(openTestPostgres);
});
