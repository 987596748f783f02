import type { Acked } from "./delivery.ts";
import { APP, BOT_USER, TEAM } from "./default-people.ts";
import { type JsonObject, textOf } from "./json.ts";
import type { Channel, Message } from "./model.ts";
import { channelTypeOf, messageShape } from "./shapes.ts";
import { hasScope, type World } from "./world.ts";

/** Which scope an event needs, by what the manifest subscribes to. */
const EVENT_SCOPES: { readonly [subscription: string]: string } = {
  app_mention: "app_mentions:read",
  "message.channels": "channels:history",
  "message.groups": "groups:history",
  "message.im": "im:history",
  reaction_added: "reactions:read",
  reaction_removed: "reactions:read",
  subteam_members_changed: "usergroups:read",
  user_change: "users:read",
  team_join: "users:read",
};

/** An event before it is wrapped for the app. */
type Event = {
  readonly subscription: string;
  readonly body: JsonObject;
  readonly channel?: Channel;
  readonly user?: string;
};

/**
 * Tells the app of an event, if its manifest subscribes to it, its scopes allow it and the bot is in
 * the channel. Resolves after the first attempt; undefined where the app is not told.
 */
export async function publish(world: World, event: Event): Promise<Acked | undefined> {
  const { manifest, gateway, state } = world;
  const wanted = manifest.settings?.event_subscriptions?.bot_events ?? [];
  const scope = EVENT_SCOPES[event.subscription];
  const isTold =
    !state.gone &&
    wanted.includes(event.subscription) &&
    (scope === undefined || hasScope(world, scope)) &&
    (event.channel === undefined || event.channel.members.has(BOT_USER));
  if (!isTold) return undefined;
  return gateway.tellUntilAcked({
    kind: "events_api",
    name: textOf(event.body["type"]),
    payload: wrap(world, event),
    ...(event.user !== undefined && { user: event.user }),
  });
}

function wrap(world: World, { body, channel }: Event): JsonObject {
  const { ids, clock, enterprise } = world;
  return {
    token: "verif",
    team_id: TEAM,
    context_team_id: TEAM,
    context_enterprise_id: enterprise,
    api_app_id: APP,
    event: body,
    type: "event_callback",
    event_id: ids.id("Ev"),
    event_time: Math.floor(clock.now() / 1_000),
    authorizations: [
      {
        enterprise_id: enterprise,
        team_id: TEAM,
        user_id: BOT_USER,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: channel?.shared ?? false,
    event_context: `4-${ids.secret(24)}`,
  };
}

const subscriptionFor = (channel: Channel): string =>
  ({ channel: "message.channels", group: "message.groups", im: "message.im" })[
    channelTypeOf(channel)
  ];

const messageBody = (world: World, message: Message): JsonObject =>
  messageShape(world, message, { metadata: !world.faults.holds("no-echo-metadata") });

/** A new message: `message`, and `app_mention` too where the bot is named in a channel. */
export async function tellPosted(world: World, message: Message): Promise<void> {
  const channel = world.state.channels.get(message.channel);
  if (channel === undefined || message.onlyFor !== undefined) return;
  const place = { channel: channel.id, event_ts: message.ts };
  const body = { ...messageBody(world, message), ...place, channel_type: channelTypeOf(channel) };
  const { user } = message;
  const told = [publish(world, { subscription: subscriptionFor(channel), body, channel, user })];
  if (channel.kind !== "im" && message.text.includes(`<@${BOT_USER}>`)) {
    const mention = { ...messageBody(world, message), ...place, type: "app_mention" };
    told.push(publish(world, { subscription: "app_mention", body: mention, channel, user }));
  }
  await Promise.all(told);
}

/** A message was edited, by its writer. */
export async function tellChanged(world: World, before: Message, after: Message): Promise<void> {
  await tellHidden(world, after, {
    subtype: "message_changed",
    message: messageBody(world, after),
    previous_message: messageBody(world, before),
  });
}

/** A message is gone. */
export async function tellDeleted(world: World, gone: Message): Promise<void> {
  await tellHidden(world, gone, {
    subtype: "message_deleted",
    deleted_ts: gone.ts,
    previous_message: messageBody(world, gone),
  });
}

async function tellHidden(world: World, about: Message, parts: JsonObject): Promise<void> {
  const channel = world.state.channels.get(about.channel);
  if (channel === undefined || about.onlyFor !== undefined) return;
  const ts = world.ids.ts();
  const body = {
    type: "message",
    ...parts,
    hidden: true,
    channel: channel.id,
    channel_type: channelTypeOf(channel),
    ts,
    event_ts: ts,
  };
  await publish(world, { subscription: subscriptionFor(channel), body, channel, user: about.user });
}

/** Who put which emoji where, or took it away. */
export type ReactionNews = {
  readonly user: string;
  readonly name: string;
  readonly message: Message;
  readonly how: "reaction_added" | "reaction_removed";
};

/** An emoji came or went. */
export async function tellReaction(world: World, news: ReactionNews): Promise<void> {
  const { user, name, message, how } = news;
  const channel = world.state.channels.get(message.channel);
  if (channel === undefined) return;
  const body = {
    type: how,
    user,
    reaction: name,
    item_user: message.user,
    item: { type: "message", channel: message.channel, ts: message.ts },
    event_ts: world.ids.ts(),
  };
  await publish(world, { subscription: how, body, channel, user });
}
