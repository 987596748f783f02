import type { TicketStore } from "../desk/ports.ts";
import type { RightsOf } from "../desk/rights.ts";
import { refusedTry, standing } from "../desk/standing.ts";
import { card, line } from "../desk/ticket-notices.ts";
import type { DeskProblem, FromCard } from "../desk/desk-problem.ts";
import type { Clock } from "../kernel/clock.ts";
import { fail, ok } from "../kernel/result.ts";
import type { Result } from "../kernel/result.ts";
import { byHandPlan } from "./by-hand-plan.ts";
import type { ByHand } from "./by-hand-plan.ts";
import type { Capabilities, Projects, WayBackFor } from "./ports.ts";
import { wayOf } from "./preview-restore.ts";
import type { RestoreCase, RestoreTicket } from "./restore-case.ts";
import type { RestoreDeedProblem } from "./restore-deed-problem.ts";
import type { RestorePlan, RestoreRequest, Target } from "./restore-plan.ts";
import { voidedCard } from "./restore-notices.ts";
import { restoreRequestOf } from "./restore-request-of.ts";
import { scopeOf } from "./scope-of.ts";

type Needs = {
  readonly tickets: Pick<TicketStore<RestoreCase>, "get" | "change">;
  readonly projects: Projects;
  readonly wayBackFor: WayBackFor;
  readonly rightsOf: RightsOf;
  /** Milliseconds; a larger gap needs the requester's acceptance. */
  readonly gapLimitMs: number;
  readonly now: Clock;
};

type Input = Omit<FromCard, "version"> & {
  readonly snapshotId?: string;
  readonly target?: Target;
  /** Where no engine sees the snapshots: the one that support's own tools show. */
  readonly byHand?: ByHand;
};

export type PlanTicket = (input: Input) => Promise<Result<RestoreTicket, RestoreDeedProblem>>;

const PLANNABLE = ["claimed", "planned", "approval-wanted", "approved", "failed"] as const;

/**
 * The dry run: asks the engine what it would do, changes nothing there, and freezes the answer as the
 * ticket's restore plan. An approval of an earlier plan is void.
 */
export function planTicket(needs: Needs): PlanTicket {
  return async (input) => {
    const before = await needs.tickets.get(input.id);
    if (before === undefined) return fail({ kind: "no-ticket", id: input.id });
    const allowed = mayPlan(before, input, needs.rightsOf);
    if (!allowed.ok) return allowed.problem.kind === "not-allowed" ? keep(needs, input) : allowed;
    const plan = await dryRun(needs, input, before);
    return plan.ok ? keep(needs, input, plan.value) : plan;
  };
}

const mayPlan = (ticket: RestoreTicket, from: FromCard, rightsOf: RightsOf) =>
  standing({ ticket, card: from, rightsOf }, { staff: true, claimer: true, states: PLANNABLE });

async function dryRun(
  needs: Needs,
  input: Input,
  ticket: RestoreTicket,
): Promise<Result<RestorePlan, RestoreDeedProblem>> {
  const { request, gapAccepted } = ticket.case;
  const way = wayOf(needs, request);
  if (!way.ok) return way;
  const { project, wayBack } = way.value;
  const engine = needs.projects.engineFor(project.id, request.environment);
  const acceptedGapMs = gapAccepted?.gapMs ?? request.acceptedGapMs;
  const can = await engine?.capabilities(scopeOf(project, request.environment));
  const asked = restoreRequestOf({
    project,
    draft: { ...request, ...(acceptedGapMs === undefined ? {} : { acceptedGapMs }) },
    mode: wayBack.mode,
    parts: can?.parts ?? [],
    ticketId: ticket.id,
    requestedBy: ticket.requester,
    gapLimitMs: needs.gapLimitMs,
    ...staffsChoice(input),
  });
  if (isByHand(asked, can)) {
    return input.byHand === undefined
      ? fail({ kind: "by-hand-needed" })
      : byHandPlan(asked, input.byHand, needs.now());
  }
  return engine === undefined ? fail({ kind: "no-engine" }) : engine.planRestore(asked);
}

const staffsChoice = ({ snapshotId, target }: Input) => ({
  ...(snapshotId === undefined ? {} : { snapshotId }),
  ...(target === undefined ? {} : { target }),
});

/** Support lays it out with its own tools where no engine can. */
const isByHand = ({ mode }: RestoreRequest, can: Capabilities | undefined): boolean =>
  mode === "retrieve" && (can === undefined || can.retrieve === "by-hand");

/** Freezes the plan on the ticket, if the ticket still stands as it stood. */
function keep(
  { tickets, rightsOf }: Needs,
  input: Input,
  plan?: RestorePlan,
): Promise<Result<RestoreTicket, RestoreDeedProblem>> {
  return tickets.change<RestoreDeedProblem | DeskProblem>(
    input.id,
    input.by,
    (ticket) => {
      const allowed = mayPlan(ticket, input, rightsOf);
      if (!allowed.ok) return allowed;
      if (plan === undefined || plan.request.moment !== ticket.case.request.moment.instant) {
        return fail({ kind: "plan-stale" });
      }
      return ok({
        state: "planned",
        case: { ...withoutPlan(ticket.case), restorePlan: plan, plannedBy: input.by },
        audit: { action: "restore.planned", data: whatIsPlanned(plan) },
        notices: [
          card(ticket),
          line(ticket, "planned", { by: input.by, digest: plan.digest }),
          ...voidedCard(ticket),
        ],
      });
    },
    refusedTry("restore.plan"),
  );
}

/** The case as it was before anything was planned: plan, approval and what followed are gone. */
export function withoutPlan(old: RestoreCase): RestoreCase {
  const { restorePlan: _plan, plannedBy: _by, approvalWantedBy: _wanted, ...rest } = old;
  const { approval: _approval, failure: _failure, run: _run, ...plain } = rest;
  const { outcomeClaim: _claim, ...bare } = plain;
  return bare;
}

const whatIsPlanned = ({ digest, snapshot, gapMs, expiresAt, request, parts }: RestorePlan) => ({
  digest,
  snapshot: snapshot.id,
  gapMs,
  expiresAt,
  mode: request.mode,
  target: request.target.name,
  parts,
});
