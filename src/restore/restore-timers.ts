import type { Job, JobHandler } from "../desk/job.ts";
import type { Change, TicketStore } from "../desk/ports.ts";
import { card, line, told, toldStaff } from "../desk/ticket-notices.ts";
import type { Clock } from "../kernel/clock.ts";
import { isTicketId } from "../kernel/ids.ts";
import { fail, ok } from "../kernel/result.ts";
import type { RestoreCase, RestoreTicket } from "./restore-case.ts";
import { approvalCard, handOverPack, receipt } from "./restore-notices.ts";
import { withoutApproval } from "./withdraw-approval.ts";

type Needs = {
  readonly tickets: Pick<TicketStore<RestoreCase>, "change">;
  readonly now: Clock;
};

/** What a timer changes in the ticket as it is when it fires; undefined where it no longer matters. */
type Rule = (ticket: RestoreTicket, job: Job, now: Clock) => Change<RestoreCase> | undefined;

const PLANNED = new Set(["new", "claimed", "planned", "approval-wanted", "approved"]);

const planExpired: Rule = (ticket, job) => {
  const { restorePlan } = ticket.case;
  if (ticket.state !== "approval-wanted" && ticket.state !== "approved") return undefined;
  if (restorePlan === undefined || restorePlan.digest !== job.data["digest"]) return undefined;
  return {
    state: "planned",
    case: withoutApproval(ticket.case),
    audit: { action: "restore.plan-expired", data: { digest: restorePlan.digest } },
    notices: [
      card(ticket),
      approvalCard(ticket, restorePlan.digest),
      line(ticket, "plan-expired", {}),
    ],
  };
};

const expiryWarning: Rule = (ticket, job) => {
  if (!PLANNED.has(ticket.state)) return undefined;
  const hours = Number(job.data["hours"]);
  const { assignee } = ticket;
  return {
    audit: { action: "restore.expiry-warned", data: { hours } },
    notices: [
      card(ticket),
      line(ticket, "expiry-warning", { hours }),
      ...(assignee === undefined ? [] : [toldStaff(ticket, assignee, "expiry-warning", { hours })]),
    ],
  };
};

const reminder: Rule = (ticket, job) => {
  if (ticket.state !== "handed-over") return undefined;
  const hours = Number(job.data["hours"]);
  return {
    audit: { action: "restore.reminded", data: { hours } },
    notices: [told(ticket, "reminder", { hours })],
  };
};

const notCollected: Rule = (ticket, _job, now) => {
  if (ticket.state !== "handed-over") return undefined;
  return {
    state: "closed",
    case: { ...ticket.case, outcome: { how: "not-collected", by: "desk", at: now() } },
    audit: { action: "restore.not-collected", data: {} },
    notices: [
      card(ticket),
      handOverPack(ticket),
      receipt(ticket),
      line(ticket, "not-collected", {}),
      told(ticket, "not-collected", {}),
    ],
  };
};

const RULES: Readonly<Record<string, Rule>> = {
  "restore.plan-expired": planExpired,
  "restore.expiry-warning": expiryWarning,
  "restore.reminder": reminder,
  "restore.not-collected": notCollected,
};

/** Handlers of what falls due around a restore, by job kind. Each says its line once, or nothing any more. */
export const restoreTimers = ({ tickets, now }: Needs): Readonly<Record<string, JobHandler>> =>
  Object.fromEntries(
    Object.entries(RULES).map(([kind, rule]) => [kind, firing({ tickets, now }, rule)]),
  );

const firing =
  ({ tickets, now }: Needs, rule: Rule): JobHandler =>
  async (job) => {
    if (!isTicketId(job.ticket)) return { kind: "done" };
    const changed = await tickets.change(job.ticket, "desk", (ticket) => {
      const change = rule(ticket, job, now);
      return change === undefined
        ? fail({ kind: "past" as const })
        : ok({ ...change, finishes: job });
    });
    return { kind: changed.ok ? "finished" : "done" };
  };
