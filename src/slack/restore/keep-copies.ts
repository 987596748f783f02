import type { Notice } from "../../desk/notice.ts";
import type { Outbox, OutboxRow, TicketStore } from "../../desk/ports.ts";
import { isTicketId } from "../../kernel/ids.ts";
import { approvalCard, handOverPack, receipt } from "../../restore/restore-notices.ts";
import { isRestore } from "../desk/kinds-of-ticket.ts";

type Needs = {
  readonly tickets: Pick<TicketStore, "get">;
  readonly outbox: Pick<Outbox, "add" | "posted">;
};

/**
 * After a card was drawn anew, the other messages that show the same restore follow: whatever changed
 * it, no copy keeps buttons that no longer do anything. Copies that show the same already are not sent.
 */
export function keepCopies({ tickets, outbox }: Needs): (row: OutboxRow) => Promise<void> {
  return async ({ kind, data }) => {
    const id = data["ticket"];
    if (kind !== "card" || !isTicketId(id)) return;
    const ticket = await tickets.get(id);
    if (ticket === undefined || !isRestore(ticket)) return;
    const digest = ticket.case.restorePlan?.digest;
    const copies: readonly Notice[] = [
      receipt(ticket),
      handOverPack(ticket),
      ...(digest === undefined ? [] : [approvalCard(ticket, digest)]),
    ];
    for (const copy of copies) {
      if (copy.slot === undefined || (await outbox.posted(copy.slot)) === undefined) continue;
      await outbox.add([{ ...copy, idem: `${copy.slot}:copy:${ticket.version}` }]);
    }
  };
}
