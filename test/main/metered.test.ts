import { expect, test } from "vitest";
import { openStores } from "../../src/adapters/stores/open-stores.ts";
import { fail } from "../../src/kernel/result.ts";
import { metered } from "../../src/main/metered.ts";
import { openTestSqlite } from "../adapters/stores/open-test-stores.ts";
import { ANNA, job, note, opened, restore } from "../contract/sample.ts";

async function counting() {
  const desk = await openTestSqlite({ leaseMs: -1 });
  const counted: string[] = [];
  const stores = metered(openStores(desk.database, { leaseMs: -1 }), {
    count: (name) => counted.push(name),
    observe: () => {},
    backedUp: () => {},
    expose: () => Promise.reject(new Error("Cannot expose")),
  });
  return { desk, counted, stores };
}

test("metered() counts repetitions, and completions of jobs that somebody else has by now", async () => {
  const { desk, counted, stores } = await counting();
  await stores.inbox.store("ev:1", {});
  expect(counted).toEqual([]);
  await stores.inbox.store("ev:1", {});

  await stores.jobs.add([job("a")]);
  const mine = await stores.jobs.claim("me", ["restore.run"]);
  const theirs = await stores.jobs.claim("they", ["restore.run"]);
  if (mine === undefined || theirs === undefined) throw new Error("Cannot claim the job twice");
  expect(await stores.jobs.finish(mine)).toBe(false);
  expect(await stores.jobs.finish(theirs)).toBe(true);
  expect(counted).toEqual(["dedup_total", "fenced_total"]);
  await desk.close();
});

test("metered() keeps the audit line of a refused change", async () => {
  const { desk, stores } = await counting();
  const { ticket } = await desk.stores.tickets.open("intake", restore, opened);
  const refused = await stores.tickets.change(
    ticket.id,
    ANNA,
    () => fail({ kind: "not-allowed" as const }),
    () => note("desk.claim-refused"),
  );
  expect(refused.ok).toBe(false);
  const trail = await stores.tickets.history(ticket.id);
  expect(trail.map(({ action }) => action)).toEqual(["desk.opened", "desk.claim-refused"]);
  await desk.close();
});
