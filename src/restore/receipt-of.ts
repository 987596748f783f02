import type { AuditEntry } from "../desk/audit-entry.ts";
import type { Instant } from "../kernel/clock.ts";
import type { PersonId, TicketId } from "../kernel/ids.ts";
import type { Operation, VerifyReport } from "./operation.ts";
import type { Placed, RestoreCase, RestoreTicket } from "./restore-case.ts";
import type { RestoreMode, RestorePlan } from "./restore-plan.ts";

/** What was asked, what was done, by whom and when: the whole restore on one page. */
export type Receipt = {
  readonly ticket: TicketId;
  readonly mode: RestoreMode;
  readonly asked: {
    readonly instant: Instant;
    readonly zone: string;
    readonly words: string;
    readonly project: string;
    readonly environment: string;
  };
  readonly used: {
    readonly snapshot: string;
    readonly engine: string;
    readonly from: Instant;
    readonly to: Instant;
  };
  readonly gapMs: number;
  readonly target: string;
  /** Names of the directories and databases that came back, where the engine knows parts. */
  readonly parts?: readonly string[];
  readonly digest: string;
  readonly people: {
    readonly requester: PersonId;
    readonly claimer?: PersonId;
    readonly approver: PersonId;
    readonly runner: PersonId;
  };
  readonly times: {
    readonly filedAt: Instant;
    readonly approvedAt: Instant;
    readonly startedAt: Instant;
    readonly verifiedAt: Instant;
    readonly handedOverAt?: Instant;
    readonly closedAt?: Instant;
  };
  readonly operation?: Pick<Operation, "id" | "state" | "place">;
  readonly verification: VerifyReport;
  readonly placed?: Placed;
  readonly keptUntil?: Instant;
  readonly outcome?: NonNullable<RestoreCase["outcome"]>["how"];
  /** Hash of the last line of the ticket's audit trail: the receipt can be checked against it. */
  readonly auditHead?: string;
};

/** The receipt of a restore that was verified; undefined before that. */
export function receiptOf(
  ticket: RestoreTicket,
  history: readonly AuditEntry[],
): Receipt | undefined {
  const { request, restorePlan, approval, run, verification, mode } = ticket.case;
  if (restorePlan === undefined || approval === undefined || run === undefined) return undefined;
  if (verification === undefined) return undefined;
  const { snapshot, gapMs, digest, request: asked } = restorePlan;
  return {
    ticket: ticket.id,
    mode,
    asked: {
      instant: request.moment.instant,
      zone: request.moment.zone,
      words: request.moment.words,
      project: request.project,
      environment: request.environment,
    },
    used: {
      snapshot: snapshot.id,
      engine: snapshot.engine,
      from: snapshot.pointInTime.from,
      to: snapshot.pointInTime.to,
    },
    gapMs,
    target: run.operation?.place ?? asked.target.name,
    ...broughtBack(restorePlan),
    digest,
    people: {
      requester: ticket.requester,
      approver: approval.by,
      runner: run.by,
      ...(ticket.assignee === undefined ? {} : { claimer: ticket.assignee }),
    },
    times: {
      filedAt: ticket.createdAt,
      approvedAt: approval.at,
      startedAt: run.at,
      verifiedAt: verification.at,
      ...afterwards(ticket.case),
    },
    ...(run.operation === undefined ? {} : { operation: inShort(run.operation) }),
    verification,
    ...end(ticket.case),
    ...(history.at(-1) === undefined ? {} : { auditHead: history.at(-1)?.hash ?? "" }),
  };
}

const broughtBack = ({ parts }: RestorePlan) => (parts === undefined ? {} : { parts });

const inShort = ({ id, state, place }: Operation) => ({
  id,
  state,
  ...(place === undefined ? {} : { place }),
});

const afterwards = ({ handOver, outcome }: RestoreCase) => ({
  ...(handOver === undefined ? {} : { handedOverAt: handOver.at }),
  ...(outcome === undefined ? {} : { closedAt: outcome.at }),
});

const end = ({ placed, handOver, outcome }: RestoreCase) => ({
  ...(placed === undefined ? {} : { placed }),
  ...(handOver?.keptUntil === undefined ? {} : { keptUntil: handOver.keptUntil }),
  ...(outcome === undefined ? {} : { outcome: outcome.how }),
});
