import { type Args, countArg, flagArg, neededArg, textArg } from "../args.ts";
import { channelArg } from "../channel-args.ts";
import { BOT_USER, directChannelOf } from "../default-people.ts";
import type { JsonObject } from "../json.ts";
import { type Methods, needScope, TIER } from "../method.ts";
import type { Channel, Message } from "../model.ts";
import { channelShape, messageShape } from "../shapes.ts";
import { SlackError } from "../slack-error.ts";
import type { World } from "../world.ts";

const FAMILY = { public: "channels", private: "groups", im: "im" } as const;

/** Places, who is in them and what was said. */
export const conversationsMethods: Methods = {
  "conversations.open": { scope: "im:write", perMinute: TIER.three, run: open },
  "conversations.info": {
    perMinute: TIER.three,
    run(world, args) {
      const channel = channelArg(world, args);
      needScope(world, `${FAMILY[channel.kind]}:read`);
      return { channel: channelShape(channel) };
    },
  },
  "conversations.list": {
    scope: "channels:read",
    perMinute: TIER.two,
    run(world, args) {
      const known = [...world.state.channels.values()].filter(mayKnow);
      const { items, ...more } = page(known, args);
      return { channels: items.map(channelShape), ...more };
    },
  },
  "conversations.members": {
    perMinute: TIER.four,
    run(world, args) {
      const channel = channelArg(world, args);
      needScope(world, `${FAMILY[channel.kind]}:read`);
      const { items, ...more } = page([...channel.members], args);
      return { members: items, ...more };
    },
  },
  "conversations.history": { perMinute: TIER.three, run: history },
  "conversations.replies": { perMinute: TIER.three, run: replies },
};

const mayKnow = (one: Channel): boolean =>
  one.kind === "public" || (one.kind === "private" && one.members.has(BOT_USER));

function open(world: World, args: Args): JsonObject {
  const user = neededArg(args, "users").split(",")[0] ?? "";
  const channel = world.state.channels.get(directChannelOf(user));
  if (!world.state.people.has(user) || channel === undefined)
    throw new SlackError("user_not_found");
  return { channel: { id: channel.id }, no_op: true, already_open: true };
}

/** The part of a list a cursor points at. */
function page<Item>(all: readonly Item[], args: Args) {
  const limit = countArg(args, "limit", { usual: 100, most: 1_000 });
  const from = Number(Buffer.from(textArg(args, "cursor"), "base64").toString("utf8") || "0");
  if (!Number.isInteger(from) || from < 0) throw new SlackError("invalid_cursor");
  const end = from + limit;
  const next = end < all.length ? Buffer.from(String(end)).toString("base64") : "";
  return {
    items: all.slice(from, end),
    has_more: next !== "",
    response_metadata: { next_cursor: next },
  };
}

function readable(world: World, args: Args): Channel {
  const channel = channelArg(world, args);
  needScope(world, `${FAMILY[channel.kind]}:history`);
  if (!channel.members.has(BOT_USER)) throw new SlackError("not_in_channel");
  return channel;
}

function refuseIn(
  world: World,
  channel: Channel,
  how: "replies-refused" | "history-refused",
): void {
  if (channel.kind === "im" || !world.faults.holds(how)) return;
  throw new SlackError("missing_scope", { needed: "channels:history", provided: "" });
}

/** Roots and broadcast replies, newest first. */
function history(world: World, args: Args): JsonObject {
  const channel = readable(world, args);
  refuseIn(world, channel, "history-refused");
  const shown = visible(world, channel.id).filter(
    (one) => one.thread === undefined || one.broadcast === true,
  );
  return pageOfMessages(world, shown.filter(within(args)).toReversed(), args);
}

/** The root first, then its replies, oldest first. */
function replies(world: World, args: Args): JsonObject {
  const channel = readable(world, args);
  refuseIn(world, channel, "replies-refused");
  const wanted = textArg(args, "ts");
  const all = visible(world, channel.id);
  const root = all.find((one) => one.ts === wanted)?.thread ?? wanted;
  const thread = all.filter((one) => one.ts === root || one.thread === root);
  if (thread.length === 0) throw new SlackError("thread_not_found");
  const isShown = within(args);
  return pageOfMessages(
    world,
    thread.filter((one) => one.ts === root || isShown(one)),
    args,
  );
}

const visible = (world: World, channel: string): readonly Message[] =>
  (world.state.messages.get(channel) ?? []).filter((one) => one.onlyFor === undefined);

function within(args: Args): (message: Message) => boolean {
  const oldest = Number(textArg(args, "oldest") || "0");
  const latest = Number(textArg(args, "latest") || Number.MAX_SAFE_INTEGER);
  const isInclusive = flagArg(args, "inclusive");
  return ({ ts }) => {
    const at = Number(ts);
    return isInclusive ? at >= oldest && at <= latest : at > oldest && at < latest;
  };
}

function pageOfMessages(world: World, messages: readonly Message[], args: Args): JsonObject {
  const { items, ...more } = page(messages, args);
  const metadata = flagArg(args, "include_all_metadata");
  return { messages: items.map((one) => messageShape(world, one, { metadata })), ...more };
}
