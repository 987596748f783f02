import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { publishHead, readPublishedHead } from "../../../src/adapters/stores/published-head.ts";
import { verifyAudit } from "../../../src/adapters/stores/verify-audit.ts";
import { fail, ok } from "../../../src/kernel/result.ts";
import { OPS1, note } from "../../contract/sample.ts";
import { openTestPostgres, openTestSqlite, postgresAnswers } from "./open-test-stores.ts";
import type { OpenTestStores, TestStores } from "./open-test-stores.ts";

// Real files, processes and servers take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const withPostgres = await postgresAnswers();

function trail(openTestStores: OpenTestStores): void {
  let desk: TestStores;
  let file: string;
  const folder = mkdtempSync(join(tmpdir(), "head-"));

  beforeEach(async () => {
    desk = await openTestStores();
    file = join(folder, "desk.audit-head");
    for (let i = 0; i < 6; i += 1) await desk.stores.audit.append(OPS1, note(`desk.${i}`));
  });
  afterEach(async () => {
    await desk.close();
    rmSync(file, { force: true });
  });

  /** As somebody with the right to change tables would. */
  const tamper = async (statement: string) => {
    const { kysely, kind } = desk.database;
    const triggers =
      kind === "sqlite"
        ? ["drop trigger if exists audit_update", "drop trigger if exists audit_delete"]
        : ["drop trigger if exists audit_once on audit"];
    for (const one of [...triggers, statement]) await sql.raw(one).execute(kysely);
  };

  test("verifyAudit() follows an untouched trail", async () => {
    const head = await desk.stores.audit.head();
    expect(await verifyAudit(desk.stores.audit)).toEqual(ok(head));
    await publishHead(desk.stores.audit, file);
    expect(readPublishedHead(file)).toEqual(head);
    expect(await verifyAudit(desk.stores.audit, readPublishedHead(file))).toEqual(ok(head));
  });

  test("verifyAudit() finds a changed and a deleted line", async () => {
    await tamper("update audit set actor = 'T/U0EVIL' where seq = 4");
    expect(await verifyAudit(desk.stores.audit)).toEqual(fail({ kind: "changed", seq: 4 }));
    await tamper("delete from audit where seq = 3");
    expect(await verifyAudit(desk.stores.audit)).toEqual(
      fail({ kind: "gap", seq: 4, expected: 3 }),
    );
  });

  test("verifyAudit() finds a tail cut off, where the head was left", async () => {
    await tamper("delete from audit where seq > 4");
    expect(await verifyAudit(desk.stores.audit)).toEqual(
      fail({ kind: "cut-off", seq: 4, expected: 6 }),
    );
  });

  test("only the published head shows a tail cut off together with the head", async () => {
    await publishHead(desk.stores.audit, file);
    await tamper("delete from audit where seq > 4");
    await tamper("update audit_head set seq = 4, hash = (select hash from audit where seq = 4)");
    expect(await verifyAudit(desk.stores.audit)).toMatchObject({ ok: true });
    const published = readPublishedHead(file);
    const found = fail({ kind: "not-as-published", seq: 6 });
    expect(await verifyAudit(desk.stores.audit, published)).toEqual(found);
    const before = readFileSync(file, "utf8");
    await expect(publishHead(desk.stores.audit, file)).rejects.toThrow(/was cut or changed/);
    expect(readFileSync(file, "utf8")).toBe(before);
    for (let i = 0; i < 4; i += 1) await desk.stores.audit.append(OPS1, note("desk.covered-up"));
    expect(await verifyAudit(desk.stores.audit)).toMatchObject({ ok: true });
    expect(await verifyAudit(desk.stores.audit, published)).toEqual(found);
  });

  test("publishHead() publishes nothing of an empty trail, and refuses a damaged file", async () => {
    const empty = await openTestStores();
    await publishHead(empty.stores.audit, file);
    expect(readPublishedHead(file)).toBeUndefined();
    await empty.close();
    writeFileSync(file, "{");
    expect(() => readPublishedHead(file)).toThrow(/JSON/);
  });
}

describe("on SQLite", () => {
  trail(openTestSqlite);
});
describe.runIf(withPostgres)("on PostgreSQL", () => {
  trail(openTestPostgres);
});
