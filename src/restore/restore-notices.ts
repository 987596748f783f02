import type { Notice } from "../desk/notice.ts";
import { requesterOf } from "../desk/ticket-notices.ts";
import type { RestoreTicket } from "./restore-case.ts";

/** What the requester holds on to: number, moment, what happens next. Kept up to date in place. */
export const receipt = (ticket: RestoreTicket): Notice => ({
  idem: `receipt:${ticket.id}:${ticket.version + 1}`,
  recipient: { to: "person", person: ticket.requester },
  kind: "receipt",
  slot: `receipt:${ticket.id}`,
  data: { ticket: ticket.id },
});

/** The approval card of one frozen restore plan. */
export const approvalCard = (ticket: RestoreTicket, digest: string): Notice => ({
  idem: `approval-card:${ticket.id}:${ticket.version + 1}:${digest}`,
  recipient: { to: "triage" },
  kind: "approval-card",
  slot: `approval:${ticket.id}:${digest}`,
  data: { ticket: ticket.id, digest },
});

/** The approval card that the change makes void, where approval was asked for. */
export const voidedCard = (ticket: RestoreTicket): readonly Notice[] => {
  const { restorePlan, approvalWantedBy } = ticket.case;
  if (restorePlan === undefined || approvalWantedBy === undefined) return [];
  return [approvalCard(ticket, restorePlan.digest)];
};

/** How far a run is; `step` is an operation's state, or how it ended. */
export type ProgressOfRun = {
  readonly step: string;
  readonly done?: number;
  readonly total?: number;
  readonly unit?: "bytes" | "percent" | "steps";
};

/** The one message that shows how far a run is. */
export const progress = (ticket: RestoreTicket, key: string, far: ProgressOfRun): Notice => ({
  idem: ["progress", key, far.step, far.done ?? "", far.total ?? ""].join(":"),
  recipient: { to: "card-thread", ticket: ticket.id },
  kind: "progress",
  slot: `progress:${key}`,
  data: { ticket: ticket.id, ...far },
});

/** Where the data is and what to do now, in the requester's language. */
export const handOverPack = (ticket: RestoreTicket): Notice => ({
  idem: `hand-over:${ticket.id}:${ticket.version + 1}`,
  recipient: requesterOf(ticket),
  kind: "hand-over",
  slot: `hand-over:${ticket.id}`,
  data: { ticket: ticket.id },
});
