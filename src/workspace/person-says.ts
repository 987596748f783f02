import type { Outcome, Said } from "./control.ts";
import { tellChanged, tellDeleted, tellPosted, tellReaction } from "./events.ts";
import { dropMessage, putMessage, react, replaceMessage } from "./messages.ts";
import type { Channel, Person } from "./model.ts";
import { DONE, refuse, type Refusal } from "./outcome.ts";
import { markUp, richTextOf } from "./typed-text.ts";
import { canSee, findMessage, type World } from "./world.ts";

/** Somebody who may act, in a channel where they may. */
type Standing = { readonly ok: true; readonly person: Person; readonly channel: Channel } | Refusal;

/** Checks that a person is active and in the channel; a public channel is joined by writing in it. */
export function standIn(world: World, user: string, channelId: string): Standing {
  const person = activePerson(world, user);
  const channel = world.state.channels.get(channelId);
  if (person === undefined) return refuse("not-allowed");
  if (channel === undefined || !canSee(channel, user)) return refuse("not-found");
  if (channel.archived) return refuse("archived");
  return { ok: true, person, channel };
}

/** The person, unless unknown or deactivated. */
export function activePerson({ state }: World, user: string): Person | undefined {
  const person = state.people.get(user);
  return person?.kind === "deactivated" ? undefined : person;
}

/** Where something is written. */
export type Where = { readonly channel: string; readonly thread?: string | undefined };

/** Writes a message. Resolves when the app has been told, whether it answered or not. */
export async function say(world: World, user: string, where: Where, typed: string): Promise<Said> {
  const standing = standIn(world, user, where.channel);
  if (!standing.ok) return standing;
  if (typed.trim() === "") return refuse("not-allowed");
  const { person, channel } = standing;
  const thread = where.thread === undefined ? undefined : threadOf(world, channel.id, where.thread);
  const text = markUp(world, typed);
  const message = putMessage(world, {
    channel: channel.id,
    user,
    text,
    blocks: richTextOf(text, world.ids.secret(5)),
    ...(person.kind === "bot" && { bot: user.replace(/^U/, "B") }),
    ...(thread !== undefined && { thread }),
  });
  world.state.read.set(`${user}:${channel.id}`, Number(message.ts));
  await tellPosted(world, message);
  return { ok: true, ts: message.ts };
}

/** A reply to a reply belongs to the same thread. */
const threadOf = (world: World, channel: string, ts: string): string =>
  findMessage(world, channel, ts)?.thread ?? ts;

/** Changes one's own message. */
export async function edit(
  world: World,
  user: string,
  place: { readonly channel: string; readonly ts: string },
  typed: string,
): Promise<Outcome> {
  const before = findMessage(world, place.channel, place.ts);
  const standing = standIn(world, user, place.channel);
  if (!standing.ok) return standing;
  if (before === undefined) return refuse("not-found");
  if (before.user !== user) return refuse("not-allowed");
  const text = markUp(world, typed);
  const blocks = richTextOf(text, world.ids.secret(5));
  const after = replaceMessage(world, { ...before, text, blocks, edited: world.ids.ts() });
  await tellChanged(world, before, after);
  return DONE;
}

/** Deletes one's own message. An ephemeral is only dismissed. */
export async function remove(
  world: World,
  user: string,
  place: { readonly channel: string; readonly ts: string },
): Promise<Outcome> {
  const message = findMessage(world, place.channel, place.ts);
  if (message === undefined) return refuse("not-found");
  if (message.user !== user && message.onlyFor !== user) return refuse("not-allowed");
  dropMessage(world, message);
  await tellDeleted(world, message);
  return DONE;
}

/** Puts an emoji under a message, or takes one's own away. */
export async function toggleReaction(
  world: World,
  user: string,
  place: { readonly channel: string; readonly ts: string },
  name: string,
): Promise<Outcome> {
  const standing = standIn(world, user, place.channel);
  if (!standing.ok) return standing;
  const message = findMessage(world, place.channel, place.ts);
  if (message === undefined || message.onlyFor !== undefined) return refuse("not-found");
  const has = message.reactions.some((one) => one.name === name && one.users.includes(user));
  react(world, message, { user, name, add: !has });
  const how = has ? "reaction_removed" : "reaction_added";
  await tellReaction(world, { user, name, message, how });
  return DONE;
}
