import type { Place } from "../../desk/ticket.ts";
import { mannerOf } from "../knowledge/channel-manner.ts";
import type { ChannelManners } from "../knowledge/channel-manner.ts";
import type { SlackClient } from "./slack-client.ts";

type Needs = {
  readonly client: SlackClient;
  readonly config: { readonly channels: ChannelManners };
};

/** Without a message behind it an answer goes to the person's own messages. */
export const homeOf = ({ user }: { readonly user: string }): Place => ({ channel: user });

/**
 * Where a ticket that was made from a message is answered: in its thread, but in the person's own messages
 * where the bot is no member, where it is silent, or where people of another workspace read along.
 */
export async function answerPlace(
  { client, config }: Needs,
  place: Place,
  person: { readonly user: string },
): Promise<Place> {
  const { channel } = place;
  if (channel.startsWith("D")) return place;
  if (mannerOf(config.channels, channel) === "silent") return homeOf(person);
  try {
    const found = await client.conversations.info({ channel });
    const { is_member: member, is_ext_shared: shared } = found.channel ?? {};
    return member === true && shared !== true ? place : homeOf(person);
  } catch {
    return homeOf(person);
  }
}
