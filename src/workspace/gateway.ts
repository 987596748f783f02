import { unreachable } from "../kernel/unreachable.ts";
import type { Acked, Attempt, Delivery, Transport } from "./delivery.ts";
import type { DeliveryFault } from "./fault.ts";
import type { FaultBox } from "./faults.ts";
import type { JournalKeeper } from "./journal.ts";
import type { WorkspaceClock } from "./workspace-clock.ts";

/** Brings things to the app, over whatever transport is switched on. */
export type Gateway = {
  /** Once: commands and interactions are never sent again. */
  tell(delivery: Delivery): Promise<Acked>;
  /** Until acknowledged or the ladder ends. Resolves after the first attempt, whatever came of it. */
  tellUntilAcked(delivery: Delivery): Promise<Acked>;
  /** Deliveries that are under way or will be tried again. */
  pending(): number;
};

type Needs = {
  readonly transport: () => Transport;
  readonly elsewhere: (url: string) => Transport;
  readonly faults: FaultBox;
  readonly journal: JournalKeeper;
  readonly clock: WorkspaceClock;
  readonly ackMs: number;
  /** Waits before the second, third and fourth attempt. */
  readonly retryMs: readonly number[];
};

const FIRST: Attempt = { number: 0, reason: "" };

/** Builds the gateway. */
export function makeGateway(needs: Needs): Gateway {
  const { clock, retryMs } = needs;
  const held: (() => void)[] = [];
  let pending = 0;

  const counted = async <Value>(work: Promise<Value>): Promise<Value> => {
    pending += 1;
    try {
      return await work;
    } finally {
      pending -= 1;
    }
  };
  const once = (delivery: Delivery, attempt: Attempt, settle?: (acked: Acked) => void) =>
    counted(attemptOnce(needs, held, { delivery, attempt, settle }));

  const again = (delivery: Delivery, failed: Acked, number: number): void => {
    const waitMs = retryMs[number - 1];
    if (failed.ok || failed.stop === true || waitMs === undefined) return;
    pending += 1;
    clock.after(waitMs, () => {
      pending -= 1;
      const attempt = { number, reason: reasonOf(failed.why) };
      void once(delivery, attempt, (acked) => again(delivery, acked, number + 1));
    });
  };
  return {
    tell: (delivery) => once(delivery, FIRST),
    tellUntilAcked: (delivery) =>
      once(delivery, FIRST, (acked) => {
        if (!acked.ok && acked.why !== "no-connection") again(delivery, acked, 1);
      }),
    pending: () => pending,
  };
}

/** What Slack names as the reason of a retry. */
const reasonOf = (why: string): string =>
  why.startsWith("http_") || why === "connection_failed" ? why : "timeout";

type Try = {
  readonly delivery: Delivery;
  readonly attempt: Attempt;
  /** Called before anybody can know how it ended, so that a retry is due before the clock moves. */
  readonly settle: ((acked: Acked) => void) | undefined;
};

async function attemptOnce(
  needs: Needs,
  held: (() => void)[],
  { delivery, attempt, settle }: Try,
): Promise<Acked> {
  const { clock, faults, journal } = needs;
  const fault = faults.takeDelivery(delivery.name);
  const started = clock.now();
  const work =
    fault === "hold"
      ? afterTheNext(needs, held, delivery, attempt)
      : withFault(needs, fault, delivery, attempt);
  if (fault !== "hold") for (const release of held.splice(0)) setImmediate(release);
  const acked = await work;
  settle?.(acked);
  journal.write({
    kind: "delivery",
    name: delivery.name,
    sent: delivery.payload,
    answer: acked.ok ? acked.body : acked.why,
    ok: acked.ok,
    tookMs: clock.now() - started,
    attempt: attempt.number,
    ...(delivery.user !== undefined && { user: delivery.user }),
  });
  return acked;
}

const afterTheNext = async (
  needs: Needs,
  held: (() => void)[],
  delivery: Delivery,
  attempt: Attempt,
): Promise<Acked> => {
  await new Promise<void>((resolve) => held.push(resolve));
  return needs.transport().send(delivery, attempt);
};

async function withFault(
  { transport, elsewhere, clock, ackMs }: Needs,
  fault: Exclude<DeliveryFault, "hold"> | undefined,
  delivery: Delivery,
  attempt: Attempt,
): Promise<Acked> {
  const wait = (ms: number) => new Promise<void>((resolve) => clock.after(ms, resolve));
  if (fault === undefined) return transport().send(delivery, attempt);
  if (typeof fault === "object") {
    if ("to" in fault) return elsewhere(fault.to).send(delivery, attempt);
    await wait(fault.delayMs);
    return transport().send(delivery, attempt);
  }
  switch (fault) {
    case "drop":
      return { ok: false, why: "dropped", stop: true };
    case "duplicate": {
      const [first] = await Promise.all([
        transport().send(delivery, attempt),
        transport().send(delivery, attempt),
      ]);
      return first;
    }
    case "other-socket":
      return transport().send(delivery, attempt, true);
    case "lose-ack":
      await Promise.all([transport().send(delivery, attempt), wait(ackMs)]);
      return { ok: false, why: transport().silence };
    default:
      return unreachable(fault);
  }
}
