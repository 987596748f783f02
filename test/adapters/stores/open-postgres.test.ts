import { randomUUID } from "node:crypto";
import { describe, expect, test, vi } from "vitest";
import { sql } from "kysely";
import { openPostgres } from "../../../src/adapters/stores/open-postgres.ts";
import { openStores } from "../../../src/adapters/stores/open-stores.ts";
import { storesHealth } from "../../../src/adapters/stores/stores-health.ts";
import { atOnce, job, opened, restore } from "../../contract/sample.ts";
import { POSTGRES_URL, dropSchema, openTestPostgres, postgresAnswers } from "./open-test-stores.ts";

// Real files, processes and servers take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const withPostgres = await postgresAnswers();

describe.runIf(withPostgres)("openPostgres()", () => {
  test("makes the schema once where many processes start together", async () => {
    const schema = `test_${randomUUID().replaceAll("-", "")}`;
    const all = await atOnce(6, () => openPostgres(POSTGRES_URL, { schema, connections: 1 }));
    const opens = await Promise.all(
      all.map((database, i) => openStores(database).tickets.open(`k${i}`, restore, opened)),
    );
    expect(new Set(opens.map((one) => one.ticket.id)).size).toBe(6);
    await Promise.all(all.map((database) => database.close()));
    await dropSchema(schema);
  });

  test("goes on after the server has ended its connections", async () => {
    const troubles: string[] = [];
    const desk = await openTestPostgres();
    const schema = `test_${randomUUID().replaceAll("-", "")}`;
    const url = `${POSTGRES_URL}?application_name=${schema}`;
    const database = await openPostgres(url, { schema, onTrouble: (what) => troubles.push(what) });
    const stores = openStores(database);
    await stores.jobs.add([job("a")]);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = ${schema}`.execute(
      desk.database.kysely,
    );
    await expect.poll(() => troubles.length, { timeout: 20_000 }).toBeGreaterThan(0);
    await expect
      .poll(() => stores.jobs.add([job("b")]).then(() => "kept", String), { timeout: 20_000 })
      .toBe("kept");
    expect((await storesHealth(database)).every((one) => one.ok)).toBe(true);
    await database.close();
    await dropSchema(schema);
    await desk.close();
  });

  test("a call whose repetition changes nothing is made again where its connection is ended", async () => {
    const desk = await openTestPostgres();
    const schema = `test_${randomUUID().replaceAll("-", "")}`;
    const url = `${POSTGRES_URL}?application_name=${schema}`;
    const database = await openPostgres(url, { schema });
    const stores = openStores(database);
    const end = sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = ${schema}`;
    for (let i = 0; i < 20; i += 1) {
      await atOnce(4, () => stores.audit.head());
      const calls = [
        stores.inbox.store(`ev:${i}`, {}),
        stores.tickets.open(`k${i}`, restore, opened),
        stores.jobs.add([job(`j${i}`)]),
      ];
      await end.execute(desk.database.kysely);
      await Promise.all(calls);
      expect(await stores.inbox.store(`ev:${i}`, {})).toBe(false);
    }
    expect(await stores.tickets.list({})).toHaveLength(20);
    await database.close();
    await dropSchema(schema);
    await desk.close();
  });

  test("names a database that is gone, and refuses a newer schema", async () => {
    const closed = openPostgres("postgres://postgres@127.0.0.1:1/postgres");
    await expect(closed).rejects.toThrow(/ECONNREFUSED/);
    const desk = await openTestPostgres();
    await desk.database.kysely
      .insertInto("schema_migration")
      .values({ name: "999-later", applied_at: 0 })
      .execute();
    expect((await storesHealth(desk.database)).find((one) => !one.ok)).toMatchObject({
      name: "schema-current",
    });
    await desk.close();
  });

  test("a store's call names a database that is gone", async () => {
    const desk = await openTestPostgres();
    const { stores, database } = desk;
    await sql`alter table inbox rename to elsewhere`.execute(database.kysely);
    await expect(stores.inbox.store("k", {})).rejects.toMatchObject({
      name: "StoreError",
      kind: "failed",
    });
    const ended = sql`select pg_terminate_backend(pg_backend_pid())`.execute(database.kysely);
    await expect(ended).rejects.toThrow(/terminat/);
    await desk.close();
  });
});
