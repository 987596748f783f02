import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterEach, describe, expect, test, vi } from "vitest";
import { exportDesk } from "../../src/adapters/stores/export-desk.ts";
import { openPostgres } from "../../src/adapters/stores/open-postgres.ts";
import { openSqlite } from "../../src/adapters/stores/open-sqlite.ts";
import { openStores } from "../../src/adapters/stores/open-stores.ts";
import { lookAtExport } from "../../src/cli/doctor/look-at-export.ts";
import { doctorCommand } from "../../src/cli/doctor-command.ts";
import { databasePath } from "../../src/cli/open-to-read.ts";
import { readConfig } from "../../src/config.ts";
import type { Config } from "../../src/config.ts";
import { DAY_MS, HOUR_MS } from "../../src/kernel/clock.ts";
import type { Instant } from "../../src/kernel/clock.ts";
import { postgresAnswers } from "../adapters/stores/open-test-stores.ts";
import { note, opened, restore } from "../contract/sample.ts";
import { ownDatabase } from "../journeys/own-postgres.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const NOW = Date.UTC(2026, 10, 19, 15) as Instant;
const WRITTEN = (NOW - 5 * HOUR_MS) as Instant;

const withPostgres = await postgresAnswers();
const endings: (() => unknown)[] = [];

afterEach(async () => {
  vi.restoreAllMocks();
  process.exitCode = 0;
  for (const end of endings.splice(0).toReversed()) await end();
});

type Where = { readonly config: Config; readonly folder: string };

async function place(onPostgres: boolean): Promise<Where> {
  const folder = mkdtempSync(join(tmpdir(), "doctor-export-"));
  endings.push(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, "content"));
  const env = { SNAPDESK_DATA: folder, SNAPDESK_CONTENT: join(folder, "content") };
  if (!onPostgres) return { config: readConfig(env), folder };
  const { url, drop } = await ownDatabase();
  endings.push(drop);
  return { config: readConfig({ ...env, DATABASE_URL: url }), folder };
}

const openIn = ({ config }: Where) =>
  config.databaseUrl === undefined
    ? openSqlite(databasePath(config))
    : openPostgres(config.databaseUrl);

/** Opens tickets under these keys, and exports what there is then. */
async function opening(
  where: Where,
  keys: readonly string[],
  at: Instant = WRITTEN,
): Promise<string> {
  const database = await openIn(where);
  const { tickets } = openStores(database, { clock: () => at });
  for (const key of keys) await tickets.open(key, restore, opened);
  const lines: string[] = [];
  await exportDesk(database, (line) => void lines.push(line));
  await database.close();
  const file = join(where.folder, "desk.export");
  writeFileSync(file, `${lines.join("\n")}\n`);
  utimesSync(file, (NOW - 3 * HOUR_MS) / 1_000, (NOW - 3 * HOUR_MS) / 1_000);
  return file;
}

const look = ({ config }: Where, file: string, now = NOW) => lookAtExport(config, file, () => now);

const kinds: readonly [name: string, onPostgres: boolean][] = [
  ["SQLite", false],
  ["PostgreSQL", true],
];

describe.each(kinds.filter(([, onPostgres]) => !onPostgres || withPostgres))(
  "lookAtExport() beside a desk on %s",
  (_name, onPostgres) => {
    test("says how old it is, what it holds, and what came since", async () => {
      const where = await place(onPostgres);
      const file = await opening(where, ["a", "b"]);
      const copy = readFileSync(file);
      await opening(where, ["c"]);
      writeFileSync(file, copy);
      utimesSync(file, (NOW - 3 * HOUR_MS) / 1_000, (NOW - 3 * HOUR_MS) / 1_000);
      const found =
        "desk.export, 3 h old: 2 tickets, 2 audit lines, the last of 2026-11-19T10:00:00Z, can be imported; 1 audit lines since";
      expect(await look(where, file)).toEqual({ what: "backup", ok: true, found });
      const late = await look(where, file, (NOW + DAY_MS) as Instant);
      expect(late).toMatchObject({ ok: true, mend: expect.stringContaining("export again") });
    });

    test("an old export to which nothing came since is good enough", async () => {
      const where = await place(onPostgres);
      const file = await opening(where, ["a"]);
      const finding = await look(where, file, (NOW + 30 * DAY_MS) as Instant);
      expect(finding.found).toContain("30 d 3 h old");
      expect(finding).not.toHaveProperty("mend");
    });

    test("finds a database that has less than its export, or another trail", async () => {
      const [where, other] = [await place(onPostgres), await place(onPostgres)];
      const file = await opening(where, ["a", "b"]);
      await opening(other, ["z"], NOW);
      expect(await look(other, file)).toMatchObject({
        ok: false,
        found:
          "desk.export: the database has fewer audit, ticket, audit lines than this export of it",
      });
      await opening(other, ["y", "x"]);
      expect(await look(other, file)).toMatchObject({
        ok: false,
        found: "desk.export: the database has fewer audit lines than this export of it",
      });
    });
  },
);

