import { expect, test } from "vitest";
import type { Open } from "./stores.contract.ts";
import { atOnce } from "./sample.ts";

export function inboxContract(open: Open): void {
  test("store() takes each key once, whoever brings it", async () => {
    const { stores, other } = await open();
    const all = await atOnce(60, (i) =>
      (i % 2 === 0 ? stores : other).inbox.store(`ev:${i % 20}`, { text: `${i % 20}` }),
    );
    expect(all.filter(Boolean)).toHaveLength(20);
  });

  test("unfinished() gives what was never done, oldest first, with its body", async () => {
    const { stores, clock } = await open();
    const body = { text: "Går det? \u0000", list: [1, null, { a: true }] };
    await stores.inbox.store("ev:1", body);
    clock.forward(1_000);
    await stores.inbox.store("ev:2", {});
    await stores.inbox.store("ev:3", {});
    await stores.inbox.done("ev:2");
    expect(await stores.inbox.unfinished(clock.at)).toEqual([{ key: "ev:1", body }]);
    clock.forward(1);
    const keys = (await stores.inbox.unfinished(clock.at)).map((one) => one.key);
    expect(keys).toEqual(["ev:1", "ev:3"]);
  });

  test("a key stays known after it is done, and its words are forgotten", async () => {
    const { stores, database } = await open();
    await stores.inbox.store("ev:1", { text: "secret" });
    await stores.inbox.done("ev:1");
    expect(await stores.inbox.store("ev:1", { text: "secret" })).toBe(false);
    const rows = await database.kysely.selectFrom("inbox").select("body").execute();
    expect(rows.map((row) => row.body)).toEqual([""]);
  });
}
