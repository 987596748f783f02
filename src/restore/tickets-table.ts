import { toCsv } from "../desk/csv.ts";
import { satisfactionOf } from "../desk/satisfaction.ts";
import type { Ticket } from "../desk/ticket.ts";
import { MINUTE_MS, toRfc3339 } from "../kernel/clock.ts";
import type { RestoreCase } from "./restore-case.ts";

const COLUMNS = [
  "id",
  "kind",
  "state",
  "requester",
  "assignee",
  "locale",
  "created",
  "updated",
  "project",
  "environment",
  "moment",
  "zone",
  "snapshot",
  "gapMinutes",
  "outcome",
  "satisfaction",
] as const;

/** The queue as a table for spreadsheets: one row a ticket. */
export const ticketsCsv = (tickets: readonly Ticket[]): string => toCsv(COLUMNS, tickets.map(row));

const row = (ticket: Ticket): (string | number | undefined)[] => [
  ticket.id,
  ticket.kind,
  ticket.state,
  ticket.requester,
  ticket.assignee,
  ticket.locale,
  toRfc3339(ticket.createdAt),
  toRfc3339(ticket.updatedAt),
  ...(ticket.kind === "restore" ? restoreCells(ticket.case as RestoreCase) : NO_RESTORE),
  satisfactionOf(ticket),
];

/** A question has none of the restore's columns. */
const NO_RESTORE = Array.from({ length: 7 }, () => undefined);

const restoreCells = ({ request, restorePlan, outcome }: RestoreCase) => [
  request.project,
  request.environment,
  toRfc3339(request.moment.instant),
  request.moment.zone,
  restorePlan?.snapshot.id,
  restorePlan === undefined ? undefined : Math.round(restorePlan.gapMs / MINUTE_MS),
  outcome?.how,
];
