import type { Outcome, Said } from "./control.ts";
import { APP, directChannelOf, TEAM } from "./default-people.ts";
import { publish } from "./events.ts";
import { baseOf, interact, triggerOf } from "./interaction.ts";
import { isObject, type JsonObject, textOf } from "./json.ts";
import type { Channel, Message, Person } from "./model.ts";
import { DONE, outcomeOf, refuse } from "./outcome.ts";
import { activePerson, standIn } from "./person-says.ts";
import { makeResponseUrl, postResponse } from "./response-urls.ts";
import { channelNameOf, messageShape, viewShape } from "./shapes.ts";
import { SlackError } from "./slack-error.ts";
import { markUp } from "./typed-text.ts";
import { makeTrigger } from "./views.ts";
import { findMessage, hasScope, type World } from "./world.ts";

/** Runs a slash command: `/restore yesterday 14:30`. The `ts` is that of the app's answer, if it gave one. */
export async function runCommand(
  world: World,
  user: string,
  channelId: string,
  line: string,
): Promise<Said> {
  const standing = standIn(world, user, channelId);
  if (!standing.ok) return standing;
  const { name, words } = wordsOf(line);
  const known = world.manifest.features?.slash_commands?.find((one) => one.command === name);
  if (known === undefined || !hasScope(world, "commands")) return refuse("unknown-command", name);

  const { person, channel } = standing;
  const text = known.should_escape === true ? markUp(world, words) : words;
  const place = { user, channel: channel.id };
  const payload = {
    ...commandParts(person, channel),
    command: name,
    text,
    response_url: makeResponseUrl(world, "commands", place),
    trigger_id: makeTrigger(world, user),
    ...(world.enterprise !== null && { enterprise_id: world.enterprise }),
  };
  const acked = await world.gateway.tell({ kind: "slash_commands", name, payload, user });
  if (!acked.ok) return refuse("did-not-respond", `${name}: ${acked.why}`);
  const answer = answerOf(acked.body);
  if (answer === undefined) return DONE;
  try {
    return { ok: true, ts: postResponse(world, place, answer).ts };
  } catch (error) {
    if (error instanceof SlackError) return refuse("did-not-respond", `${name}: ${error.code}`);
    throw error;
  }
}

function wordsOf(line: string): { readonly name: string; readonly words: string } {
  const [, name = "", words = ""] = /^(\/\S+)\s*([\s\S]*)$/.exec(line.trim()) ?? [];
  return { name, words };
}

const commandParts = (person: Person, channel: Channel): JsonObject => ({
  token: "verif",
  team_id: TEAM,
  team_domain: "local",
  channel_id: channel.id,
  channel_name: channelNameOf(channel),
  user_id: person.id,
  user_name: person.name,
  api_app_id: APP,
  is_enterprise_install: "false",
});

/** What an ack of a command says; undefined where it says nothing. */
function answerOf(body: unknown): JsonObject | undefined {
  if (typeof body === "string") return body === "" ? undefined : { text: body };
  if (!isObject(body)) return undefined;
  return textOf(body["text"]) !== "" || Array.isArray(body["blocks"]) ? body : undefined;
}

/** Runs a global shortcut, or one of a message. */
export async function runShortcut(
  world: World,
  user: string,
  callback: string,
  on?: { readonly channel: string; readonly ts: string },
): Promise<Outcome> {
  const person = activePerson(world, user);
  if (person === undefined) return refuse("not-allowed");
  const wanted = on === undefined ? "global" : "message";
  const known = world.manifest.features?.shortcuts?.some(
    (one) => one.callback_id === callback && one.type === wanted,
  );
  if (known !== true) return refuse("unknown-shortcut", callback);
  const common = {
    ...baseOf(world, person),
    callback_id: callback,
    action_ts: world.ids.ts(),
    ...triggerOf(world, person),
  };
  if (on === undefined)
    return outcomeOf(await interact(world, person, { ...common, type: "shortcut" }));
  const message = findMessage(world, on.channel, on.ts);
  const standing = standIn(world, user, on.channel);
  if (!standing.ok) return standing;
  if (message === undefined || message.onlyFor !== undefined) return refuse("not-found");
  const about = messageParts(world, user, standing.channel, message);
  return outcomeOf(await interact(world, person, { ...common, ...about, type: "message_action" }));
}

function messageParts(world: World, user: string, channel: Channel, message: Message): JsonObject {
  const { ts, thread } = message;
  return {
    channel: { id: channel.id, name: channelNameOf(channel) },
    message_ts: ts,
    message: messageShape(world, message),
    response_url: makeResponseUrl(world, "actions", {
      user,
      channel: channel.id,
      ts,
      ...(thread !== undefined && { thread }),
    }),
  };
}

/** Opens the app's Home, or the direct conversation with it. */
export async function openHome(
  world: World,
  user: string,
  tab: "home" | "messages",
): Promise<Outcome> {
  const person = activePerson(world, user);
  const channel = world.state.channels.get(directChannelOf(user));
  if (person === undefined || channel === undefined) return refuse("not-allowed");
  const home = world.state.homes.get(user);
  const body = {
    type: "app_home_opened",
    user,
    channel: channel.id,
    tab,
    event_ts: world.ids.ts(),
    ...(home !== undefined && tab === "home" && { view: viewShape(home, true) }),
  };
  await publish(world, { subscription: "app_home_opened", body, user });
  return DONE;
}
