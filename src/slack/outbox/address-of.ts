import type { Outbox, OutboxRow } from "../../desk/ports.ts";
import { userOf } from "../../kernel/ids.ts";
import type { Address } from "./probe.ts";

type Needs = { readonly outbox: Pick<Outbox, "posted">; readonly triageChannel: string };

/** Where a notice goes; undefined while the card whose thread it belongs to has not been posted. */
export async function addressOf(
  { recipient }: Pick<OutboxRow, "recipient">,
  { outbox, triageChannel }: Needs,
): Promise<Address | undefined> {
  if (recipient.to === "place") return recipient.place;
  if (recipient.to === "person") return { channel: userOf(recipient.person) };
  if (recipient.to === "triage") return { channel: triageChannel };
  const card = await outbox.posted(`card:${recipient.ticket}`);
  return card === undefined ? undefined : { channel: card.channel, thread: card.ts };
}

/** Rows with the same key are sent one after the other. */
export function queueOf({ recipient }: Pick<OutboxRow, "recipient">): string {
  if (recipient.to === "place") return recipient.place.channel;
  return recipient.to === "person" ? recipient.person : "triage";
}
