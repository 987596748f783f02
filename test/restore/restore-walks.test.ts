import * as fc from "fast-check";
import { expect, test } from "vitest";
import { cancelTicket } from "../../src/desk/cancel-ticket.ts";
import { claimTicket } from "../../src/desk/claim-ticket.ts";
import { handTicketTo } from "../../src/desk/hand-ticket-to.ts";
import { mayMove } from "../../src/desk/lifecycle.ts";
import { rejectTicket } from "../../src/desk/reject-ticket.ts";
import type { PersonId, TicketId } from "../../src/kernel/ids.ts";
import { acknowledgeHandOver, reportProblem } from "../../src/restore/acknowledge-hand-over.ts";
import { approveRestore, refuseRestore } from "../../src/restore/approve-restore.ts";
import { askEngine } from "../../src/restore/ask-engine.ts";
import { changeMoment } from "../../src/restore/change-moment.ts";
import { handOver } from "../../src/restore/hand-over.ts";
import { planTicket } from "../../src/restore/plan-ticket.ts";
import { requestApproval } from "../../src/restore/request-approval.ts";
import { retryRestore } from "../../src/restore/retry-restore.ts";
import { startRestore } from "../../src/restore/start-restore.ts";
import { stopRestore } from "../../src/restore/stop-restore.ts";
import { withdrawApproval } from "../../src/restore/withdraw-approval.ts";
import { ANNA, INES, OMAR, restoreBench, SAM } from "../support/restore-bench.ts";
import type { RestoreBench } from "../support/restore-bench.ts";
import type { Trouble } from "../support/scripted-engine.ts";

const RUNS = Number(process.env["WALKS"] ?? 40);
const STEPS = 60;

const PEOPLE: readonly PersonId[] = [ANNA, SAM, INES, OMAR];

type Step = { readonly deed: string; readonly who: PersonId; readonly other: PersonId };

/**
 * `go` does what the state asks for next, so that walks get far; `go-as` lets anybody try just that, with a
 * digest they may have seen earlier; and everybody tries everything all the same.
 */
const OFTEN = [
  ...Array.from({ length: 30 }, () => "go"),
  ...Array.from({ length: 15 }, () => "go-as"),
];

const DEEDS =
  "claim plan ask-approval approve approve start turn turn hand-over acknowledge hand-to withdraw refuse stop problem change retry cancel reject ask-engine wait wait-long trouble lose-right get-right";

const steps = fc.array(
  fc.record({
    deed: fc.constantFrom(...OFTEN, ...DEEDS.split(" ")),
    who: fc.constantFrom(...PEOPLE),
    other: fc.constantFrom(...PEOPLE),
  }),
  { maxLength: STEPS, size: "max" },
);

const TROUBLES: readonly Trouble[] = [
  "lost-before-effect",
  "lost-after-effect",
  "unavailable",
  "refused",
];

const NEXT: Readonly<Record<string, string>> = {
  new: "claim",
  claimed: "plan",
  planned: "ask-approval",
  "approval-wanted": "approve",
  approved: "start",
  running: "turn",
  verified: "hand-over",
  "handed-over": "acknowledge",
  failed: "retry",
  unknown: "turn",
};

