import type { SlackClient } from "../app/slack-client.ts";

type Where = { readonly channel: string; readonly ts: string; readonly thread?: string };

/** What a message says; nothing where it cannot be read. */
export async function wordsOfMessage(client: SlackClient, where: Where): Promise<string> {
  const { channel, ts, thread } = where;
  try {
    const found =
      thread === undefined
        ? await client.conversations.history({ channel, latest: ts, inclusive: true, limit: 1 })
        : await client.conversations.replies({ channel, ts: thread, latest: ts, inclusive: true });
    return (found.messages ?? []).find((one) => one.ts === ts)?.text ?? "";
  } catch {
    return "";
  }
}
