import { expect, test } from "vitest";
import { openStores } from "../../src/adapters/stores/open-stores.ts";
import type { Answer } from "../../src/knowledge/answer.ts";
import { metered } from "../../src/main/metered.ts";
import type { RestoreCase } from "../../src/restore/restore-case.ts";
import { openTestSqlite } from "../adapters/stores/open-test-stores.ts";
import { job } from "../contract/sample.ts";

test("metered() counts repetitions, and completions of jobs that somebody else has by now", async () => {
  const desk = await openTestSqlite({ leaseMs: -1 });
  const counted: string[] = [];
  const stores = metered(openStores<RestoreCase, Answer>(desk.database, { leaseMs: -1 }), {
    count: (name) => counted.push(name),
    observe: () => {},
    backedUp: () => {},
    expose: () => Promise.reject(new Error("Cannot expose")),
  });
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
