import { afterEach, expect, test } from "vitest";
import { StoreError } from "../../../src/desk/store-error.ts";
import type { StoreErrorKind } from "../../../src/desk/store-error.ts";
import type { Json } from "../../../src/kernel/canonical-json.ts";
import type { Instant } from "../../../src/kernel/clock.ts";
import { catchUp } from "../../../src/slack/app/catch-up.ts";
import type { CatchUp } from "../../../src/slack/app/catch-up.ts";

let opened: CatchUp | undefined;

afterEach(() => opened?.stop());

const away = (kind: StoreErrorKind = "gone") => new StoreError(kind, new Error("away"));

/** An inbox that may be away, and the events that were handled. */
function bench(kept: ReadonlyMap<string, Json> = new Map()) {
  const rows = new Map(kept);
  const state = { away: true };
  const handled: Json[] = [];
  const late = catchUp({
    app: { processEvent: async ({ body }) => void handled.push(body) },
    inbox: {
      store: async (key, body) => {
        if (state.away) throw away();
        const first = !rows.has(key);
        rows.set(key, body);
        return first;
      },
      unfinished: async () => {
        if (state.away) throw away();
        return [...rows].map(([key, body]) => ({ key, body }));
      },
    },
    now: () => 0 as Instant,
    log: () => {},
    everyMs: 5,
  });
  opened = late;
  return { late, state, handled };
}

const aMoment = () => new Promise((resolve) => setTimeout(resolve, 40));

test("an event that could not be stored is handled once the database is back", async () => {
  const { late, state, handled } = bench();
  late.unstored("ev:1", { n: 1 }, away());
  await aMoment();
  expect(handled).toEqual([]);
  state.away = false;
  await expect.poll(() => handled).toEqual([{ n: 1 }]);
  await aMoment();
  expect(handled).toHaveLength(1);
});

test("an event that was kept after all, when the answer was lost, is handled too", async () => {
  const { late, state, handled } = bench(new Map([["ev:1", { n: 1 }]]));
  late.unstored("ev:1", { n: 1 }, away("full"));
  state.away = false;
  await expect.poll(() => handled).toEqual([{ n: 1 }]);
});

test("a stored event whose listener lost the database is handled again, and no other", async () => {
  const rows = new Map<string, Json>([
    ["ev:1", { n: 1 }],
    ["ev:2", { n: 2 }],
  ]);
  const { late, state, handled } = bench(rows);
  late.failed("ev:2", away("busy"));
  state.away = false;
  await expect.poll(() => handled).toEqual([{ n: 2 }]);
});

test.each<[what: string, cause: unknown]>([
  ["a bug", new TypeError("bug")],
  ["a refusal of the database", away("failed")],
])("an event that failed because of %s is not handled again at once", async (_what, cause) => {
  const { late, state, handled } = bench(new Map([["ev:1", {}]]));
  late.failed("ev:1", cause);
  late.unstored("ev:2", {}, cause);
  state.away = false;
  await aMoment();
  expect(handled).toEqual([]);
});
