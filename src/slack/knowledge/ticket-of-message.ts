import type { TicketStore } from "../../desk/ports.ts";
import { isFinal } from "../../desk/lifecycle.ts";
import type { Ticket } from "../../desk/ticket.ts";
import { isTicketId } from "../../kernel/ids.ts";
import type { SlackClient } from "../app/slack-client.ts";
import { platformErrorOf } from "../outbox/slack-error.ts";

type Needs = { readonly client: SlackClient; readonly tickets: Pick<TicketStore, "get"> };

/**
 * The open ticket that one of our own messages is about: each carries the id of its notice, and that
 * names the ticket. Undefined for anybody else's message.
 */
export async function ticketOfMessage(
  { client, tickets }: Needs,
  place: { readonly channel: string; readonly ts: string },
): Promise<Ticket | undefined> {
  const idem = await idemOfMessage(client, place);
  const id = idem.split(":").find(isTicketId);
  const ticket = id === undefined ? undefined : await tickets.get(id);
  return ticket === undefined || isFinal(ticket.kind, ticket.state) ? undefined : ticket;
}

async function idemOfMessage(
  client: SlackClient,
  { channel, ts }: { readonly channel: string; readonly ts: string },
): Promise<string> {
  try {
    const found = await client.conversations.history({
      channel,
      latest: ts,
      oldest: ts,
      inclusive: true,
      limit: 1,
      include_all_metadata: true,
    });
    const message = found.messages?.find((one) => one.ts === ts);
    const payload: unknown = message?.metadata?.event_payload;
    return isPayload(payload) ? payload.id : "";
  } catch (cause) {
    if (platformErrorOf(cause) === undefined) throw cause;
    return "";
  }
}

const isPayload = (payload: unknown): payload is { readonly id: string } =>
  typeof payload === "object" &&
  payload !== null &&
  "id" in payload &&
  typeof payload.id === "string";
