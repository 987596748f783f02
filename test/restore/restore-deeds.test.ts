import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { claimTicket } from "../../src/desk/claim-ticket.ts";
import { cancelTicket } from "../../src/desk/cancel-ticket.ts";
import type { PersonId } from "../../src/kernel/ids.ts";
import { acknowledgeHandOver } from "../../src/restore/acknowledge-hand-over.ts";
import { approveRestore } from "../../src/restore/approve-restore.ts";
import { changeMoment } from "../../src/restore/change-moment.ts";
import { fileRestore } from "../../src/restore/file-restore.ts";
import { handOver } from "../../src/restore/hand-over.ts";
import { planTicket } from "../../src/restore/plan-ticket.ts";
import { receiptOf } from "../../src/restore/receipt-of.ts";
import { requestApproval } from "../../src/restore/request-approval.ts";
import { startRestore } from "../../src/restore/start-restore.ts";
import {
  ANNA,
  GUEST,
  HALF_PAST_TEN,
  INES,
  OMAR,
  restoreBench,
  SAM,
} from "../support/restore-bench.ts";
import type { RestoreBench } from "../support/restore-bench.ts";

let bench: RestoreBench;

beforeEach(async () => {
  bench = await restoreBench();
});

afterEach(() => bench.close());

const problemOf = (result: { ok: boolean; problem?: { kind: string } }) =>
  result.ok ? "done" : result.problem?.kind;

describe("fileRestore()", () => {
  test("gives one ticket however often the same draft is sent", async () => {
    const input = {
      draft: await bench.draft(),
      by: ANNA,
      locale: "sv" as const,
      origin: { channel: "D0ANNA" },
    };
    const sent = await Promise.all([1, 2, 3, 4].map(() => fileRestore(bench.needs)(input)));
    const ids = sent.map((one) => (one.ok ? one.value.ticket.id : "refused"));
    expect(new Set(ids)).toEqual(new Set(["RST-1001"]));
    expect(await bench.needs.tickets.list({})).toHaveLength(1);
  });

  test("refuses guests", async () => {
    const filed = await fileRestore(bench.needs)({
      draft: await bench.draft(GUEST),
      by: GUEST,
      locale: "en",
      origin: { channel: "D0GUEST" },
    });
    expect(problemOf(filed)).toBe("not-allowed");
  });
});

describe("claimTicket()", () => {
  test("lets the first click win and tells the second who it was", async () => {
    const { id } = await bench.filed();
    const both = await Promise.all([SAM, INES].map((by) => claimTicket(bench.needs)({ id, by })));
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.find((one) => !one.ok)).toMatchObject({
      problem: { kind: "taken", by: (await bench.ticket(id)).assignee },
    });
  });

  test("refuses a customer, and the audit trail keeps the try", async () => {
    const { id } = await bench.filed();
    expect(problemOf(await claimTicket(bench.needs)({ id, by: ANNA }))).toBe("not-allowed");
    const trail = await bench.needs.tickets.history(id);
    expect(trail.at(-1)).toMatchObject({ action: "desk.claim-refused", actor: ANNA });
  });
});

describe("planTicket()", () => {
  test("freezes the newest snapshot at or before the moment, with its gap", async () => {
    const { case: restore } = await bench.planned();
    expect(restore.restorePlan).toMatchObject({ snapshot: { id: "at-ten" }, gapMs: 30 * 60_000 });
    expect(bench.engine.effects).toEqual([]);
  });

  test("is for the claimer", async () => {
    const { id } = await bench.planned();
    expect(problemOf(await planTicket(bench.needs)({ id, by: INES }))).toBe("taken");
  });
});

