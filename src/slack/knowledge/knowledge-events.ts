import { bodyIn, textIn as textOf } from "../app/incoming.ts";
import type { EventTable } from "../app/register-events.ts";
import { hintNotice } from "./answer-notices.ts";
import { onMention, onMessage } from "./on-message.ts";
import type { MessageNeeds } from "./on-message.ts";

/** Messages, mentions, and our own arrival in a channel. */
export function knowledgeEvents(needs: MessageNeeds): EventTable {
  return {
    message: onMessage(needs),
    app_mention: onMention(needs),
    member_joined_channel: async (body) => {
      const event = bodyIn(body, "event");
      const channel = textOf(event, "channel");
      if (event["user"] !== needs.botUser() || channel === undefined) return;
      const asked = { place: { channel }, messageTs: textOf(event, "event_ts") ?? "joined" };
      await needs.outbox.add([hintNotice(asked, "hello", "en")]);
    },
  };
}
