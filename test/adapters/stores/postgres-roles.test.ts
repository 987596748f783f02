import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test, vi } from "vitest";
import { Client } from "pg";
import { openPostgres } from "../../../src/adapters/stores/open-postgres.ts";
import { openStores } from "../../../src/adapters/stores/open-stores.ts";
import { refusalsOf } from "../../../src/adapters/stores/postgres-checks.ts";
import { opened, restore } from "../../contract/sample.ts";
import { ownDatabase } from "../../journeys/own-postgres.ts";
import { postgresAnswers } from "./open-test-stores.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const withPostgres = await postgresAnswers();

/** Undone in the reverse order, whatever happened. */
const undo: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const one of undo.splice(0).toReversed()) await one();
});

async function run(url: string, ...statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const one of statements) await client.query(one);
  } finally {
    await client.end();
  }
}

/** An empty database, with the address of a role that may do nothing yet. */
async function withRole(...rights: readonly string[]) {
  const { url: ownerUrl, drop } = await ownDatabase();
  const role = `desk_${randomUUID().slice(0, 8)}`;
  await run(
    ownerUrl,
    `create role ${role} login password 'x'`,
    ...rights.map((right) => right.replaceAll("ROLE", role)),
  );
  undo.push(async () => {
    const server = new URL(ownerUrl);
    server.pathname = "/postgres";
    await drop();
    await run(server.href, `drop role ${role}`);
  });
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = "x";
  return { ownerUrl, url: url.href };
}

/** Opens and closes a desk's database; what the operator was told. */
async function openOnce(url: string, ownerUrl?: string): Promise<readonly string[]> {
  const told: string[] = [];
  const owner = ownerUrl === undefined ? {} : { ownerUrl };
  const database = await openPostgres(url, { ...owner, onTrouble: (what) => told.push(what) });
  const { ticket } = await openStores(database).tickets.open(randomUUID(), restore, opened);
  await database.close();
  return [...told, ticket.id];
}

describe.runIf(withPostgres)("openPostgres(), by role", () => {
  test("runs with a role that may only read and write rows, after its owner has made the tables", async () => {
    const { ownerUrl, url } = await withRole();
    await expect(openOnce(url)).rejects.toThrow(/permission denied/);
    expect(await openOnce(url, ownerUrl)).toEqual(["RST-1001"]);
    expect(await openOnce(url)).toEqual(["RST-1002"]);
    for (const forbidden of ["create table t (a int)", "drop table job", "truncate audit"]) {
      await expect(run(url, forbidden)).rejects.toThrow(/permission denied|must be owner/);
    }
  });

  test("advises against a role that may make tables, and refuses it where an owner is named", async () => {
    const { ownerUrl, url } = await withRole("grant create on schema public to ROLE");
    const advice = expect.stringMatching(
      /^The database role may change tables while the desk runs/,
    );
    expect(await openOnce(url)).toEqual([advice, "RST-1001"]);
    await expect(openOnce(url, ownerUrl)).rejects.toThrow(/^Cannot use the role of DATABASE_URL/);
    expect((await openOnce(ownerUrl))[0]).toMatch(/^The database role is a superuser/);
  });

  test("refuses a role for which commits are not awaited", async () => {
    const { url } = await withRole(
      "grant create on schema public to ROLE",
      "alter role ROLE set synchronous_commit = off",
    );
    await expect(openOnce(url)).rejects.toThrow("expected synchronous_commit to be on");
  });
});

const SOUND: readonly [string, string][] = [
  ["server_version_num", "150018"],
  ["fsync", "on"],
  ["full_page_writes", "on"],
  ["synchronous_commit", "on"],
  ["statement_timeout", "2000"],
];

test("refusalsOf() has nothing against a sound server", () => {
  expect(refusalsOf(new Map(SOUND))).toEqual([]);
});

test.each<[name: string, value: string, refusal: string]>([
  ["server_version_num", "140012", "version 15 or newer"],
  ["fsync", "off", "fsync to be on"],
  ["full_page_writes", "off", "full_page_writes to be on"],
  ["synchronous_commit", "off", "synchronous_commit to be on"],
  ["statement_timeout", "0", "statement_timeout to be kept"],
])("refusalsOf() refuses %s %s", (name, value, refusal) => {
  expect(refusalsOf(new Map([...SOUND, [name, value]]))).toEqual([refusal]);
});
