import type { TicketStore } from "./ports.ts";
import type { Ticket } from "./ticket.ts";

const PAGE = 500;

/** Every ticket there is, newest first, read page by page. */
export async function everyTicket<Case>({
  list,
}: Pick<TicketStore<Case>, "list">): Promise<Ticket<Case>[]> {
  const all: Ticket<Case>[] = [];
  let page = await list({ limit: PAGE });
  while (page.length > 0) {
    all.push(...page);
    const last = page.at(-1);
    page = last === undefined ? [] : await list({ limit: PAGE, before: last.id });
  }
  return all;
}
