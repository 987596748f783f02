import type { OutboxRow, TicketStore } from "../../desk/ports.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { RestoreTicket } from "../../restore/restore-case.ts";
import { textIn as textOf } from "../app/incoming.ts";
import type { Message } from "../blocks/elements.ts";
import { ticketOf } from "../desk/desk-renderers.ts";
import { isRestore } from "../desk/kinds-of-ticket.ts";
import { UnknownNotice } from "../outbox/rendered.ts";
import type { Renderers } from "../outbox/renderers.ts";
import { renderApproval } from "./render-approval.ts";
import { renderHandOver } from "./render-hand-over.ts";
import type { Cite } from "./render-hand-over.ts";
import { renderProgress } from "./render-progress.ts";
import { renderReceipt } from "./render-receipt.ts";

type Needs = {
  readonly tickets: Pick<TicketStore, "get">;
  readonly cite: Cite;
  readonly deskLocale: Locale;
  readonly now: Clock;
};

/** Approval cards, progress, receipts and hand-overs. */
export function restoreRenderers(needs: Needs): Renderers {
  const about =
    (render: (ticket: RestoreTicket, row: OutboxRow) => Message) => async (row: OutboxRow) => {
      const ticket = await ticketOf(needs, row);
      if (!isRestore(ticket)) throw new UnknownNotice(row.kind, "expected a restore ticket");
      return { do: "message", message: render(ticket, row) } as const;
    };
  return {
    "approval-card": about((ticket, { data }) =>
      renderApproval(ticket, textOf(data, "digest") ?? "", needs.deskLocale),
    ),
    progress: about((ticket, row) => renderProgress(row, ticket, needs.deskLocale)),
    receipt: about((ticket) => renderReceipt(ticket, needs.now())),
    "hand-over": about((ticket) => renderHandOver(ticket, needs.cite)),
  };
}
