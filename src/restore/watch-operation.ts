import type { Outbox, TicketStore } from "../desk/ports.ts";
import { SECOND_MS } from "../kernel/clock.ts";
import type { Operation, OperationState } from "./operation.ts";
import type { RestoreCase } from "./restore-case.ts";
import { progress } from "./restore-notices.ts";
import type { ProgressOfRun } from "./restore-notices.ts";
import { engineRun } from "./run-in-hand.ts";
import type { RunInHand } from "./run-in-hand.ts";

type Needs = {
  readonly tickets: Pick<TicketStore<RestoreCase>, "get">;
  readonly outbox: Pick<Outbox, "add">;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
};

const UNDER_WAY: ReadonlySet<OperationState> = new Set([
  "queued",
  "running",
  "verifying",
  "cancelling",
]);
const FIRST_LOOK_MS = 200;
const LONGEST_LOOK_MS = 3 * SECOND_MS;

/** Follows an operation until it rests, telling its progress and passing on a wish to stop. */
export async function watchOperation(
  needs: Needs,
  hand: RunInHand,
  started: Operation,
): Promise<Operation> {
  let operation = started;
  let pause = FIRST_LOOK_MS;
  while (UNDER_WAY.has(operation.state)) {
    await tell(needs, hand, operation);
    await passOnStop(needs, hand, operation);
    await needs.sleep(pause, hand.signal);
    hand.signal.throwIfAborted();
    pause = Math.min(pause * 2, LONGEST_LOOK_MS);
    operation = await hand.engine.operation(operation.id);
  }
  return operation;
}

async function tell({ outbox }: Needs, hand: RunInHand, operation: Operation): Promise<void> {
  await outbox.add([progress(hand.ticket, hand.run.key, farOf(operation))]);
}

const farOf = ({ state, progress: far }: Operation): ProgressOfRun => ({
  step: state,
  ...(far === undefined ? {} : far),
});

async function passOnStop(
  { tickets }: Needs,
  hand: RunInHand,
  operation: Operation,
): Promise<void> {
  if (operation.state !== "running" && operation.state !== "queued") return;
  const ticket = await tickets.get(hand.ticket.id);
  if (ticket?.case.run?.stopWantedBy === undefined) return;
  await hand.engine.cancel(operation.id, engineRun(hand));
}
