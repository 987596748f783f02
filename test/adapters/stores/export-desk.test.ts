import { afterEach, describe, expect, test, vi } from "vitest";
import { exportDesk } from "../../../src/adapters/stores/export-desk.ts";
import { importDesk } from "../../../src/adapters/stores/import-desk.ts";
import { verifyAudit } from "../../../src/adapters/stores/verify-audit.ts";
import { ok } from "../../../src/kernel/result.ts";
import type { RestoreDraft } from "../../../src/restore/restore-draft.ts";
import { ANNA, OPS1, job, note, notice, opened, question, restore } from "../../contract/sample.ts";
import { openTestPostgres, openTestSqlite, postgresAnswers } from "./open-test-stores.ts";
import type { OpenTestStores, TestStores } from "./open-test-stores.ts";

// Real files, processes and servers take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const withPostgres = await postgresAnswers();
const desks: TestStores[] = [];

afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});

async function empty(openTestStores: OpenTestStores): Promise<TestStores> {
  const desk = await openTestStores();
  desks.push(desk);
  return desk;
}

/** A desk with a row in every table. */
async function furnished(openTestStores: OpenTestStores): Promise<TestStores> {
  const desk = await empty(openTestStores);
  const { audit, drafts, effects, inbox, jobs, outbox, questions, tickets } = desk.stores;
  await inbox.store("ev:Å1", { text: "Går det? 😬 \u0000" });
  await inbox.store("ev:z", {});
  await inbox.done("ev:z");
  const draft: RestoreDraft = {
    project: "shop",
    environment: "staging",
    moment: { instant: 1 as never, zone: "UTC", words: "då" },
    wanted: [],
    reason: "",
  };
  await drafts.save(draft, ANNA, await drafts.save(draft, ANNA));
  const timers = [{ key: "sla", dueAt: 1 as never, job: job("timed") }];
  await tickets.open("k1", restore, () => ({
    audit: note(),
    jobs: [job("j")],
    timers,
    notices: [notice("n", { slot: "card" }), notice("m")],
  }));
  for (let i = 0; i < 12; i += 1) await tickets.open(`q${i}`, question, opened);
  await tickets.change("RST-1001", OPS1, () =>
    ok({ state: "claimed", assignee: OPS1, audit: note() }),
  );
  const held = await jobs.claim("w", ["restore.run"]);
  if (held === undefined) throw new Error("expected a job");
  await effects.begin(held, { ticket: "RST-1001", step: "run", idem: "e", requestHash: "h" });
  const [first] = await outbox.take("s", 5);
  if (first === undefined) throw new Error("expected a row");
  await outbox.sent(first, { channel: "C", ts: "1.1" });
  await questions.record(
    {
      askedBy: ANNA,
      place: { channel: "C" },
      messageTs: "1.1",
      words: "?",
      locale: "sv",
      answer: null,
    },
    () => [],
  );
  await questions.setVoice({ channel: "C" }, "person");
  await keepForWriters(desk);
  for (let i = 0; i < 520; i += 1) await audit.append("desk", note(`desk.${i}`));
  return desk;
}

async function keepForWriters({ stores }: TestStores): Promise<void> {
  const { findings, reports, verdicts, recalls } = stores;
  await reports.keep("2026-11-16", { asked: 1 }, []);
  await findings.judge({ key: "sha256:1", what: "false-alarm", by: OPS1, words: "ä" }, note(), []);
  await verdicts.note(new Map([["cell", "yes"]]), "sha256:2", () => []);
  await recalls.record(OPS1, () =>
    ok({
      recalls: [{ question: "Q-13", round: 1, told: {} }],
      audit: note(),
      notices: [],
    }),
  );
}

async function exported({ database }: TestStores): Promise<string[]> {
  const lines: string[] = [];
  await exportDesk(database, (line) => {
    lines.push(line);
  });
  return lines;
}

const pairs: [from: string, to: string, OpenTestStores, OpenTestStores][] = [
  ["SQLite", "SQLite", openTestSqlite, openTestSqlite],
  ["SQLite", "PostgreSQL", openTestSqlite, openTestPostgres],
  ["PostgreSQL", "SQLite", openTestPostgres, openTestSqlite],
];

describe.each(withPostgres ? pairs : pairs.slice(0, 1))("from %s to %s", (_from, _to, from, to) => {
  test("an export comes back with equal bytes, an unbroken trail, and numbers that go on", async () => {
    const lines = await exported(await furnished(from));
    const tables = new Set(lines.slice(1, -1).map((line) => JSON.parse(line).table as string));
    expect(tables.size).toBe(17);
    const copy = await empty(to);
    expect(await importDesk(copy.database, lines)).toBe(lines.length - 2);
    expect(await exported(copy)).toEqual(lines);
    const trail = await verifyAudit(copy.stores.audit);
    expect(trail).toEqual(ok(await copy.stores.audit.head()));
    const { ticket, first } = await copy.stores.tickets.open("new", restore, opened);
    expect([ticket.id, first]).toEqual(["RST-1002", true]);
    expect((await copy.stores.tickets.open("k1", restore, opened)).first).toBe(false);
    await copy.stores.jobs.add([job("later")]);
    await copy.stores.outbox.add([notice("later")]);
    expect(await copy.stores.inbox.store("ev:z", {})).toBe(false);
    expect((await copy.stores.tickets.list({ limit: 1 }))[0]?.id).toBe("RST-1002");
  });
});

const spoiled: [what: string, (lines: string[]) => string[], RegExp][] = [
  ["a cut end", (lines) => lines.slice(0, -1), /checksum/],
  ["a missing row", (lines) => lines.toSpliced(5, 1), /checksum/],
  ["a changed row", (lines) => lines.map((line) => line.replace("då", "nu")), /checksum/],
  ["more after its end", (lines) => [...lines, lines[1] ?? ""], /nothing after/],
  [
    "another format",
    (lines) => lines.toSpliced(0, 1, '{"format":"x"}'),
    /expected "snapdesk-export-1"/,
  ],
  [
    "a table of nobody",
    (lines) => lines.toSpliced(1, 0, '{"row":{"a":1},"table":"pg_roles"}'),
    /pg_roles/,
  ],
];

test.each(spoiled)("importDesk() refuses %s and keeps nothing", async (_what, spoil, message) => {
  const lines = await exported(await furnished(openTestSqlite));
  const copy = await empty(openTestSqlite);
  await expect(importDesk(copy.database, spoil(lines))).rejects.toThrow(message);
  expect(await copy.stores.tickets.list({})).toEqual([]);
  expect((await copy.stores.tickets.open("k", restore, opened)).ticket.id).toBe("RST-1001");
});

test("importDesk() refuses a desk that is in use", async () => {
  const desk = await furnished(openTestSqlite);
  await expect(importDesk(desk.database, await exported(desk))).rejects.toThrow(/to be empty/);
});
