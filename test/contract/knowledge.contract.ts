import { expect, test } from "vitest";
import { fail, ok } from "../../src/kernel/result.ts";
import type { Open } from "./stores.contract.ts";
import { ANNA, OPS1, OPS2, atOnce, note, notice } from "./sample.ts";

const falseAlarm = (key: string) =>
  ({ key, what: "false-alarm", by: OPS1, words: "Meant that way \u0000" }) as const;

const asked = (messageTs: string) => ({
  askedBy: ANNA,
  place: { channel: "C0ASK", thread: messageTs },
  messageTs,
  words: "?",
  locale: "sv" as const,
  answer: {},
});

export function knowledgeContract(open: Open): void {
  test("judge() keeps one judgement of a kind, with its notices and its audit line", async () => {
    const { stores, other, clock } = await open();
    const all = await atOnce(6, (i) =>
      (i % 2 === 0 ? stores : other).findings.judge(
        falseAlarm("sha256:1"),
        note("knowledge.false-alarm"),
        [notice(`n${i}`)],
      ),
    );
    // The same words of the same person are one judgement, however often they arrive.
    expect(all).toEqual(all.map(() => true));
    for (const unlike of [{ by: OPS2 }, { words: "Something else" }]) {
      const late = { ...falseAlarm("sha256:1"), ...unlike };
      expect(await stores.findings.judge(late, note(), [notice("late")])).toBe(false);
    }
    const fix = { ...falseAlarm("sha256:1"), what: "fix", ticket: "Q-7" } as const;
    clock.forward(1);
    expect(await stores.findings.judge(fix, note(), [])).toBe(true);
    expect(await stores.findings.judged()).toEqual([
      { ...falseAlarm("sha256:1"), words: "Meant that way \uFFFD", at: clock.at - 1 },
      { ...fix, words: "Meant that way \uFFFD", at: clock.at },
    ]);
    expect(await stores.outbox.take("s", 10)).toHaveLength(1);
    const trail = await stores.audit.entries(1, 10);
    expect(trail.map(({ action }) => action)).toEqual(["knowledge.false-alarm", "desk.opened"]);
  });

  test("keep() keeps a report once, with the notices that post it", async () => {
    const { stores, other, clock } = await open();
    expect(await stores.reports.latest()).toBeUndefined();
    const all = await atOnce(6, (i) =>
      (i % 2 === 0 ? stores : other).reports.keep("2026-11-02", { asked: i }, [notice("report")]),
    );
    expect(all.filter(Boolean)).toHaveLength(1);
    clock.forward(1_000);
    expect(await stores.reports.keep("2026-11-09", { asked: 9 }, [])).toBe(true);
    expect(await stores.reports.get("2026-11-02")).toMatchObject({ at: clock.at - 1_000 });
    expect(await stores.reports.latest()).toEqual({
      id: "2026-11-09",
      at: clock.at,
      report: { asked: 9 },
    });
    expect(await stores.outbox.take("s", 10)).toHaveLength(1);
  });

  test("note() tells of a verdict that changed, once, and keeps since when", async () => {
    const { stores, other, clock } = await open();
    const start = clock.at;
    const first = new Map([
      ["a", "yes"],
      ["b", "no"],
    ]);
    expect(await stores.verdicts.note(first, "c1", () => [])).toEqual([]);
    clock.forward(1_000);
    const next = new Map([
      ["a", "no"],
      ["b", "no"],
      ["c", "yes"],
    ]);
    const told = await atOnce(4, (i) =>
      (i % 2 === 0 ? stores : other).verdicts.note(next, "c2", (changes) =>
        changes.map(({ cell }) => notice(`change:${cell}`)),
      ),
    );
    expect(told.flat()).toEqual([{ cell: "a", from: "yes", to: "no", since: clock.at }]);
    expect(Object.fromEntries(await stores.verdicts.since())).toEqual({
      a: clock.at,
      b: start,
      c: clock.at,
    });
    expect((await stores.outbox.take("s", 10)).map(({ idem }) => idem)).toEqual(["change:a"]);
  });

  test("record() decides on what was recalled before, one after the other", async () => {
    const { stores, other, clock } = await open();
    await stores.questions.record(asked("1.1"), () => []);
    const both = await Promise.all(
      [stores, other].map((one, at) =>
        one.recalls.record(at === 0 ? OPS1 : OPS2, (past) =>
          past.length > 0
            ? fail({ kind: "told" as const })
            : ok({
                recalls: [{ question: "Q-1", round: 1, told: { was: "yes" } }],
                audit: note("knowledge.recalled"),
                notices: [notice("recall:Q-1:1")],
              }),
        ),
      ),
    );
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    const kept = await stores.recalls.all();
    expect(kept).toMatchObject([{ question: "Q-1", round: 1, at: clock.at }]);
    expect(await stores.recalls.get("Q-1", 1)).toEqual(kept[0]);
    expect(await stores.recalls.get("Q-1", 2)).toBeUndefined();
    expect(await stores.outbox.take("s", 10)).toHaveLength(1);
  });

  test("record() keeps the audit line of a refusal and nothing else", async () => {
    const { stores } = await open();
    const refused = await stores.recalls.record(
      ANNA,
      () => fail({ kind: "not-allowed" as const }),
      () => note("knowledge.recall-refused"),
    );
    expect(refused.ok).toBe(false);
    expect(await stores.recalls.all()).toEqual([]);
    const trail = await stores.audit.entries(1, 10);
    expect(trail.map(({ action }) => action)).toEqual(["knowledge.recall-refused"]);
  });
}
