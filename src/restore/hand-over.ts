import { deed } from "../desk/deed.ts";
import type { FromCard } from "../desk/desk-problem.ts";
import type { NewTimer } from "../desk/ports.ts";
import { card, line } from "../desk/ticket-notices.ts";
import { DAY_MS, HOUR_MS } from "../kernel/clock.ts";
import type { Instant } from "../kernel/clock.ts";
import type { TicketId } from "../kernel/ids.ts";
import { fail, ok } from "../kernel/result.ts";
import { expiryTimerKeys } from "./file-restore.ts";
import type { RestoreCase } from "./restore-case.ts";
import type { RestoreDeedProblem } from "./restore-deed-problem.ts";
import { handOverPack, receipt } from "./restore-notices.ts";

/** How long a retrieved copy stays. @see content/articles/en/import-a-retrieved-snapshot.md */
export const KEPT_MS = 7 * DAY_MS;

const REMIND_HOURS = [48, 24, 4] as const;

/** Gives the data to the requester: where it is, what it is, what to do, until when. */
export const handOver = deed<Omit<FromCard, "version">, RestoreCase, RestoreDeedProblem>(
  "restore.hand-over",
  { staff: true, claimer: true, states: ["verified"] },
  (ticket, { by }, { now }) => {
    const gapMs = gapNotAccepted(ticket.case);
    if (gapMs !== undefined) return fail({ kind: "gap-not-accepted", gapMs });
    const { placed } = ticket.case;
    const keptUntil = placed === undefined ? undefined : ((placed.at + KEPT_MS) as Instant);
    return ok({
      state: "handed-over",
      case: {
        ...ticket.case,
        handOver: { by, at: now(), ...(keptUntil === undefined ? {} : { keptUntil }) },
      },
      audit: { action: "restore.handed-over", data: { by, keptUntil, path: placed?.path } },
      notices: [
        card(ticket),
        handOverPack(ticket),
        receipt(ticket),
        line(ticket, "handed-over", { by }),
      ],
      timers: keptUntil === undefined ? [] : collectTimers(ticket.id, keptUntil, now()),
      cancelTimers: expiryTimerKeys(ticket.id),
    });
  },
);

/** The gap of what was really placed, where it is larger than the requester has seen or accepted. */
function gapNotAccepted({ placed, request, restorePlan, gapAccepted }: RestoreCase) {
  if (placed === undefined) return undefined;
  const gapMs = request.moment.instant - placed.snapTime;
  const seen = gapAccepted?.gapMs ?? request.acceptedGapMs ?? restorePlan?.gapMs ?? 0;
  return gapMs > seen ? gapMs : undefined;
}

/** Reminders before the copy is removed, and its end. */
function collectTimers(id: TicketId, keptUntil: Instant, now: Instant): NewTimer[] {
  const end = {
    key: `collect:${id}:end`,
    dueAt: keptUntil,
    job: { kind: "restore.not-collected", idem: `collect:${id}:end`, ticket: id, data: {} },
  };
  const reminders = REMIND_HOURS.map((hours) => {
    const key = `collect:${id}:${hours}`;
    const job = { kind: "restore.reminder", idem: key, ticket: id, data: { hours } };
    return { key, dueAt: (keptUntil - hours * HOUR_MS) as Instant, job };
  });
  return [...reminders.filter(({ dueAt }) => dueAt > now), end];
}

export const collectTimerKeys = (id: TicketId): string[] => [
  ...REMIND_HOURS.map((hours) => `collect:${id}:${hours}`),
  `collect:${id}:end`,
];