describe("approveRestore()", () => {
  test.each<[who: string, by: PersonId, problem: string]>([
    ["the requester", ANNA, "not-allowed"],
    ["the claimer, approver or not", SAM, "same-person"],
    ["somebody without the right", GUEST, "not-allowed"],
  ])("refuses %s", async (_who, by, problem) => {
    bench.approvers.add(SAM);
    const { id, digest } = await bench.planned();
    await requestApproval(bench.needs)({ id, by: SAM, digest });
    const tried = await approveRestore(bench.needs)({ id, by, digest, words: "" });
    expect(problemOf(tried)).toBe(problem);
    expect((await bench.ticket(id)).state).toBe("approval-wanted");
    expect((await bench.needs.tickets.history(id)).at(-1)?.action).toBe("restore.approve-refused");
  });

  test("refuses the requester even where they are an approver", async () => {
    bench.approvers.add(ANNA);
    const { id, digest } = await bench.planned();
    await requestApproval(bench.needs)({ id, by: SAM, digest });
    const tried = await approveRestore(bench.needs)({ id, by: ANNA, digest, words: "" });
    expect(tried).toMatchObject({ problem: { kind: "same-person", as: "requester" } });
  });

  test("is bound to the digest that was seen", async () => {
    const { id, digest } = await bench.planned();
    await requestApproval(bench.needs)({ id, by: SAM, digest });
    const other = `sha256:${"0".repeat(64)}`;
    const tried = await approveRestore(bench.needs)({ id, by: OMAR, digest: other, words: "" });
    expect(problemOf(tried)).toBe("plan-stale");
  });

  test("refuses a restore plan that has expired", async () => {
    const { id, digest } = await bench.planned();
    await requestApproval(bench.needs)({ id, by: SAM, digest });
    bench.advance(4 * 3_600_000);
    const tried = await approveRestore(bench.needs)({ id, by: OMAR, digest, words: "" });
    expect(problemOf(tried)).toBe("plan-stale");
  });

  test("lets one of two approvers win", async () => {
    const { id, digest } = await bench.planned();
    await requestApproval(bench.needs)({ id, by: SAM, digest });
    const both = await Promise.all(
      [OMAR, INES].map((by) => approveRestore(bench.needs)({ id, by, digest, words: "yes" })),
    );
    expect(both.map(problemOf)).toEqual(expect.arrayContaining(["done", "moved-on"]));
  });
});

describe("startRestore()", () => {
  test("wants the environment's name typed", async () => {
    const { id, digest } = await bench.approved();
    const tried = await startRestore(bench.needs)({ id, by: SAM, digest, typed: "production" });
    expect(problemOf(tried)).toBe("name-mismatch");
  });

  test("starts one job for two clicks", async () => {
    const { id, digest } = await bench.approved();
    const clicks = await Promise.all(
      [1, 2].map(() => startRestore(bench.needs)({ id, by: SAM, digest, typed: " Integration " })),
    );
    expect(clicks.map(problemOf)).toEqual(expect.arrayContaining(["done", "moved-on"]));
    expect(await bench.turn()).toBe("finished");
    expect(await bench.turn()).toBe("no job");
    expect(bench.engine.effects).toHaveLength(1);
  });

  test("refuses an approval whose approver has lost the right since", async () => {
    const { id, digest } = await bench.approved();
    bench.approvers.delete(OMAR);
    const tried = await startRestore(bench.needs)({ id, by: SAM, digest, typed: "integration" });
    expect(problemOf(tried)).toBe("not-allowed");
  });

  test("does not run what was changed after it was approved", async () => {
    const { id, digest } = await bench.approved();
    const draft = await bench.draft();
    const changed = await changeMoment(bench.needs)({ id, by: ANNA, draft });
    expect(changed).toMatchObject({
      value: { state: "claimed", case: { request: { moment: { instant: HALF_PAST_TEN } } } },
    });
    const tried = await startRestore(bench.needs)({ id, by: SAM, digest, typed: "integration" });
    expect(problemOf(tried)).toBe("moved-on");
    expect((await bench.ticket(id)).case.approval).toBeUndefined();
  });
});