test.each<[what: string, damage: (text: string) => string, why: RegExp]>([
  ["a changed row", (text) => text.replace("Databasen", "Datorn"), /the checksum "sha256:/],
  ["a cut end", (text) => text.slice(0, -200), /it was cut or changed/],
  ["a file of another kind", () => "PGDMP\n", /expected JSON in every line/],
  ["an empty file", () => "", /the checksum/],
  [
    "another version",
    (text) => text.replace("snapdesk-export-1", "snapdesk-export-0"),
    /expected "snapdesk-export-1"/,
  ],
])("lookAtExport() refuses %s", async (_what, damage, why) => {
  const where = await place(false);
  const file = await opening(where, ["a"]);
  writeFileSync(file, damage(readFileSync(file, "utf8")));
  await expect(look(where, file)).rejects.toThrow(why);
});

test("lookAtExport() refuses a trail that does not follow, also under a checksum that fits", async () => {
  const where = await place(false);
  await opening(where, ["a"]);
  const database = await openIn(where);
  await openStores(database, { clock: () => WRITTEN }).audit.append("desk", note("desk.tended"));
  await database.kysely.deleteFrom("audit_head").execute();
  const head = { id: 1, seq: 1, hash: `sha256:${"1".repeat(64)}` };
  await database.kysely.insertInto("audit_head").values(head).execute();
  await database.close();
  await expect(look(where, await opening(where, []))).rejects.toThrow(/ends at line 1/);
});

test("lookAtExport() refuses a file that is not there, and a desk that is not", async () => {
  const where = await place(false);
  await expect(look(where, "/nowhere/desk.export")).rejects.toThrow(
    'Cannot read "/nowhere/desk.export": expected a file made by snapdesk export',
  );
  const file = await opening(where, ["a"]);
  await expect(look(await place(false), file)).rejects.toThrow("a desk that was started once");
});

/** What the command prints of the copy, and its exit code. */
async function doctor({ config }: Where, ...words: string[]) {
  let printed = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => (printed += text).length > 0);
  process.exitCode = 0;
  const program = new Command("snapdesk").exitOverride();
  doctorCommand(program, () => config);
  await program.parseAsync(["doctor", "--json", ...words], { from: "user" });
  const findings = JSON.parse(printed) as { what: string; ok: boolean; found: string }[];
  return { backup: findings.find(({ what }) => what === "backup"), exit: process.exitCode };
}

test("doctor --restore-check FILE looks at the export, and exits with 1 where it is damaged", async () => {
  const where = await place(withPostgres);
  const file = await opening(where, ["a"]);
  const whole = await doctor(where, "--restore-check", file);
  expect(whole.backup).toMatchObject({ ok: true, found: expect.stringContaining("1 tickets") });
  expect(whole.exit).toBe(0);
  writeFileSync(file, "nothing\n");
  const damaged = await doctor(where, "--restore-check", file);
  expect(damaged).toMatchObject({ backup: { ok: false }, exit: 1 });
});

test.runIf(withPostgres)("doctor --restore-check alone names the way on PostgreSQL", async () => {
  const where = await place(true);
  await opening(where, []);
  const { backup } = await doctor(where, "--restore-check");
  expect(backup).toMatchObject({
    ok: true,
    found: expect.stringContaining("--restore-check FILE"),
  });
});
