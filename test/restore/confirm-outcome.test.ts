import { afterEach, beforeEach, expect, test } from "vitest";
import type { TicketId } from "../../src/kernel/ids.ts";
import { claimOutcome } from "../../src/restore/claim-outcome.ts";
import { confirmOutcome } from "../../src/restore/confirm-outcome.ts";
import { ANNA, INES, restoreBench, SAM } from "../support/restore-bench.ts";
import type { RestoreBench } from "../support/restore-bench.ts";

let bench: RestoreBench;

beforeEach(async () => {
  bench = await restoreBench();
});

afterEach(() => bench.close());

const problemOf = (result: { ok: boolean; problem?: { kind: string } }) =>
  result.ok ? "done" : result.problem?.kind;

/** A run whose answer was lost. */
async function lost(): Promise<TicketId> {
  const { id } = await bench.started();
  bench.engine.trouble.add("lost-after-effect");
  await bench.turn();
  expect((await bench.ticket(id)).state).toBe("unknown");
  return id;
}

test.each([
  [true, "verified"],
  [false, "failed"],
] as const)("two members of staff settle that it happened: %s", async (happened, state) => {
  const id = await lost();
  const claimed = await claimOutcome(bench.needs)({ id, by: SAM, happened, words: "seen in EC2" });
  expect(problemOf(claimed)).toBe("done");
  expect((await bench.ticket(id)).state).toBe("unknown");
  const alone = await confirmOutcome(bench.needs)({ id, by: SAM, happened });
  expect(problemOf(alone)).toBe("same-person");
  const other = await confirmOutcome(bench.needs)({ id, by: INES, happened: !happened });
  expect(problemOf(other)).toBe("plan-stale");
  expect(problemOf(await confirmOutcome(bench.needs)({ id, by: INES, happened }))).toBe("done");
  const ticket = await bench.ticket(id);
  expect(ticket.state).toBe(state);
  expect(ticket.case.verification?.state).toBe(happened ? "not-checkable" : undefined);
  const actions = (await bench.needs.tickets.history(id)).map(({ action }) => action);
  expect(actions.slice(-4)).toEqual([
    "restore.answer-lost",
    "restore.outcome-claimed",
    "restore.confirm-outcome-refused",
    "restore.outcome-confirmed",
  ]);
  bench.advance(60_000);
  await bench.turn();
  expect((await bench.ticket(id)).state).toBe(state);
  expect(bench.engine.effects).toHaveLength(1);
});

test("what was found out needs evidence, and staff; nothing can be confirmed before", async () => {
  const id = await lost();
  const claim = claimOutcome(bench.needs);
  expect(problemOf(await claim({ id, by: SAM, happened: true, words: " " }))).toBe("words-missing");
  expect(problemOf(await claim({ id, by: ANNA, happened: true, words: "x" }))).toBe("not-allowed");
  const early = await confirmOutcome(bench.needs)({ id, by: INES, happened: true });
  expect(problemOf(early)).toBe("plan-stale");
});
