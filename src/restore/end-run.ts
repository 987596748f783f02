import type { Job, JobOutcome } from "../desk/job.ts";
import type { Change, EffectStore, TicketStore } from "../desk/ports.ts";
import { card, line, told } from "../desk/ticket-notices.ts";
import type { Clock, Instant } from "../kernel/clock.ts";
import { SECOND_MS } from "../kernel/clock.ts";
import { ok } from "../kernel/result.ts";
import type { Operation, VerifyReport } from "./operation.ts";
import type { SnapshotEngine } from "./ports.ts";
import type { RestoreCase, RestoreTicket } from "./restore-case.ts";
import { progress } from "./restore-notices.ts";

type Needs = {
  readonly tickets: Pick<TicketStore<RestoreCase>, "change">;
  readonly effects: Pick<EffectStore, "settle">;
  readonly now: Clock;
};

/** How a run came to rest: an operation that rests, an answer that was lost, or a refusal before it began. */
type Rest = {
  readonly job: Job;
  readonly ticket: RestoreTicket;
  readonly engine?: SnapshotEngine;
  readonly operation?: Operation;
  readonly lost?: boolean;
  readonly failure?: { readonly kind: string; readonly message: string };
};

const ASK_AGAIN_MS = 30 * SECOND_MS;

/** Writes the end of a run into its ticket, together with finishing the job; a lost answer keeps the job. */
export async function endRun(needs: Needs, rest: Rest): Promise<JobOutcome> {
  if (rest.lost === true || rest.operation?.state === "unknown") return unknown(needs, rest);
  const end = await endOf(needs, rest);
  const { job, ticket } = rest;
  await settle(needs, rest);
  const changed = await needs.tickets.change(ticket.id, "desk", (now) =>
    ok({ ...end(now), finishes: job }),
  );
  // Refused: somebody else has written the end, so only the job is left over.
  return { kind: changed.ok ? "finished" : "done" };
}

async function settle({ effects }: Needs, { ticket, operation }: Rest): Promise<void> {
  const key = ticket.case.run?.key;
  if (key === undefined || operation === undefined) return;
  await effects.settle(key, { state: "done", operationId: operation.id });
}

type End = (ticket: RestoreTicket) => Change<RestoreCase>;

async function endOf(needs: Needs, { engine, operation, failure }: Rest): Promise<End> {
  if (operation === undefined || engine === undefined) {
    return failedWith(failure ?? { kind: "internal", message: "nothing was started" }, operation);
  }
  if (operation.state === "cancelled") return cancelled(operation);
  if (operation.state === "failed") {
    const { kind, message } = operation.error ?? { kind: "internal", message: "no reason given" };
    return failedWith({ kind, message }, operation);
  }
  const report = await engine.verify({ operationId: operation.id }, "content");
  return report.state === "differs"
    ? failedWith({ kind: "corrupt", message: report.differences.slice(0, 3).join("; ") }, operation)
    : verified(needs.now(), operation, report);
}

/** What the operation came to, on the card, below it and in the progress message. */
function resting(ticket: RestoreTicket, operation: Operation | undefined, step: string) {
  const key = ticket.case.run?.key;
  return {
    run:
      ticket.case.run === undefined
        ? {}
        : { run: { ...ticket.case.run, ...(operation === undefined ? {} : { operation }) } },
    notices: [card(ticket), ...(key === undefined ? [] : [progress(ticket, key, { step })])],
  };
}

const verified =
  (at: Instant, operation: Operation, report: VerifyReport): End =>
  (ticket) => {
    const { run, notices } = resting(ticket, operation, "succeeded");
    const { restorePlan, mode } = ticket.case;
    const placed =
      mode === "retrieve" && operation.place !== undefined && restorePlan !== undefined
        ? {
            path: operation.place,
            at,
            snapTime: restorePlan.snapshot.pointInTime.to,
            by: "engine" as const,
          }
        : undefined;
    return {
      state: "verified",
      case: {
        ...ticket.case,
        ...run,
        verification: report,
        ...(placed === undefined ? {} : { placed }),
      },
      audit: {
        action: "restore.verified",
        data: {
          operation: operation.id,
          snapshot: operation.snapshotId,
          report: report.state,
          files: report.files,
          bytes: report.bytes,
          place: operation.place,
        },
      },
      notices: [...notices, line(ticket, "verified", { operation: operation.id })],
    };
  };

const failedWith =
  (failure: { readonly kind: string; readonly message: string }, operation?: Operation): End =>
  (ticket) => {
    const { run, notices } = resting(ticket, operation, "failed");
    return {
      state: "failed",
      case: { ...ticket.case, ...run, failure },
      audit: { action: "restore.failed", data: { ...failure, operation: operation?.id } },
      notices: [
        ...notices,
        line(ticket, "failed", failure),
        told(ticket, "failed", { kind: failure.kind }),
      ],
    };
  };

const cancelled =
  (operation: Operation): End =>
  (ticket) => {
    const { run, notices } = resting(ticket, operation, "cancelled");
    return {
      state: "cancelled",
      case: { ...ticket.case, ...run },
      audit: { action: "restore.stopped", data: { operation: operation.id } },
      notices: [...notices, line(ticket, "stopped"), told(ticket, "cancelled")],
    };
  };

/** The answer was lost: the ticket says so, and the same job asks the engine again and again. */
async function unknown(needs: Needs, { ticket, operation }: Rest): Promise<JobOutcome> {
  const key = ticket.case.run?.key;
  if (ticket.state !== "unknown" && key !== undefined) {
    await needs.effects.settle(key, {
      state: "unknown",
      ...(operation === undefined ? {} : { operationId: operation.id }),
    });
    await needs.tickets.change(ticket.id, "desk", (now) =>
      ok({
        state: "unknown",
        audit: { action: "restore.answer-lost", data: { key } },
        notices: [card(now), line(now, "unknown"), progress(now, key, { step: "unknown" })],
      }),
    );
  }
  const runAt = (needs.now() + ASK_AGAIN_MS) as Instant;
  return { kind: "again", runAt, reason: "the engine's answer was lost: it is asked again" };
}
