import { deed } from "../desk/deed.ts";
import type { DeedNeeds } from "../desk/deed.ts";
import type { FromCard } from "../desk/desk-problem.ts";
import type { Change, EffectStore } from "../desk/ports.ts";
import { isOwnRestore } from "../desk/standing.ts";
import { card, line, told } from "../desk/ticket-notices.ts";
import type { Instant } from "../kernel/clock.ts";
import type { PersonId } from "../kernel/ids.ts";
import { fail, ok } from "../kernel/result.ts";
import type { Result } from "../kernel/result.ts";
import type { Placed, RestoreCase, RestoreTicket } from "./restore-case.ts";
import type { RestoreDeedProblem } from "./restore-deed-problem.ts";
import { progress } from "./restore-notices.ts";
import { notCheckable } from "./not-checkable.ts";

type Input = Omit<FromCard, "version"> & {
  /** What the card said when it was pressed. */
  readonly happened: boolean;
};

const confirmed = deed<Input, RestoreCase, RestoreDeedProblem>(
  "restore.confirm-outcome",
  { staff: true, states: ["unknown"] },
  (ticket, { by, happened }, { now }) => {
    const claim = ticket.case.outcomeClaim;
    if (claim === undefined || claim.happened !== happened) return fail({ kind: "plan-stale" });
    if (claim.by === by) return fail({ kind: "same-person", as: "claimer" });
    if (isOwnRestore(ticket, by)) return fail({ kind: "same-person", as: "requester" });
    return ok(happened ? itHappened(ticket, by, now()) : itDidNot(ticket, by));
  },
);

/**
 * A second member of staff has seen the same: the ticket goes on as verified by hand, or as failed. The
 * run's effect is settled with it, so that nobody asks the engine any longer.
 */
export function confirmOutcome(
  needs: DeedNeeds<RestoreCase> & { readonly effects: Pick<EffectStore, "settle"> },
): (input: Input) => Promise<Result<RestoreTicket, RestoreDeedProblem>> {
  return async (input) => {
    const done = await confirmed(needs)(input);
    const key = done.ok ? done.value.case.run?.key : undefined;
    if (key !== undefined) {
      await needs.effects.settle(key, { state: "done", result: { byHand: input.happened } });
    }
    return done;
  };
}

function itHappened(ticket: RestoreTicket, by: PersonId, at: Instant): Change<RestoreCase> {
  const placed = placedByRun(ticket, by, at);
  return {
    state: "verified",
    case: {
      ...ticket.case,
      verification: notCheckable(at),
      ...(placed === undefined ? {} : { placed }),
    },
    audit: { action: "restore.outcome-confirmed", data: { by, happened: "true" } },
    notices: [
      card(ticket),
      line(ticket, "outcome-confirmed", { by }),
      ...ended(ticket, "succeeded"),
    ],
  };
}

/** Where a retrieved copy lies: where the run was to lay it. */
function placedByRun({ case: restore }: RestoreTicket, by: PersonId, at: Instant) {
  const { mode, restorePlan, run } = restore;
  if (mode !== "retrieve" || restorePlan === undefined) return undefined;
  const path = run?.operation?.place ?? restorePlan.request.target.name;
  const placed: Placed = { path, at, snapTime: restorePlan.snapshot.pointInTime.to, by };
  return placed;
}

function itDidNot(ticket: RestoreTicket, by: PersonId): Change<RestoreCase> {
  const failure = { kind: "not-happened", message: "not-happened" };
  return {
    state: "failed",
    case: { ...ticket.case, failure },
    audit: { action: "restore.outcome-confirmed", data: { by, happened: "false" } },
    notices: [
      card(ticket),
      line(ticket, "outcome-confirmed", { by }),
      told(ticket, "failed", { kind: failure.kind }),
      ...ended(ticket, "failed"),
    ],
  };
}

function ended(ticket: RestoreTicket, step: string) {
  const key = ticket.case.run?.key;
  return key === undefined ? [] : [progress(ticket, key, { step })];
}
