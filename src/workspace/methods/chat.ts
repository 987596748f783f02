import { type Args, flagArg, given, listArg, neededArg, objectArg, textArg } from "../args.ts";
import { channelArg, channelToWriteTo, messageArg } from "../channel-args.ts";
import { BOT, BOT_USER } from "../default-people.ts";
import { tellChanged, tellDeleted, tellPosted } from "../events.ts";
import type { JsonObject } from "../json.ts";
import { dropMessage, type NewMessage, putMessage, replaceMessage } from "../messages.ts";
import { afterAnswer, type Methods, TIER } from "../method.ts";
import type { Message } from "../model.ts";
import { withIds } from "../elements.ts";
import { messageShape } from "../shapes.ts";
import { SlackError } from "../slack-error.ts";
import { checkMessage } from "../validate-message.ts";
import { findMessage, type World } from "../world.ts";

/** Posting, changing and taking back messages. */
export const chatMethods: Methods = {
  "chat.postMessage": { scope: "chat:write", perMinute: 600, run: post },
  "chat.postEphemeral": { scope: "chat:write", perMinute: TIER.four, run: postEphemeral },
  "chat.update": { scope: "chat:write", perMinute: TIER.three, run: update },
  "chat.delete": { scope: "chat:write", perMinute: TIER.three, run: remove },
  "chat.getPermalink": {
    perMinute: 600,
    run(world, args) {
      const message = messageArg(world, args, "message_ts");
      return { channel: message.channel, permalink: permalinkOf(world, message) };
    },
  },
};

const permalinkOf = (world: World, { channel, ts, thread }: Message): string => {
  const place = `${world.url()}/archives/${channel}/p${ts.replace(".", "")}`;
  return thread === undefined ? place : `${place}?thread_ts=${thread}&cid=${channel}`;
};

/** What all four take: text and blocks, checked. */
function contentOf(world: World, args: Args): Pick<NewMessage, "text" | "blocks"> {
  const blocks = listArg(args, "blocks") ?? [];
  if (given(args, "blocks") && listArg(args, "blocks") === undefined) {
    throw new SlackError("invalid_blocks_format");
  }
  const text = textArg(args, "text");
  checkMessage({ text, blocks, metadata: objectArg(args, "metadata") });
  return { text, blocks: withIds(blocks, () => world.ids.secret(5)) };
}

function threadOf(
  world: World,
  args: Args,
  channel: string,
): Pick<NewMessage, "thread" | "broadcast"> {
  const wanted = textArg(args, "thread_ts");
  if (wanted === "") return {};
  const parent = findMessage(world, channel, wanted);
  if (parent?.onlyFor !== undefined) throw new SlackError("cannot_reply_to_message");
  const thread = parent?.thread ?? wanted;
  const known = parent ?? world.state.messages.get(channel)?.find((one) => one.thread === wanted);
  if (known === undefined) throw new SlackError("thread_not_found");
  return { thread, ...(flagArg(args, "reply_broadcast") && { broadcast: true }) };
}

function post(world: World, args: Args): JsonObject {
  const channel = channelToWriteTo(world, args);
  const metadata = objectArg(args, "metadata");
  const message = putMessage(world, {
    channel: channel.id,
    user: BOT_USER,
    bot: BOT,
    ...contentOf(world, args),
    ...threadOf(world, args, channel.id),
    ...(metadata !== undefined && { metadata }),
  });
  const thread = message.thread ?? message.ts;
  world.state.statuses.delete(`${channel.id}:${thread}`);
  world.hub.tell({ kind: "assistant" });
  afterAnswer(() => tellPosted(world, message));
  const shape = messageShape(world, message, { metadata: true });
  return { channel: channel.id, ts: message.ts, message: shape };
}

function postEphemeral(world: World, args: Args): JsonObject {
  const channel = channelToWriteTo(world, args);
  const user = neededArg(args, "user");
  if (!channel.members.has(user)) throw new SlackError("user_not_in_channel");
  const { ts } = putMessage(world, {
    channel: channel.id,
    user: BOT_USER,
    bot: BOT,
    onlyFor: user,
    ...contentOf(world, args),
    ...threadOf(world, args, channel.id),
  });
  return { message_ts: ts };
}

/** Text without blocks removes the blocks; they stay only where neither is given. */
function update(world: World, args: Args): JsonObject {
  channelArg(world, args);
  const before = messageArg(world, args, "ts");
  if (before.bot !== BOT) throw new SlackError("cant_update_message");
  if (world.state.channels.get(before.channel)?.archived === true)
    throw new SlackError("is_archived");
  const keeps = !given(args, "text") && !given(args, "blocks");
  const content = keeps ? { text: before.text, blocks: before.blocks } : contentOf(world, args);
  const metadata = objectArg(args, "metadata") ?? before.metadata;
  const { text, blocks } = content;
  const after = replaceMessage(world, {
    ...before,
    text,
    blocks,
    edited: world.ids.ts(),
    ...(metadata !== undefined && { metadata }),
  });
  afterAnswer(() => tellChanged(world, before, after));
  return { channel: after.channel, ts: after.ts, text, message: messageShape(world, after) };
}

function remove(world: World, args: Args): JsonObject {
  const message = messageArg(world, args, "ts");
  if (message.bot !== BOT) throw new SlackError("cant_delete_message");
  dropMessage(world, message);
  afterAnswer(() => tellDeleted(world, message));
  return { channel: message.channel, ts: message.ts };
}
