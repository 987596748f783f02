import { APP, BOT, BOT_USER, OTHER_TEAM, TEAM } from "./default-people.ts";
import type { JsonObject } from "./json.ts";
import type { Channel, Message, Person, View } from "./model.ts";
import { botOf, hasScope, type World } from "./world.ts";

/** What Slack calls the kind of a channel in events. */
export const channelTypeOf = (channel: Channel): "channel" | "group" | "im" =>
  (({ public: "channel", private: "group", im: "im" }) as const)[channel.kind];

/** What Slack calls a channel in commands and interactions. */
export const channelNameOf = (channel: Channel): string =>
  ({ public: channel.name, private: "privategroup", im: "directmessage" })[channel.kind];

type With = { readonly metadata?: boolean };

/** A message as the Web API and events show it. */
export function messageShape(world: World, message: Message, show: With = {}): JsonObject {
  return {
    type: "message",
    user: message.user,
    ts: message.ts,
    ...(message.bot === undefined && { client_msg_id: clientIdOf(message.ts) }),
    text: message.text,
    team: world.state.people.get(message.user)?.team ?? TEAM,
    ...(message.blocks.length > 0 && { blocks: message.blocks }),
    ...botParts(world, message),
    ...threadParts(world, message),
    ...(message.edited !== undefined && { edited: { user: message.user, ts: message.edited } }),
    ...(message.reactions.length > 0 && { reactions: reactionShapes(message) }),
    ...(show.metadata === true && message.metadata !== undefined && { metadata: message.metadata }),
  };
}

const clientIdOf = (ts: string): string =>
  `00000000-0000-4000-8000-${ts.replace(".", "").slice(-12).padStart(12, "0")}`;

const reactionShapes = ({ reactions }: Message): readonly JsonObject[] =>
  reactions.map(({ name, users }) => ({ name, users, count: users.length }));

function botParts(world: World, { bot, user }: Message): JsonObject {
  if (bot === undefined) return {};
  const name = world.state.people.get(user)?.name ?? bot;
  const app = bot === BOT ? APP : "A0OTHER";
  const profile = {
    id: bot,
    app_id: app,
    name,
    icons: {},
    deleted: false,
    updated: 0,
    team_id: TEAM,
  };
  return { bot_id: bot, app_id: app, bot_profile: profile };
}

/** Roots with replies carry their counts; replies name their root. */
function threadParts(world: World, message: Message): JsonObject {
  const all = world.state.messages.get(message.channel) ?? [];
  if (message.thread !== undefined) {
    const root = all.find((one) => one.ts === message.thread);
    return {
      thread_ts: message.thread,
      ...(root !== undefined && { parent_user_id: root.user }),
      ...(message.broadcast === true && { subtype: "thread_broadcast" }),
    };
  }
  const replies = repliesOf(all, message.ts);
  const last = replies.at(-1);
  if (last === undefined) return {};
  const users = [...new Set(replies.map((one) => one.user))];
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users: users,
    reply_users_count: users.length,
    latest_reply: last.ts,
  };
}

/** Replies of a thread that everybody sees, oldest first. */
export const repliesOf = (all: readonly Message[], root: string): readonly Message[] =>
  all.filter((one) => one.thread === root && one.onlyFor === undefined);

/** A user as `users.info` shows it. */
export function userShape(world: World, person: Person, withLocale: boolean): JsonObject {
  const { id, team, name, realName, kind, zone, locale } = person;
  return {
    id,
    team_id: team,
    name,
    deleted: kind === "deactivated",
    real_name: realName,
    ...(zone !== undefined && zoneParts(zone, world.clock.now())),
    ...(withLocale && locale !== undefined && { locale }),
    profile: {
      display_name: name,
      real_name: realName,
      image_72: "",
      team,
      ...(hasScope(world, "users:read.email") && { email: `${name}@example.com` }),
    },
    is_admin: false,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: kind === "guest",
    is_ultra_restricted: false,
    is_bot: kind === "bot",
    is_app_user: false,
    is_stranger: kind === "stranger",
    updated: 1_700_000_000,
  };
}

function zoneParts(zone: string, at: number): JsonObject {
  const parts = (style: "long" | "longOffset") =>
    new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: style })
      .formatToParts(at)
      .find((one) => one.type === "timeZoneName")?.value ?? "";
  const [, sign = "+", hours = "0", minutes = "0"] =
    /GMT([+-])(\d+):(\d+)/.exec(parts("longOffset")) ?? [];
  const seconds = Number(hours) * 3_600 + Number(minutes) * 60;
  return { tz: zone, tz_label: parts("long"), tz_offset: sign === "-" ? -seconds : seconds };
}

/** A channel as `conversations.info` shows it. */
export function channelShape(channel: Channel): JsonObject {
  const { id, name, kind, archived, shared, members } = channel;
  if (kind === "im") {
    const user = [...members].find((one) => one !== BOT_USER) ?? "";
    return { id, is_im: true, is_archived: archived, user, context_team_id: TEAM };
  }
  return {
    id,
    name,
    name_normalized: name,
    is_channel: kind === "public",
    is_group: false,
    is_im: false,
    is_mpim: false,
    is_private: kind === "private",
    is_archived: archived,
    is_general: false,
    is_shared: shared,
    is_ext_shared: shared,
    is_member: members.has(BOT_USER),
    num_members: members.size,
    context_team_id: TEAM,
    ...(shared && { connected_team_ids: [OTHER_TEAM] }),
  };
}

/** A view as the Web API and interactions show it. */
export function viewShape(view: View, withState: boolean): JsonObject {
  return {
    id: view.id,
    team_id: TEAM,
    type: view.kind,
    blocks: view.blocks,
    private_metadata: view.metadata,
    callback_id: view.callback,
    state: { values: withState ? view.state : {} },
    hash: view.hash,
    title: view.title,
    close: view.close,
    submit: view.submit,
    clear_on_close: view.clearOnClose,
    notify_on_close: view.notifyOnClose,
    previous_view_id: view.previous ?? null,
    root_view_id: view.root,
    app_id: APP,
    app_installed_team_id: TEAM,
    bot_id: BOT,
    external_id: view.external,
  };
}

/** The acting person in an interaction. */
export const actorShape = ({ id, name, team }: Person): JsonObject => ({
  id,
  username: name,
  name,
  team_id: team,
});

/** The bot's name as people mention it. */
export const botNameOf = (world: World): string => botOf(world)?.name ?? "app";
