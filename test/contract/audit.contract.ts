import { sql } from "kysely";
import { expect, test } from "vitest";
import { NO_AUDIT, verifyChain } from "../../src/desk/audit-chain.ts";
import { ok } from "../../src/kernel/result.ts";
import type { Open } from "./stores.contract.ts";
import { OPS1, OPS2, atOnce, note, opened, restore } from "./sample.ts";

export function auditContract(open: Open): void {
  test("append() chains the lines of all sides into one trail", async () => {
    const { stores, other } = await open();
    expect(await stores.audit.head()).toBeUndefined();
    await stores.tickets.open("k", restore, opened);
    await atOnce<unknown>(30, (i) =>
      i % 3 === 0
        ? stores.tickets.change("RST-1001", OPS1, () => ok({ audit: note("desk.noted") }))
        : (i % 2 === 0 ? stores : other).audit.append(OPS2, note(`kb.${i}`)),
    );
    const lines = await stores.audit.entries(1, 100);
    expect(lines).toHaveLength(31);
    const head = await stores.audit.head();
    expect(verifyChain(NO_AUDIT, lines)).toEqual(ok(head));
    expect((await stores.audit.entries(30, 1)).map((line) => line.seq)).toEqual([30]);
  });

  test("append() returns the line as it is kept", async () => {
    const { stores, clock } = await open();
    const data = { digest: "sha256:1", n: 2, left: undefined, deep: { b: [1], a: null } };
    const line = await stores.audit.append("desk", { action: "desk.reminded", data });
    expect(line).toMatchObject({ seq: 1, at: clock.at, actor: "desk", prev: NO_AUDIT.hash });
    expect(await stores.audit.entries(1, 5)).toEqual([line]);
  });

  test("the database itself refuses to change or delete a line", async () => {
    const { stores, database } = await open();
    await stores.audit.append(OPS1, note());
    const { kysely } = database;
    await expect(kysely.updateTable("audit").set({ actor: "x" }).execute()).rejects.toThrow(/once/);
    await expect(kysely.deleteFrom("audit").execute()).rejects.toThrow(/once/);
    await expect(sql`delete from audit`.execute(kysely)).rejects.toThrow(/once/);
    expect(await stores.audit.entries(1, 5)).toHaveLength(1);
  });
}
