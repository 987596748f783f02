import type { Message } from "./model.ts";
import { findMessage, type World } from "./world.ts";

/** A message before it has a place in time. */
export type NewMessage = Omit<Message, "ts" | "reactions">;

/** Puts a message into its channel and shows it to everybody. The app is not told here. */
export function putMessage(world: World, fresh: NewMessage): Message {
  const message: Message = { ...fresh, ts: world.ids.ts(), reactions: [] };
  const all = world.state.messages.get(message.channel);
  if (all === undefined) throw new Error(`Cannot post to "${message.channel}": expected a channel`);
  all.push(message);
  if (message.onlyFor === undefined) world.store.keepMessage(message);
  world.hub.tell({ kind: message.onlyFor === undefined ? "message" : "ephemeral", message });
  if (message.thread !== undefined) showAgain(world, message.channel, message.thread);
  return message;
}

/** Takes the place of the message with the same `ts`. */
export function replaceMessage(world: World, message: Message): Message {
  const all = world.state.messages.get(message.channel) ?? [];
  const at = all.findLastIndex((one) => one.ts === message.ts);
  if (at >= 0) all[at] = message;
  if (message.onlyFor === undefined) world.store.keepMessage(message);
  world.hub.tell({ kind: message.onlyFor === undefined ? "update" : "ephemeral", message });
  return message;
}

/** Takes a message away; replies of a root stay. */
export function dropMessage(world: World, message: Message): void {
  const all = world.state.messages.get(message.channel) ?? [];
  const at = all.findLastIndex((one) => one.ts === message.ts);
  if (at < 0) return;
  all.splice(at, 1);
  if (message.onlyFor === undefined) world.store.dropMessage(message);
  world.hub.tell({ kind: message.onlyFor === undefined ? "delete" : "vanish", message });
  if (message.thread !== undefined) showAgain(world, message.channel, message.thread);
}

/** The number of a root's replies has changed. */
function showAgain(world: World, channel: string, root: string): void {
  const message = findMessage(world, channel, root);
  if (message !== undefined) world.hub.tell({ kind: "update", message });
}

/** Puts an emoji or takes it away. Undefined where nothing would change. */
export function react(
  world: World,
  message: Message,
  how: { readonly user: string; readonly name: string; readonly add: boolean },
): Message | undefined {
  const { user, name, add } = how;
  const before = message.reactions.find((one) => one.name === name)?.users ?? [];
  if (before.includes(user) === add) return undefined;
  const users = add ? [...before, user] : before.filter((one) => one !== user);
  const isNew = before.length === 0;
  const reactions = isNew
    ? [...message.reactions, { name, users }]
    : message.reactions
        .map((one) => (one.name === name ? { name, users } : one))
        .filter((one) => one.users.length > 0);
  return replaceMessage(world, { ...message, reactions });
}
