import { type Args, textArg } from "./args.ts";
import { BOT_USER, directChannelOf } from "./default-people.ts";
import type { Channel, Message } from "./model.ts";
import { SlackError } from "./slack-error.ts";
import { findMessage, type World } from "./world.ts";

/**
 * The channel a call names, if the bot may know of it.
 *
 * @throws SlackError `channel_not_found`
 */
export function channelArg(world: World, args: Args): Channel {
  const channel = world.state.channels.get(textArg(args, "channel"));
  if (channel === undefined) throw new SlackError("channel_not_found");
  if (channel.kind !== "public" && !channel.members.has(BOT_USER)) {
    throw new SlackError("channel_not_found");
  }
  return channel;
}

/**
 * The channel to write into. A user id is their direct conversation, `#name` a channel.
 *
 * @throws SlackError `channel_not_found`, `not_in_channel`, `is_archived`
 */
export function channelToWriteTo(world: World, args: Args): Channel {
  const wanted = textArg(args, "channel");
  const named = [...world.state.channels.values()].find((one) => `#${one.name}` === wanted);
  const id = world.state.people.has(wanted) ? directChannelOf(wanted) : (named?.id ?? wanted);
  const channel = channelArg(world, { channel: id });
  const isGone = (user: string) => world.state.people.get(user)?.kind === "deactivated";
  if (channel.kind === "im" && [...channel.members].some(isGone)) {
    throw new SlackError("channel_not_found");
  }
  if (!channel.members.has(BOT_USER)) throw new SlackError("not_in_channel");
  if (channel.archived) throw new SlackError("is_archived");
  return channel;
}

/**
 * The message a call names, in a channel the bot is in. Ephemerals are not found.
 *
 * @throws SlackError `message_not_found`
 */
export function messageArg(
  world: World,
  args: Args,
  name: "ts" | "timestamp" | "message_ts",
): Message {
  const channel = channelArg(world, args);
  const message = findMessage(world, channel.id, textArg(args, name));
  if (message === undefined || message.onlyFor !== undefined) {
    throw new SlackError("message_not_found");
  }
  return message;
}
