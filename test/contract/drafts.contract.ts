import { expect, test } from "vitest";
import type { RestoreDraft } from "../../src/restore/restore-draft.ts";
import type { Instant } from "../../src/kernel/clock.ts";
import type { Open } from "./stores.contract.ts";
import { ANNA, OPS1, atOnce } from "./sample.ts";

const draft = (reason: string): RestoreDraft => ({
  project: "shop",
  environment: "staging",
  moment: {
    instant: 1_795_262_309_469 as Instant,
    zone: "Europe/Stockholm",
    words: "i går",
  },
  wanted: ["database"],
  reason,
});

export function draftsContract(open: Open): void {
  test("save() numbers drafts and keeps every version", async () => {
    const { stores } = await open();
    const first = await stores.drafts.save(draft("a"), ANNA);
    const next = await stores.drafts.save(draft("b"), ANNA, first);
    expect([first, next]).toEqual([
      { draft: "D-1", version: 1 },
      { draft: "D-1", version: 2 },
    ]);
    expect(await stores.drafts.get(first)).toEqual(draft("a"));
    expect(await stores.drafts.get(next)).toEqual(draft("b"));
    expect(await stores.drafts.get({ draft: "D-2", version: 1 })).toBeUndefined();
  });

  test("begin() gives a number to save over, and holds nothing", async () => {
    const { stores } = await open();
    const begun = await stores.drafts.begin(ANNA);
    expect(begun).toEqual({ draft: "D-1", version: 0 });
    expect(await stores.drafts.get(begun)).toBeUndefined();
    const saved = await stores.drafts.save(draft("a"), ANNA, begun);
    const again = await stores.drafts.save(draft("b"), ANNA, begun);
    expect([saved, again]).toEqual([
      { draft: "D-1", version: 1 },
      { draft: "D-1", version: 2 },
    ]);
    expect(await stores.drafts.save(draft("c"), OPS1, begun)).toEqual({ draft: "D-2", version: 1 });
  });

  test("save() over somebody else's draft makes a new one", async () => {
    const { stores } = await open();
    const hers = await stores.drafts.save(draft("a"), ANNA);
    expect(await stores.drafts.save(draft("b"), OPS1, hers)).toEqual({ draft: "D-2", version: 1 });
    expect(await stores.drafts.get(hers)).toEqual(draft("a"));
  });

  test("save() from two sides at once makes versions of their own", async () => {
    const { stores, other } = await open();
    const first = await stores.drafts.save(draft("a"), ANNA);
    const all = await atOnce(8, (i) =>
      (i % 2 === 0 ? stores : other).drafts.save(draft(`${i}`), ANNA, first),
    );
    expect(all.map((one) => one.version).toSorted((a, b) => a - b)).toEqual([
      2, 3, 4, 5, 6, 7, 8, 9,
    ]);
  });
}
