import type { Job, JobHandler, JobOutcome } from "../desk/job.ts";
import type { EffectStore, Outbox, TicketStore } from "../desk/ports.ts";
import type { RightsOf } from "../desk/rights.ts";
import type { Clock, Instant } from "../kernel/clock.ts";
import { SECOND_MS } from "../kernel/clock.ts";
import { isTicketId } from "../kernel/ids.ts";
import type { PersonId } from "../kernel/ids.ts";
import { approvalHolds } from "./approve-restore.ts";
import { EngineError } from "./engine-error.ts";
import { endRun } from "./end-run.ts";
import type { Operation } from "./operation.ts";
import type { Projects } from "./ports.ts";
import type { RestoreCase, RestoreTicket } from "./restore-case.ts";
import { engineRun } from "./run-in-hand.ts";
import type { RunInHand } from "./run-in-hand.ts";
import { watchOperation } from "./watch-operation.ts";

type Needs = {
  readonly tickets: TicketStore<RestoreCase>;
  readonly effects: EffectStore;
  readonly outbox: Pick<Outbox, "add">;
  readonly projects: Projects;
  readonly rightsOf: RightsOf;
  /** Brings what is known of people's rights up to date, before they are used. */
  readonly refreshRights: (people: readonly PersonId[]) => Promise<void>;
  readonly now: Clock;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
};

const ASK_AGAIN_MS = 30 * SECOND_MS;

/**
 * The job behind *Run*. It may be taken up any number of times, by any process: the effect row and the
 * idempotency key see to it that the engine does it once. Where an answer was lost, the engine is asked
 * before anything else; nothing is ever sent a second time on a guess.
 */
export function runRestore(needs: Needs): JobHandler {
  return async (job, signal) => {
    const ticket = isTicketId(job.ticket) ? await needs.tickets.get(job.ticket) : undefined;
    if (ticket === undefined || !isStillToRun(ticket, job)) return { kind: "done" };
    const hand = takeInHand(needs, { ticket, job, signal });
    if ("failure" in hand) return endRun(needs, { ticket, job, failure: hand.failure });
    try {
      return await runInHand(needs, hand);
    } catch (cause) {
      return await failed(needs, hand, cause);
    }
  };
}

const isStillToRun = (ticket: RestoreTicket, job: Job): boolean =>
  (ticket.state === "running" || ticket.state === "unknown") &&
  ticket.case.run?.key === job.data["key"];

type Failure = { readonly failure: { readonly kind: string; readonly message: string } };

const failure = (kind: string): Failure => ({ failure: { kind, message: kind } });

function takeInHand(
  { projects }: Needs,
  { ticket, job, signal }: Pick<RunInHand, "ticket" | "job" | "signal">,
): RunInHand | Failure {
  const { approval, restorePlan, request, run } = ticket.case;
  const engine = projects.engineFor(request.project, request.environment);
  if (engine === undefined) return failure("no-engine");
  if (run === undefined || approval === undefined || restorePlan === undefined) {
    return failure("plan-stale");
  }
  return { job, ticket, run, plan: { ...restorePlan, approval }, engine, signal };
}

async function runInHand(needs: Needs, hand: RunInHand): Promise<JobOutcome> {
  const begun = await startOnce(needs, hand);
  if (begun === "lease-lost") return { kind: "finished" };
  if (begun === "lost") return endRun(needs, { ...hand, lost: true });
  if ("failure" in begun) return endRun(needs, { ...hand, failure: begun.failure });
  await needs.effects.settle(hand.run.key, { state: "started", operationId: begun.operation.id });
  const operation = await watchOperation(needs, hand, begun.operation);
  return endRun(needs, { ...hand, operation });
}

type Begun = { readonly operation: Operation } | Failure | "lease-lost" | "lost";

/** Finds the operation that was started under the run's key, else starts it; `lost`: nobody can tell whether there is one. */
async function startOnce(needs: Needs, hand: RunInHand): Promise<Begun> {
  const { job, ticket, run, plan, engine } = hand;
  const row = await needs.effects.begin(job, {
    ticket: ticket.id,
    step: `run-${ticket.case.attempt ?? 1}`,
    idem: run.key,
    requestHash: plan.digest,
  });
  if (!row.ok) return "lease-lost";
  if (row.value !== undefined) {
    const operation = await engine.operationByKey(run.key);
    if (operation !== undefined) return { operation };
    if (!(await mayCallAgain(hand))) return "lost";
  }
  const refusal = await refusalNow(needs, hand);
  return refusal ?? { operation: await engine.execute(plan, engineRun(hand)) };
}

/** Every right is asked again at the moment it is used, hours after the clicks. */
async function refusalNow(needs: Needs, { ticket, run, plan }: RunInHand) {
  await needs.refreshRights([plan.approval.by, run.by]);
  const { rightsOf, now } = needs;
  if (!rightsOf(run.by).staff) return failure("not-allowed");
  const held = approvalHolds(ticket, { runBy: run.by, now: now(), rightsOf });
  return held.ok ? undefined : failure(held.problem.kind);
}

/** Only an engine that keeps keys itself may be called again, under the same key, after it said it has never seen it. */
async function mayCallAgain({ engine, plan }: RunInHand): Promise<boolean> {
  const { nativeIdempotency } = await engine.capabilities(plan.request.scope);
  return nativeIdempotency;
}

async function failed(needs: Needs, hand: RunInHand, cause: unknown): Promise<JobOutcome> {
  if (hand.signal.aborted) return again(needs.now(), "the desk is stopping");
  if (!(cause instanceof EngineError)) throw cause;
  if (cause.retry === "later") return again(needs.now(), cause.message);
  if (cause.retry === "after-probe") return endRun(needs, { ...hand, lost: true });
  return endRun(needs, { ...hand, failure: { kind: cause.kind, message: cause.message } });
}

const again = (now: Instant, reason: string): JobOutcome => ({
  kind: "again",
  runAt: (now + ASK_AGAIN_MS) as Instant,
  reason,
});