async function take(
  bench: RestoreBench,
  id: TicketId,
  step: Step,
  seen: Set<string>,
): Promise<void> {
  const { needs, engine } = bench;
  const { state, assignee = SAM, case: restore } = await bench.ticket(id);
  const { other } = step;
  const deed = step.deed.startsWith("go") ? (NEXT[state] ?? "wait") : step.deed;
  const guided = { approve: OMAR, acknowledge: ANNA, claim: SAM };
  const who =
    step.deed === "go" ? ((guided as Record<string, PersonId>)[deed] ?? assignee) : step.who;
  const card = { id, by: who };
  const now = restore.restorePlan?.digest ?? "";
  const [earlier = now] = seen;
  seen.add(now);
  const digest = step.deed === "go-as" && other === OMAR ? earlier : now;
  const typed = "integration";
  const deeds: Readonly<Record<string, () => unknown>> = {
    claim: () => claimTicket(needs)(card),
    plan: () => planTicket(needs)(card),
    "ask-approval": () => requestApproval(needs)({ ...card, digest }),
    approve: () => approveRestore(needs)({ ...card, digest, words: "agreed" }),
    start: () => startRestore(needs)({ ...card, digest, typed }),
    turn: () => bench.turn(),
    "hand-over": () => handOver(needs)(card),
    acknowledge: () => acknowledgeHandOver(needs)({ ...card, how: "restored" }),
    "hand-to": () => handTicketTo(needs)({ ...card, to: other }),
    withdraw: () => withdrawApproval(needs)(card),
    refuse: () => refuseRestore(needs)({ ...card, digest, words: "not this one" }),
    stop: () => stopRestore(needs)(card),
    problem: () => reportProblem(needs)({ ...card, words: "orders are missing" }),
    change: async () => changeMoment(needs)({ ...card, draft: await bench.draft() }),
    retry: () => retryRestore(needs)(card),
    cancel: () => cancelTicket(needs)(card),
    reject: () => rejectTicket(needs)({ ...card, words: "not ours" }),
    "ask-engine": () => askEngine(needs)(card),
    wait: () => bench.advance(60_000),
    "wait-long": () => bench.advance(5 * 3_600_000),
    trouble: () => engine.trouble.add(TROUBLES[PEOPLE.indexOf(who)] ?? "refused"),
    "lose-right": () => (bench.approvers.delete(who), bench.staff.delete(other)),
    "get-right": () => (bench.approvers.add(who), bench.staff.add(other)),
  };
  await deeds[deed]?.();
}

/** A turn of the worker may move the ticket more than once. */
const SEVERAL_MOVES = new Set(["turn", "go", "go-as"]);

function grantAll({ staff, approvers }: RestoreBench): void {
  for (const one of PEOPLE) {
    staff.add(one);
    approvers.add(one);
  }
}

/** What makes an approval void. */
const VOIDING = new Set(["restore.changed", "restore.approval-withdrawn", "restore.planned"]);

/** What must hold after every step, told from the engine's journal and the audit trail alone. */
async function check(bench: RestoreBench, id: TicketId): Promise<void> {
  const trail = await bench.needs.tickets.history(id);
  const started = trail.filter(({ action }) => action === "restore.started");
  const { effects } = bench.engine;
  expect(new Set(effects).size).toBe(effects.length);
  for (const key of effects) {
    const start = started.find(({ data }) => data["key"] === key);
    expect(start, `a run nobody started: ${key}`).toBeDefined();
    const approval = trail.findLast(
      ({ action, seq }) => action === "restore.approved" && seq < (start?.seq ?? 0),
    );
    expect(approval?.data["digest"]).toBe(start?.data["digest"]);
    expect(new Set([ANNA, start?.data["by"], approval?.data["by"]]).size).toBe(3);
    const since = trail.filter(({ seq }) => seq > (approval?.seq ?? 0) && seq < (start?.seq ?? 0));
    expect(since.filter(({ action }) => VOIDING.has(action))).toEqual([]);
  }
}

test(
  "however people press, every restore that happens was approved by a third person, as it stood, and once",
  { timeout: 120_000 },
  async () => {
    let ran = 0;
    await fc.assert(
      fc.asyncProperty(steps, fc.boolean(), async (walk, everybody) => {
        const bench = await restoreBench();
        const seen = new Set<string>();
        if (everybody) grantAll(bench);
        try {
          const { id } = await bench.filed();
          let before = await bench.ticket(id);
          for (const step of walk) {
            await take(bench, id, step, seen);
            const now = await bench.ticket(id);
            expect(now.version).toBeGreaterThanOrEqual(before.version);
            const one = !SEVERAL_MOVES.has(step.deed);
            expect(one && !mayMove("restore", before.state, now.state)).toBe(false);
            before = now;
          }
          await check(bench, id);
          ran += bench.engine.effects.length;
        } finally {
          await bench.close();
        }
      }),
      { numRuns: RUNS },
    );
    expect(ran).toBeGreaterThan(0);
  },
);
