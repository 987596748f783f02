import { describe } from "vitest";
import { storesContract } from "../../contract/stores.contract.ts";
import { openTestPostgres, openTestSqlite, postgresAnswers } from "./open-test-stores.ts";

const withPostgres = await postgresAnswers();

describe("on SQLite", () => {
  storesContract(openTestSqlite);
});

describe.runIf(withPostgres)("on PostgreSQL", () => {
  storesContract(openTestPostgres);
});
