import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { backUpSqlite, copiesIn } from "../../src/adapters/stores/back-up-sqlite.ts";
import { measureFlush } from "../../src/adapters/stores/measure-flush.ts";
import { openPostgres } from "../../src/adapters/stores/open-postgres.ts";
import { openSqlite } from "../../src/adapters/stores/open-sqlite.ts";
import { openStores } from "../../src/adapters/stores/open-stores.ts";
import { lookAtBackup, lookAtDatabase, lookAtDisk } from "../../src/cli/doctor/look-at-store.ts";
import { databasePath } from "../../src/cli/open-to-read.ts";
import { readConfig } from "../../src/config.ts";
import { systemClock } from "../../src/kernel/clock.ts";
import { postgresAnswers } from "../adapters/stores/open-test-stores.ts";
import { opened, restore } from "../contract/sample.ts";
import { ownDatabase } from "../journeys/own-postgres.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const withPostgres = await postgresAnswers();
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function configIn(env: Readonly<Record<string, string>> = {}) {
  const data = mkdtempSync(join(tmpdir(), "doctor-"));
  folders.push(data);
  return readConfig({ SNAPDESK_DATA: data, ...env });
}

/** A desk with some tickets and a backup; then some more. */
async function deskWithBackup() {
  const config = configIn();
  const path = databasePath(config);
  const database = await openSqlite(path);
  const { tickets } = openStores(database);
  await tickets.open("a", restore, opened);
  await tickets.open("b", restore, opened);
  const folder = join(config.data, "backups");
  await backUpSqlite({ path, folder, keep: 3, clock: systemClock });
  await tickets.open("c", restore, opened);
  await database.close();
  return { config, path, folder };
}

test("lookAtDisk() measures how long the disk takes", () => {
  const config = configIn();
  expect(measureFlush(config.data)).toBeGreaterThan(0);
  expect(lookAtDisk(config)).toMatchObject({
    ok: true,
    found: expect.stringMatching(/^keeps a page for good in \d+\.\d ms$/),
  });
});

test("lookAtBackup() opens the newest copy and compares it with the database", async () => {
  const { config } = await deskWithBackup();
  expect(await lookAtBackup(config)).toMatchObject({
    ok: true,
    found: expect.stringMatching(/backup: 2 tickets, 2 audit lines, restorable$/),
  });
});

test("lookAtBackup() finds a database that has less than its copy, or another trail", async () => {
  const { config, path } = await deskWithBackup();
  rmSync(path);
  const other = await openSqlite(path);
  await openStores(other).tickets.open("z", restore, opened);
  await other.close();
  expect(await lookAtBackup(config)).toMatchObject({
    ok: false,
    found: expect.stringMatching(/fewer audit, ticket, audit lines than this copy/),
  });
});

test("lookAtBackup() says where there is no copy, and refuses one that is no database", async () => {
  const { config, folder, path } = await deskWithBackup();
  const [copy = ""] = copiesIn(folder, path);
  cpSync(import.meta.filename, join(folder, copy));
  await expect(lookAtBackup(config)).rejects.toThrow(/not a database/);
  rmSync(folder, { recursive: true });
  expect(await lookAtBackup(config)).toMatchObject({ ok: false, found: "no copy yet" });
});

test.runIf(withPostgres)(
  "lookAtDatabase() judges a PostgreSQL server and changes nothing",
  async () => {
    const { url, drop } = await ownDatabase();
    const config = configIn({ DATABASE_URL: url });
    await expect(lookAtDatabase(config)).rejects.toThrow(/schema_migration/);
    await (await openPostgres(url)).close();
    expect(await lookAtDatabase(config)).toMatchObject({
      ok: true,
      found: "postgres, 0 audit lines, unbroken",
      mend: expect.stringContaining("The database role is a superuser"),
    });
    const off = new URL(url);
    off.searchParams.set("options", "-c synchronous_commit=off");
    expect(await lookAtDatabase(configIn({ DATABASE_URL: off.href }))).toMatchObject({
      ok: false,
      found: "postgres: expected synchronous_commit to be on",
    });
    await expect(openPostgres(off.href)).rejects.toThrow("expected synchronous_commit to be on");
    await drop();
  },
);
