import type { Place } from "../desk/ticket.ts";
import type { NewTimer, TicketStore } from "../desk/ports.ts";
import type { RightsOf } from "../desk/rights.ts";
import { card, unborn } from "../desk/ticket-notices.ts";
import type { Clock } from "../kernel/clock.ts";
import { HOUR_MS } from "../kernel/clock.ts";
import type { Instant } from "../kernel/clock.ts";
import type { PersonId, TicketId } from "../kernel/ids.ts";
import type { Locale } from "../kernel/locale.ts";
import { fail, ok } from "../kernel/result.ts";
import type { Result } from "../kernel/result.ts";
import type { DraftStore, Projects, WayBackFor } from "./ports.ts";
import { wayOf } from "./preview-restore.ts";
import type { RestoreCase, RestoreTicket } from "./restore-case.ts";
import type { RestoreDeedProblem } from "./restore-deed-problem.ts";
import type { DraftRef, RestoreDraft } from "./restore-draft.ts";
import { receipt } from "./restore-notices.ts";

type Needs = {
  readonly tickets: Pick<TicketStore<RestoreCase>, "open">;
  readonly drafts: Pick<DraftStore, "get">;
  readonly projects: Projects;
  readonly wayBackFor: WayBackFor;
  readonly rightsOf: RightsOf;
  readonly now: Clock;
};

type Input = {
  readonly draft: DraftRef;
  readonly by: PersonId;
  readonly locale: Locale;
  readonly origin: Place;
  /** When the wanted snapshot is thinned out, where the check found it out. */
  readonly wantedUntil?: Instant;
};

type Filed = { readonly ticket: RestoreTicket; readonly first: boolean };

/**
 * Opens the ticket of a checked request. Only our own database is touched, so it may stand before an `ack`.
 * The same draft and version again gives the first ticket.
 */
export function fileRestore(needs: Needs) {
  return async (input: Input): Promise<Result<Filed, RestoreDeedProblem>> => {
    if (needs.rightsOf(input.by).foreign) return fail({ kind: "not-allowed", needs: "member" });
    const request = await needs.drafts.get(input.draft);
    if (request === undefined) return fail({ kind: "draft-gone" });
    if (request.moment.instant > needs.now()) return fail({ kind: "in-the-future" });
    const way = wayOf(needs, request);
    if (!way.ok) return way;
    const { project, wayBack } = way.value;
    const { product, plan } = project;
    const filed = await needs.tickets.open(
      `draft:${input.draft.draft}:${input.draft.version}`,
      {
        kind: "restore",
        requester: input.by,
        locale: input.locale,
        origin: input.origin,
        words: request.reason,
        case: {
          draft: input.draft,
          request,
          product,
          plan,
          mode: wayBack.mode,
          ...(input.wantedUntil === undefined ? {} : { wantedUntil: input.wantedUntil }),
        },
      },
      (ticket) => ({
        audit: { action: "restore.filed", data: whatWasAsked(input.draft, request) },
        notices: [card(unborn(ticket)), receipt(unborn(ticket))],
        timers: expiryWarnings(ticket.id, input.wantedUntil, needs.now()),
      }),
    );
    return ok(filed);
  };
}

/** What the audit trail keeps of a request: ids and values, not the person's words. */
export const whatWasAsked = ({ draft, version }: DraftRef, request: RestoreDraft) => ({
  draft,
  version,
  project: request.project,
  environment: request.environment,
  instant: request.moment.instant,
  zone: request.moment.zone,
  wanted: [...request.wanted],
  acceptedGapMs: request.acceptedGapMs,
});

const WARN_HOURS = [24, 4, 1] as const;

/** Warnings before the wanted snapshot is thinned out: elapsed hours, unmoved by business hours. */
function expiryWarnings(id: TicketId, wantedUntil: Instant | undefined, now: Instant): NewTimer[] {
  if (wantedUntil === undefined) return [];
  return WARN_HOURS.map((hours) => {
    const key = `expiry:${id}:${hours}`;
    const job = { kind: "restore.expiry-warning", idem: key, ticket: id, data: { hours } };
    return { key, dueAt: (wantedUntil - hours * HOUR_MS) as Instant, job };
  }).filter(({ dueAt }) => dueAt > now);
}

export const expiryTimerKeys = (id: TicketId): string[] =>
  WARN_HOURS.map((hours) => `expiry:${id}:${hours}`);
