import { expect, test } from "vitest";
import type { OperationState } from "../../src/restore/operation.ts";
import { isFinal, mayMove } from "../../src/restore/operation-moves.ts";

const STATES: readonly OperationState[] = [
  "queued",
  "running",
  "verifying",
  "awaiting-customer",
  "cancelling",
  "unknown",
  "succeeded",
  "failed",
  "cancelled",
];

test.each<
  [kind: "create" | "restore" | "retrieve", from: OperationState, to: readonly OperationState[]]
>([
  ["create", "queued", ["running", "unknown", "failed", "cancelled"]],
  ["create", "running", ["verifying", "cancelling", "unknown", "succeeded", "failed"]],
  ["restore", "running", ["verifying", "cancelling", "unknown", "failed"]],
  ["retrieve", "running", ["verifying", "awaiting-customer", "cancelling", "unknown", "failed"]],
  ["restore", "verifying", ["succeeded", "failed"]],
  ["retrieve", "verifying", ["awaiting-customer", "succeeded", "failed"]],
  ["retrieve", "awaiting-customer", ["succeeded", "failed"]],
  ["restore", "cancelling", ["unknown", "succeeded", "failed", "cancelled"]],
  ["retrieve", "unknown", STATES.filter((state) => state !== "unknown")],
])("a %s that is %s may become %j", (kind, from, to) => {
  expect(STATES.filter((state) => mayMove(kind, from, state)).toSorted()).toEqual(to.toSorted());
});

test.each(["succeeded", "failed", "cancelled"] as const)("%s is final", (state) => {
  expect(isFinal(state)).toBe(true);
  expect(STATES.some((to) => mayMove("restore", state, to))).toBe(false);
});
