import { expect, test } from "vitest";
import type { OutboxRow } from "../../src/desk/ports.ts";
import type { Instant } from "../../src/kernel/clock.ts";
import type { Open } from "./stores.contract.ts";
import { atOnce, notice } from "./sample.ts";

const MESSAGE = { channel: "C0TRIAGE", ts: "1700000000.000200" };
const SLOT = { slot: "card:RST-1001" };
const idems = (rows: readonly OutboxRow[]) => rows.map((row) => row.idem);

const only = (rows: readonly OutboxRow[]): OutboxRow => {
  const [row] = rows;
  if (row === undefined || rows.length > 1) throw new Error(`expected one row, got ${rows.length}`);
  return row;
};

export function outboxContract(open: Open): void {
  test("take() gives each notice once, in order, with what it says", async () => {
    const { stores } = await open();
    const told = notice("b", {
      data: { by: "U0OPS1" },
      recipient: { to: "card-thread", ticket: "RST-1" },
    });
    await stores.outbox.add([notice("a"), told]);
    await stores.outbox.add([notice("a"), notice("c")]);
    const rows = await stores.outbox.take("s", 10);
    expect(idems(rows)).toEqual(["a", "b", "c"]);
    expect(rows[1]).toEqual({ ...told, id: rows[1]?.id, attempts: 1, state: "ready" });
    expect(await stores.outbox.take("s", 10)).toEqual([]);
  });

  test("take() keeps to its limit, and holds back a recipient that is being written to", async () => {
    const { stores, other } = await open();
    await stores.outbox.add([notice("a"), notice("b"), notice("c")]);
    await stores.outbox.add([notice("d", { recipient: { to: "person", person: "T/U" } })]);
    const first = await stores.outbox.take("s1", 2);
    expect(idems(first)).toEqual(["a", "b"]);
    expect(idems(await other.outbox.take("s2", 10))).toEqual(["d"]);
    for (const row of first) await stores.outbox.sent(row, MESSAGE);
    expect(idems(await other.outbox.take("s2", 10))).toEqual(["c"]);
  });

  test("take() from two sides at once gives no row twice", async () => {
    const { stores, other } = await open();
    const person = (i: number) => ({ recipient: { to: "person", person: `T/U${i}` } }) as const;
    await stores.outbox.add(Array.from({ length: 40 }, (_, i) => notice(`n${i}`, person(i))));
    const taken = await atOnce(10, (i) => (i % 2 === 0 ? stores : other).outbox.take(`s${i}`, 7));
    const all = taken.flatMap(idems);
    expect(new Set(all).size).toBe(40);
    expect(all).toHaveLength(40);
  });

  test("the first notice of a slot posts, later ones know the message", async () => {
    const { stores } = await open();
    await stores.outbox.add([notice("a", SLOT)]);
    const first = only(await stores.outbox.take("s", 5));
    expect(first).not.toHaveProperty("posted");
    await stores.outbox.add([notice("b", SLOT)]);
    expect(await stores.outbox.take("s", 5)).toEqual([]);
    await stores.outbox.sent(first, MESSAGE);
    expect(await stores.outbox.posted("card:RST-1001")).toEqual(MESSAGE);
    expect(only(await stores.outbox.take("s", 5))).toMatchObject({ idem: "b", posted: MESSAGE });
  });

  test("of several of one slot only the newest goes out", async () => {
    const { stores } = await open();
    await stores.outbox.add([notice("a", SLOT), notice("x"), notice("b", SLOT), notice("c", SLOT)]);
    const rows = await stores.outbox.take("s", 10);
    expect(idems(rows)).toEqual(["x", "c"]);
    for (const row of rows) await stores.outbox.sent(row, MESSAGE);
    expect(await stores.outbox.take("s", 10)).toEqual([]);
  });

  test("forget() makes the next notice of a slot post anew", async () => {
    const { stores } = await open();
    await stores.outbox.add([notice("a", SLOT)]);
    await stores.outbox.sent(only(await stores.outbox.take("s", 5)), MESSAGE);
    await stores.outbox.forget("card:RST-1001");
    await stores.outbox.add([notice("b", SLOT)]);
    expect(only(await stores.outbox.take("s", 5))).not.toHaveProperty("posted");
    expect(await stores.outbox.posted("card:RST-1001")).toBeUndefined();
  });

  test("later() keeps the row's place in its slot and lets others pass", async () => {
    const { stores, clock } = await open();
    await stores.outbox.add([notice("a", SLOT)]);
    await stores.outbox.later(
      only(await stores.outbox.take("s", 5)),
      (clock.at + 30_000) as Instant,
      "rate limited",
    );
    await stores.outbox.add([notice("b", SLOT), notice("c")]);
    expect(idems(await stores.outbox.take("s", 5))).toEqual(["c"]);
    clock.forward(30_000);
    expect(idems(await stores.outbox.take("s", 5))).toEqual(["b"]);
  });

  test("a row whose sender fell silent comes back to be asked about, before anything of its slot", async () => {
    const { stores, other, clock } = await open();
    await stores.outbox.add([notice("a", SLOT)]);
    const lost = only(await stores.outbox.take("s1", 5));
    await stores.outbox.add([notice("b", SLOT)]);
    clock.forward(61_000);
    const asked = only(await other.outbox.take("s2", 5));
    expect(asked).toMatchObject({ idem: "a", state: "sending", attempts: 2 });
    await stores.outbox.dead(lost, "too slow to decide anything");
    await stores.outbox.later(lost, clock.at, "too slow to decide anything");
    await other.outbox.sent(asked, MESSAGE);
    expect(only(await other.outbox.take("s2", 5))).toMatchObject({ idem: "b", posted: MESSAGE });
  });

  test.each<[what: string, damage: Readonly<Record<string, string>>, why: string]>([
    ["data cut off", { data: '{"by":' }, "its data cannot be read"],
    ["data of another shape", { data: "[]" }, "its data cannot be read"],
    ["a recipient cut off", { recipient: '{"to":"tri' }, "its recipient cannot be read"],
    ["a recipient nobody knows", { recipient: '{"to":"all"}' }, "its recipient cannot be read"],
  ])("take() sets aside a row with %s once, and goes on behind it", async (_what, damage, why) => {
    const { stores, other, database, oddities } = await open();
    const thread = { recipient: { to: "card-thread", ticket: "RST-1" } } as const;
    await stores.outbox.add([notice("a", { ...thread, ...SLOT }), notice("b", thread)]);
    await stores.outbox.add([notice("bad`", { ...thread, ...SLOT, kind: "card" })]);
    await stores.outbox.add([notice("c", thread)]);
    await database.kysely.updateTable("outbox").set(damage).where("idem", "=", "bad`").execute();

    expect(idems(await stores.outbox.take("s", 10))).toEqual(["a", "b", "c"]);
    const [line, ...rest] = await other.outbox.take("s2", 10);
    expect(rest).toEqual([]);
    expect(line).toMatchObject({
      recipient: { to: "triage" },
      kind: "line.set-aside",
      data: { notice: "card", key: "bad`" },
    });
    expect(await stores.outbox.take("s", 10)).toEqual([]);
    const id = database.kysely.selectFrom("outbox").selectAll().where("state", "=", "dead");
    const row = await id.executeTakeFirstOrThrow();
    expect(row).toMatchObject({ idem: "bad`", last_error: why, lease_until: null, ...damage });
    expect(oddities).toEqual([`a notice is set aside: ${why} (row ${row.id}, card, bad\`)`]);
  });

  test("take() sets aside a row that its sender can no longer be asked about", async () => {
    const { stores, other, database, clock } = await open();
    await stores.outbox.add([notice("a", SLOT)]);
    await stores.outbox.take("s1", 5);
    await database.kysely.updateTable("outbox").set({ data: "?" }).execute();
    await stores.outbox.add([notice("b", SLOT)]);
    clock.forward(61_000);
    expect(idems(await other.outbox.take("s2", 5))).toEqual(["b"]);
  });

  test("dead() keeps a row from being sent, and its slot goes on", async () => {
    const { stores, database } = await open();
    await stores.outbox.add([notice("a", SLOT)]);
    await stores.outbox.dead(only(await stores.outbox.take("s", 5)), "channel_not_found");
    await stores.outbox.add([notice("b", SLOT), notice("a", SLOT)]);
    expect(idems(await stores.outbox.take("s", 5))).toEqual(["b"]);
    const dead = database.kysely.selectFrom("outbox").select(["idem", "last_error"]);
    const rows = await dead.where("state", "=", "dead").execute();
    expect(rows.map((row) => [row.idem, row.last_error])).toEqual([["a", "channel_not_found"]]);
  });
}