describe("runRestore()", () => {
  test("ends verified, with report and operation on the ticket", async () => {
    const { id } = await bench.started();
    expect(await bench.turn()).toBe("finished");
    expect(await bench.ticket(id)).toMatchObject({
      state: "verified",
      case: { verification: { state: "matches" }, run: { operation: { state: "succeeded" } } },
    });
  });

  test("asks the rights again when the job starts", async () => {
    const { id } = await bench.started();
    bench.staff.delete(SAM);
    await bench.turn();
    expect(await bench.ticket(id)).toMatchObject({
      state: "failed",
      case: { failure: { kind: "not-allowed" } },
    });
    expect(bench.engine.effects).toEqual([]);
  });

  test.each(["lost-before-effect", "lost-after-effect"] as const)(
    "goes to unknown after an answer %s, asks, and converges on one restore",
    async (trouble) => {
      const { id } = await bench.started();
      bench.engine.trouble.add(trouble);
      expect(await bench.turn()).toBe("again");
      expect((await bench.ticket(id)).state).toBe("unknown");
      bench.advance(60_000);
      await bench.turn();
      expect(bench.engine.effects).toHaveLength(1);
      expect((await bench.ticket(id)).state).toBe("verified");
    },
  );

  test("never calls an engine without keys again when its answer was lost", async () => {
    await bench.close();
    bench = await restoreBench({ nativeIdempotency: false });
    const { id, digest } = await bench.started();
    const job = await bench.needs.jobs.claim("first", ["restore.run"]);
    if (job === undefined) throw new Error("no job");
    // The first worker dies right after noting that it is about to call.
    const run = (await bench.ticket(id)).case.run;
    await bench.needs.effects.begin(job, {
      ticket: id,
      step: "run-1",
      idem: run?.key ?? "",
      requestHash: digest,
    });
    bench.advance(120_000);
    expect(await bench.turn()).toBe("again");
    expect((await bench.ticket(id)).state).toBe("unknown");
    expect(bench.engine.effects).toEqual([]);
  });

  test("waits and tries again while the engine is away", async () => {
    const { id } = await bench.started();
    bench.engine.trouble.add("unavailable");
    expect(await bench.turn()).toBe("again");
    expect((await bench.ticket(id)).state).toBe("running");
    bench.advance(60_000);
    expect(await bench.turn()).toBe("finished");
    expect(bench.engine.effects).toHaveLength(1);
  });

  test("fails with the engine's reason where it refuses", async () => {
    const { id } = await bench.started();
    bench.engine.trouble.add("refused");
    await bench.turn();
    expect(await bench.ticket(id)).toMatchObject({
      state: "failed",
      case: { failure: { kind: "plan-stale" } },
    });
  });

  test("does nothing with a job whose ticket has moved on", async () => {
    const { id } = await bench.started();
    expect(problemOf(await cancelTicket(bench.needs)({ id, by: ANNA }))).toBe("moved-on");
    await bench.turn();
    await bench.needs.jobs.add([
      { kind: "restore.run", idem: "again", ticket: id, data: { key: `${id}:run:1:x` } },
    ]);
    expect(await bench.turn()).toBe("done");
    expect(bench.engine.effects).toHaveLength(1);
  });
});

describe("the receipt", () => {
  test("says what was asked, used and done, and by whom", async () => {
    const { id, digest } = await bench.started();
    await bench.turn();
    expect(problemOf(await handOver(bench.needs)({ id, by: SAM }))).toBe("done");
    expect(
      problemOf(await acknowledgeHandOver(bench.needs)({ id, by: SAM, how: "restored" })),
    ).toBe("not-allowed");
    expect(
      problemOf(await acknowledgeHandOver(bench.needs)({ id, by: ANNA, how: "restored" })),
    ).toBe("done");
    const closed = await bench.ticket(id);
    const receipt = receiptOf(closed, await bench.needs.tickets.history(id));
    expect(closed.state).toBe("closed");
    expect(receipt).toMatchObject({
      asked: { instant: HALF_PAST_TEN, zone: "Europe/Stockholm" },
      used: { snapshot: "at-ten" },
      gapMs: 30 * 60_000,
      digest,
      people: { requester: ANNA, claimer: SAM, approver: OMAR, runner: SAM },
      verification: { state: "matches", files: 3 },
      outcome: "restored",
    });
  });
});
