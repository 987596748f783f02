import type { OutboxRow, TicketStore } from "../../desk/ports.ts";
import type { Ticket } from "../../desk/ticket.ts";
import type { Locale } from "../../kernel/locale.ts";
import { isTicketId } from "../../kernel/ids.ts";
import type { People } from "../identity/people.ts";
import { UnknownNotice } from "../outbox/rendered.ts";
import type { Renderers } from "../outbox/renderers.ts";
import { textIn } from "../text/text-in.ts";
import { renderCard } from "./render-card.ts";
import { renderLine } from "./render-line.ts";
import { renderTold, renderToStaff } from "./render-told.ts";

type Needs = {
  readonly tickets: Pick<TicketStore, "get">;
  readonly people: Pick<People, "meet" | "localeOf">;
  readonly deskLocale: Locale;
};

/** The ticket a notice is about, as it is now. */
export async function ticketOf(
  { tickets }: Pick<Needs, "tickets">,
  { data, kind }: OutboxRow,
): Promise<Ticket> {
  const id = data["ticket"];
  const ticket = isTicketId(id) ? await tickets.get(id) : undefined;
  if (ticket === undefined) throw new UnknownNotice(kind, "there is no such ticket");
  return ticket;
}

/** Cards, lines below them, lines to requesters and to staff. */
export function deskRenderers(needs: Needs): Renderers {
  const { people, deskLocale } = needs;
  return {
    card: async (row) => ({
      do: "message",
      message: renderCard(await ticketOf(needs, row), deskLocale),
    }),
    "line.*": async (row) => ({ do: "message", message: renderLine(row, textIn(deskLocale)) }),
    "told.*": async (row) => {
      const ticket = await ticketOf(needs, row);
      const profile = await people.meet(ticket.requester, 2_000);
      const about = { ticket, text: textIn(ticket.locale), zone: profile?.zone ?? "UTC" };
      return { do: "message", message: renderTold(row, about) };
    },
    "staff.*": async (row) => {
      const ticket = await ticketOf(needs, row);
      const { recipient } = row;
      const locale = recipient.to === "person" ? people.localeOf(recipient.person) : deskLocale;
      return { do: "message", message: renderToStaff(row, { ticket, text: textIn(locale) }) };
    },
  };
}
