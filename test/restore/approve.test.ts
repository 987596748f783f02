import { expect, test } from "vitest";
import { HOUR_MS, type Instant } from "../../src/kernel/clock.ts";
import { approve } from "../../src/restore/approve.ts";
import { freezePlan, planDigest } from "../../src/restore/plan-digest.ts";
import { planExpiry } from "../../src/restore/plan-expiry.ts";
import type { RestorePlan } from "../../src/restore/restore-plan.ts";
import { aSnapshot } from "../support/a-snapshot.ts";

const at = (ms: number) => ms as Instant;

const plan: RestorePlan = freezePlan({
  id: "rp_1",
  createdAt: at(1000),
  expiresAt: at(5000),
  engine: "local",
  request: {
    scope: { product: "commerce-cloud", plan: "starter", resource: "shop/production" },
    moment: at(900),
    mode: "restore",
    target: { where: "new", name: "back" },
    ticketId: "RST-1",
    requestedBy: "T/ANNA",
    gapLimitMs: HOUR_MS,
  },
  snapshot: aSnapshot("a", 800),
  gapMs: 100,
  destructive: false,
  safetySnapshot: false,
  downtime: "none",
  preconditions: [{ code: "target-free", ok: true }],
  warnings: [],
  customerSteps: ["check-shop"],
});

const by = {
  by: "T/OMAR",
  at: at(2000),
  seenDigest: plan.digest,
  claimedBy: "T/SAM",
  plannedBy: "T/INES",
} as const;

test("approve() marks a plan with who saw which digest and when", () => {
  const approval = { digest: plan.digest, by: "T/OMAR", at: 2000 };
  expect(approve(plan, by)).toEqual({ ok: true, value: { ...plan, approval } });
});

const failing = freezePlan({
  ...plan,
  preconditions: [
    { code: "target-free", ok: false },
    { code: "key-held", ok: true },
  ],
});

test.each<[what: string, change: object, of: RestorePlan, problem: object]>([
  ["the requester", { by: "T/ANNA" }, plan, { kind: "not-a-second-person", as: "requester" }],
  ["the claimant", { by: "T/SAM" }, plan, { kind: "not-a-second-person", as: "claimant" }],
  ["the planner", { by: "T/INES" }, plan, { kind: "not-a-second-person", as: "planner" }],
  ["an old card", { seenDigest: "sha256:0" }, plan, { kind: "digest-differs" }],
  ["an edited plan", {}, { ...plan, gapMs: 1 }, { kind: "digest-differs" }],
  ["the last instant", { at: at(5000) }, plan, { kind: "plan-expired", at: 5000 }],
  [
    "a failed precondition",
    { seenDigest: failing.digest },
    failing,
    { kind: "precondition-failed", codes: ["target-free"] },
  ],
])("approve() refuses %s", (_what, change, of, problem) => {
  expect(approve(of, { ...by, ...change })).toEqual({ ok: false, problem });
});

test("planDigest() does not depend on the order of keys, nor on approval and digest", () => {
  const turned = Object.fromEntries(Object.entries(plan).toReversed()) as RestorePlan;
  expect(planDigest(turned)).toBe(plan.digest);
  const approval = { digest: "x", by: "T/OMAR" as const, at: at(1) };
  expect(planDigest({ ...plan, digest: "other", approval })).toBe(plan.digest);
});

test.each<[what: string, life: object, end: number]>([
  ["four hours where nothing else ends", {}, 4 * HOUR_MS],
  ["the setting", { planLifeMs: 10 }, 10],
  ["the snapshot, less twice the estimate", { snapshotExpiresAt: at(1000), estimateMs: 100 }, 800],
  ["the row of the schedule", { leavesRowAt: at(500), snapshotExpiresAt: at(1000) }, 500],
])("planExpiry() is %s", (_what, life, end) => {
  expect(planExpiry({ createdAt: at(0), ...life })).toBe(end);
});
