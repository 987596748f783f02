import type { Command } from "commander";
import type { AuditEntry } from "../desk/audit-entry.ts";
import { everyTicket } from "../desk/every-ticket.ts";
import type { TicketQuery } from "../desk/ports.ts";
import type { Ticket, TicketState } from "../desk/ticket.ts";
import { toRfc3339 } from "../kernel/clock.ts";
import { isTicketId } from "../kernel/ids.ts";
import { receiptOf } from "../restore/receipt-of.ts";
import type { RestoreCase } from "../restore/restore-case.ts";
import { ticketsCsv } from "../restore/tickets-table.ts";
import type { OpenToRead } from "./open-to-read.ts";
import { complain, print, printJson } from "./output.ts";
import { receiptText } from "./receipt-text.ts";
import { table } from "./table.ts";

type ListOptions = { readonly state?: string; readonly kind?: string; readonly json?: true };

/** `snapdesk tickets list | show | export`: the queue, read beside the running desk. */
export function ticketsCommand(program: Command, openToRead: OpenToRead): void {
  const tickets = program
    .command("tickets")
    .description("the queue, one ticket, or all as CSV or JSON");
  tickets
    .command("list")
    .description("the newest 50 tickets")
    .option("--state <state>", "only these states, separated by commas")
    .option("--kind <kind>", "question or restore")
    .option("--json", "as JSON")
    .action(async (options: ListOptions) => {
      await withTickets(openToRead, async (store) => {
        const found = await store.list(queryFrom(options));
        if (options.json === true) printJson(found);
        else print(found.length === 0 ? "No tickets" : asTable(found));
      });
    });
  tickets
    .command("show")
    .description("one ticket with its audit trail and receipt")
    .argument("<id>", "RST-1042 or Q-88")
    .option("--json", "as JSON")
    .action(async (id: string, options: { readonly json?: true }) => {
      await withTickets(openToRead, (store) => show(store, id, options.json === true));
    });
  tickets
    .command("export")
    .description("every ticket, as CSV, or as JSON lines with its audit trail")
    .option("--json", "as JSON lines")
    .action(async (options: { readonly json?: true }) => {
      await withTickets(openToRead, (store) => exportAll(store, options.json === true));
    });
}

type Store = Awaited<ReturnType<OpenToRead>>["stores"]["tickets"];

async function withTickets(
  openToRead: OpenToRead,
  work: (store: Store) => Promise<void>,
): Promise<void> {
  const { stores, close } = await openToRead();
  try {
    await work(stores.tickets);
  } finally {
    await close();
  }
}

const queryFrom = ({ state, kind }: ListOptions): TicketQuery => ({
  ...(state === undefined ? {} : { states: state.split(",") as TicketState[] }),
  ...(kind === "question" || kind === "restore" ? { kind } : {}),
});

const asTable = (tickets: readonly Ticket[]): string =>
  table(
    ["Ticket", "State", "Requester", "Assignee", "Updated"],
    tickets.map((one) => [
      one.id,
      one.state,
      one.requester,
      one.assignee ?? "-",
      toRfc3339(one.updatedAt),
    ]),
  );

async function show(store: Store, id: string, json: boolean): Promise<void> {
  const name = id.toUpperCase();
  const ticket = isTicketId(name) ? await store.get(name) : undefined;
  if (ticket === undefined) {
    complain(`Cannot show "${id}": expected the number of a ticket such as RST-1001`);
    return;
  }
  const history = await store.history(ticket.id);
  const receipt =
    ticket.kind === "restore" ? receiptOf(ticket as Ticket<RestoreCase>, history) : undefined;
  if (json) {
    printJson({ ...ticket, history, ...(receipt === undefined ? {} : { receipt }) });
    return;
  }
  print(`${asTable([ticket])}\n\n${ticket.words}\n\n${asTrail(history)}`);
  if (receipt !== undefined) print(`\n${receiptText(receipt)}`);
}

const asTrail = (history: readonly AuditEntry[]): string =>
  table(
    ["When", "Who", "What"],
    history.map((entry) => [toRfc3339(entry.at), entry.actor, entry.action]),
  );

async function exportAll(store: Store, json: boolean): Promise<void> {
  const all = await everyTicket(store);
  if (!json) {
    print(ticketsCsv(all));
    return;
  }
  for (const ticket of all) printJson({ ...ticket, history: await store.history(ticket.id) });
}
