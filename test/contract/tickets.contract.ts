import { expect, test } from "vitest";
import { fail, ok } from "../../src/kernel/result.ts";
import type { Open } from "./stores.contract.ts";
import {
  ANNA,
  OPS1,
  OPS2,
  atOnce,
  job,
  note,
  notice,
  opened,
  question,
  restore,
} from "./sample.ts";

export function ticketsContract(open: Open): void {
  test("open() numbers restores from 1001 and questions from 1, and keeps every field", async () => {
    const { stores, clock } = await open();
    const first = await stores.tickets.open("k1", restore, opened);
    const second = await stores.tickets.open("k2", restore, opened);
    const asked = await stores.tickets.open("k3", question, opened);
    expect([first.ticket.id, second.ticket.id, asked.ticket.id]).toEqual([
      "RST-1001",
      "RST-1002",
      "Q-1",
    ]);
    expect(await stores.tickets.get("RST-1001")).toEqual({
      ...restore,
      id: "RST-1001",
      state: "new",
      version: 1,
      createdAt: clock.at,
      updatedAt: clock.at,
    });
    expect(await stores.tickets.get("RST-9")).toBeUndefined();
  });

  test("open() with a known key gives the first ticket and changes nothing", async () => {
    const { stores } = await open();
    const opening = () => ({ audit: note(), notices: [notice("n")], jobs: [job("j")] });
    const first = await stores.tickets.open("k", restore, opening);
    const again = await stores.tickets.open("k", { ...restore, words: "other" }, opening);
    expect([first.first, again.first]).toEqual([true, false]);
    expect(again.ticket).toEqual(first.ticket);
    expect(await stores.tickets.history(first.ticket.id)).toHaveLength(1);
    expect(await stores.tickets.list({})).toHaveLength(1);
  });

  test("open() of one key from two sides at once gives one ticket and no gap in the numbers", async () => {
    const { stores, other } = await open();
    const all = await atOnce(24, (i) =>
      (i % 2 === 0 ? stores : other).tickets.open(`k${i % 3}`, restore, opened),
    );
    expect(all.filter((one) => one.first)).toHaveLength(3);
    const ids = new Set(all.map((one) => one.ticket.id));
    expect([...ids].toSorted()).toEqual(["RST-1001", "RST-1002", "RST-1003"]);
  });

  test("open() keeps a given id and finds its ticket under any key", async () => {
    const { stores } = await open();
    const first = await stores.tickets.open("a", { ...question, id: "Q-88" }, opened);
    const again = await stores.tickets.open("b", { ...question, id: "Q-88" }, opened);
    expect([first.ticket.id, first.first, again.first]).toEqual(["Q-88", true, false]);
  });

  test("open() takes assignee, language and waiting time from its opening", async () => {
    const { stores, clock } = await open();
    const more = { assignee: OPS1, locale: "fr", waitingSince: clock.at } as const;
    const { ticket } = await stores.tickets.open("k", restore, () => ({ audit: note(), ...more }));
    expect(await stores.tickets.get(ticket.id)).toMatchObject({ ...more, version: 1 });
  });

  test("change() commits ticket, audit line, job and notice together", async () => {
    const { stores, clock } = await open();
    const { ticket } = await stores.tickets.open("k", restore, opened);
    clock.forward(5_000);
    const changed = await stores.tickets.change(ticket.id, OPS1, () =>
      ok({
        state: "claimed",
        assignee: OPS1,
        case: { environment: "staging", snapshot: "s1" },
        audit: note("desk.claimed"),
        jobs: [job("j")],
        notices: [notice("n")],
      }),
    );
    const now = {
      ...ticket,
      state: "claimed",
      assignee: OPS1,
      version: 2,
      updatedAt: clock.at,
      case: { environment: "staging", snapshot: "s1" },
    };
    expect(changed).toEqual(ok(now));
    expect(await stores.tickets.get(ticket.id)).toEqual(now);
    expect((await stores.jobs.claim("w", ["restore.run"]))?.idem).toBe("j");
    expect((await stores.outbox.take("s", 5)).map((row) => row.idem)).toEqual(["n"]);
    const [, claimed] = await stores.tickets.history(ticket.id);
    expect(claimed).toMatchObject({ action: "desk.claimed", actor: OPS1, ticket: ticket.id });
  });

  test("change() takes assignee and waiting time away with null", async () => {
    const { stores, clock } = await open();
    const given = { assignee: OPS1, waitingSince: clock.at };
    const { ticket } = await stores.tickets.open("k", restore, () => ({ audit: note(), ...given }));
    await stores.tickets.change(ticket.id, OPS1, () =>
      ok({ assignee: null, waitingSince: null, audit: note() }),
    );
    const now = await stores.tickets.get(ticket.id);
    expect(now).not.toHaveProperty("assignee");
    expect(now).not.toHaveProperty("waitingSince");
  });

  test("change() names a missing ticket, an illegal move and a refusal, and changes nothing", async () => {
    const { stores } = await open();
    const { ticket } = await stores.tickets.open("k", restore, opened);
    const missing = await stores.tickets.change("RST-7", OPS1, () => ok({ audit: note() }));
    expect(missing).toEqual(fail({ kind: "no-ticket", id: "RST-7" }));
    const leap = { state: "verified", audit: note(), notices: [notice("leap")] } as const;
    expect(await stores.tickets.change(ticket.id, OPS1, () => ok(leap))).toEqual(
      fail({ kind: "illegal-move", from: "new", to: "verified" }),
    );
    const refused = await stores.tickets.change(ticket.id, OPS1, () => fail({ kind: "no" }));
    expect(refused).toEqual(fail({ kind: "no" }));
    expect(await stores.tickets.get(ticket.id)).toEqual(ticket);
    expect(await stores.outbox.take("s", 5)).toEqual([]);
    expect(await stores.tickets.history(ticket.id)).toHaveLength(1);
  });

  test("change() keeps the audit line of a refusal and nothing else", async () => {
    const { stores } = await open();
    const { ticket } = await stores.tickets.open("k", restore, opened);
    const no = () => fail({ kind: "not-yours" } as const);
    await stores.tickets.change(ticket.id, OPS2, no, (problem) => note(`refused.${problem.kind}`));
    const lines = await stores.tickets.history(ticket.id);
    expect(lines.map((one) => one.action)).toEqual(["desk.opened", "refused.not-yours"]);
    expect(await stores.tickets.get(ticket.id)).toEqual(ticket);
  });

  test("change() keeps nothing of a decision that throws", async () => {
    const { stores } = await open();
    const { ticket } = await stores.tickets.open("k", restore, opened);
    const bug = () => {
      throw new Error("bug");
    };
    await expect(stores.tickets.change(ticket.id, OPS1, bug)).rejects.toThrow("bug");
    expect(await stores.tickets.get(ticket.id)).toEqual(ticket);
  });

  test("change() lets exactly one of many claims win, and shows the others who did", async () => {
    const { stores, other } = await open();
    const { ticket } = await stores.tickets.open("k", restore, opened);
    const claims = await atOnce(20, (i) =>
      (i % 2 === 0 ? stores : other).tickets.change(ticket.id, i % 3 === 0 ? OPS1 : OPS2, (now) =>
        now.state === "new"
          ? ok({
              state: "claimed",
              assignee: i % 3 === 0 ? OPS1 : OPS2,
              audit: note("desk.claimed"),
            })
          : fail({ kind: "moved-on", by: now.assignee }),
      ),
    );
    expect(claims.filter((one) => one.ok)).toHaveLength(1);
    const winner = (await stores.tickets.get(ticket.id))?.assignee;
    const lost = claims.flatMap((one) => (one.ok ? [] : [one.problem]));
    expect(lost).toEqual(Array.from({ length: 19 }, () => ({ kind: "moved-on", by: winner })));
    expect(await stores.tickets.history(ticket.id)).toHaveLength(2);
  });

  test("change() loses no update of many at once", async () => {
    const { stores, other } = await open();
    const { ticket } = await stores.tickets.open("k", { ...restore, case: { n: 0 } }, opened);
    await atOnce(30, (i) =>
      (i % 2 === 0 ? stores : other).tickets.change(ticket.id, OPS1, (now) =>
        ok({ case: { n: (now.case as { n: number }).n + 1 }, audit: note() }),
      ),
    );
    expect(await stores.tickets.get(ticket.id)).toMatchObject({ version: 31, case: { n: 30 } });
  });

  test("change() completes a job in the same commit, and refuses a lost lease with everything else", async () => {
    const { stores, clock } = await open();
    const opening = () => ({ audit: note(), jobs: [job("j")] });
    const { ticket } = await stores.tickets.open("k", restore, opening);
    const old = await stores.jobs.claim("w1", ["restore.run"]);
    clock.forward(61_000);
    const present = await stores.jobs.claim("w2", ["restore.run"]);
    if (old === undefined || present === undefined) throw new Error("expected two holders");
    const finish = (held: typeof old) => () =>
      ok({ state: "claimed" as const, audit: note(), notices: [notice("n")], finishes: held });
    expect(await stores.tickets.change(ticket.id, "desk", finish(old))).toEqual(
      fail({ kind: "lease-lost" }),
    );
    expect(await stores.tickets.get(ticket.id)).toEqual(ticket);
    expect(await stores.outbox.take("s", 5)).toEqual([]);
    expect(await stores.tickets.change(ticket.id, "desk", finish(present))).toMatchObject({
      ok: true,
    });
    clock.forward(61_000);
    expect(await stores.jobs.claim("w3", ["restore.run"])).toBeUndefined();
  });

  test("list() gives the newest first, by kind, state, person and page", async () => {
    const { stores } = await open();
    for (const key of ["a", "b", "c"]) await stores.tickets.open(key, restore, opened);
    await stores.tickets.open("q", { ...question, requester: OPS2 }, opened);
    await stores.tickets.change("RST-1002", OPS1, () =>
      ok({ state: "claimed", assignee: OPS1, audit: note() }),
    );
    const ids = async (query: Parameters<typeof stores.tickets.list>[0]) =>
      (await stores.tickets.list(query)).map((one) => one.id);
    expect(await ids({})).toEqual(["Q-1", "RST-1003", "RST-1002", "RST-1001"]);
    expect(await ids({ kind: "restore", limit: 2 })).toEqual(["RST-1003", "RST-1002"]);
    expect(await ids({ before: "RST-1002" })).toEqual(["RST-1001"]);
    expect(await ids({ states: ["claimed"] })).toEqual(["RST-1002"]);
    expect(await ids({ assignee: OPS1 })).toEqual(["RST-1002"]);
    expect(await ids({ requester: OPS2 })).toEqual(["Q-1"]);
    expect(await ids({ requester: ANNA, states: ["new"] })).toEqual(["RST-1003", "RST-1001"]);
    expect(await ids({ states: [] })).toEqual([]);
    expect(await stores.tickets.countByState("restore")).toEqual({ new: 2, claimed: 1 });
    expect(await stores.tickets.countByState()).toEqual({ new: 3, claimed: 1 });
  });

  test("words of any kind come back as they were, but for NUL and half characters", async () => {
    const { stores } = await open();
    const words = "a\0b \uD800 \"'; drop table ticket; -- \u2028 ä 😬";
    const { ticket } = await stores.tickets.open(
      "k",
      { ...restore, words, case: { words } },
      opened,
    );
    const kept = await stores.tickets.get(ticket.id);
    expect(kept?.words).toBe("a\uFFFDb \uFFFD \"'; drop table ticket; -- \u2028 ä 😬");
    expect(kept?.case).toEqual({ words });
  });
}
