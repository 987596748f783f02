import type { Operation, OperationState } from "./operation.ts";

const MOVES: Readonly<Record<OperationState, readonly OperationState[]>> = {
  queued: ["running", "cancelled", "failed", "unknown"],
  running: ["verifying", "awaiting-customer", "succeeded", "failed", "cancelling", "unknown"],
  verifying: ["succeeded", "awaiting-customer", "failed"],
  "awaiting-customer": ["succeeded", "failed"],
  cancelling: ["cancelled", "succeeded", "failed", "unknown"],
  unknown: [
    "queued",
    "running",
    "verifying",
    "awaiting-customer",
    "cancelling",
    "succeeded",
    "failed",
    "cancelled",
  ],
  succeeded: [],
  failed: [],
  cancelled: [],
};

/**
 * Whether an operation may go from one state to another. A restore never goes from running to
 * succeeded: what the provider calls done has still to be compared.
 */
export function mayMove(
  kind: Operation["kind"],
  from: OperationState,
  to: OperationState,
): boolean {
  const gives = kind === "restore" || kind === "retrieve";
  if (from === "running" && to === "succeeded" && gives) return false;
  if (to === "awaiting-customer" && kind !== "retrieve") return false;
  return MOVES[from].includes(to);
}

/** Whether nothing more will happen to an operation. */
export const isFinal = (state: OperationState): boolean => MOVES[state].length === 0;
