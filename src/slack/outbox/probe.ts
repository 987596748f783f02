import type { SlackClient } from "../app/slack-client.ts";
import { platformErrorOf } from "./slack-error.ts";

/** Where a message was sent, or was meant to be. `channel` may be a person's id. */
export type Address = { readonly channel: string; readonly thread?: string };

export type Posted = { readonly channel: string; readonly ts: string };

/** Whether a message stands in Slack: found, not there, or Slack will not let us look. */
export type Probed =
  | { readonly found: "yes"; readonly posted: Posted }
  | { readonly found: "no" }
  | { readonly found: "refused"; readonly reason: string };

const PAGE = 100;

/**
 * Looks for the message that carries an id, in the newest messages of its channel or thread.
 * A failure that is no refusal throws: ask again later.
 */
export async function probe(client: SlackClient, address: Address, idem: string): Promise<Probed> {
  try {
    const channel = await channelOf(client, address.channel);
    const { thread } = address;
    const found =
      thread === undefined
        ? (await client.conversations.history({ channel, limit: PAGE, include_all_metadata: true }))
            .messages
        : await repliesOf(client, channel, thread);
    const ts = (found ?? []).find((one) => idemOf(one) === idem)?.ts;
    return ts === undefined ? { found: "no" } : { found: "yes", posted: { channel, ts } };
  } catch (cause) {
    const reason = platformErrorOf(cause);
    if (reason === undefined || reason === "internal_error") throw cause;
    return { found: "refused", reason };
  }
}

type Seen = { readonly ts?: string; readonly metadata?: { readonly event_payload?: object } };

const idemOf = ({ metadata }: Seen): unknown => {
  const payload = metadata?.event_payload;
  return payload !== undefined && "id" in payload ? payload.id : undefined;
};

/** A person's id is turned into their direct conversation. */
async function channelOf(client: SlackClient, channel: string): Promise<string> {
  if (!/^[UW]/.test(channel)) return channel;
  const opened = await client.conversations.open({ users: channel });
  return opened.channel?.id ?? channel;
}

/** Threads are listed oldest first, so all pages are read. */
async function repliesOf(client: SlackClient, channel: string, ts: string): Promise<Seen[]> {
  const all: Seen[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.conversations.replies({
      channel,
      ts,
      limit: 200,
      include_all_metadata: true,
      ...(cursor === undefined ? {} : { cursor }),
    });
    all.push(...(page.messages ?? []));
    cursor = page.response_metadata?.next_cursor;
  } while (cursor !== undefined && cursor !== "");
  return all;
}
