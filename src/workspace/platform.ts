import type { PlatformDeed } from "./control.ts";
import { BOT_USER, TEAM } from "./default-people.ts";
import { publish } from "./events.ts";
import type { Channel } from "./model.ts";
import { channelTypeOf, userShape } from "./shapes.ts";
import type { World } from "./world.ts";

/** Does something to the workspace itself, and tells the app where Slack would. */
export async function doToPlatform(world: World, deed: PlatformDeed): Promise<void> {
  if ("archive" in deed) changeChannel(world, deed.archive, { archived: true });
  else if ("unarchive" in deed) changeChannel(world, deed.unarchive, { archived: false });
  else if ("removeBot" in deed) moveBot(world, deed.removeBot, false);
  else if ("inviteBot" in deed) await invite(world, deed.inviteBot);
  else if ("deactivate" in deed) await deactivate(world, deed.deactivate);
  else await uninstall(world);
}

function changeChannel(world: World, id: string, change: Partial<Channel>): Channel | undefined {
  const channel = world.state.channels.get(id);
  if (channel === undefined) return undefined;
  const changed = { ...channel, ...change };
  world.state.channels.set(id, changed);
  world.hub.tell({ kind: "places" });
  return changed;
}

function moveBot(world: World, id: string, isIn: boolean): Channel | undefined {
  const members = new Set(world.state.channels.get(id)?.members);
  if (isIn) members.add(BOT_USER);
  else members.delete(BOT_USER);
  return changeChannel(world, id, { members });
}

async function invite(world: World, id: string): Promise<void> {
  const channel = moveBot(world, id, true);
  if (channel === undefined) return;
  const body = {
    type: "member_joined_channel",
    user: BOT_USER,
    channel: id,
    channel_type: channelTypeOf(channel) === "group" ? "G" : "C",
    team: TEAM,
    event_ts: world.ids.ts(),
  };
  await publish(world, { subscription: "member_joined_channel", body, channel });
}

async function deactivate(world: World, user: string): Promise<void> {
  const person = world.state.people.get(user);
  if (person === undefined) return;
  const gone = { ...person, kind: "deactivated" as const };
  world.state.people.set(user, gone);
  world.hub.tell({ kind: "places" });
  const body = {
    type: "user_change",
    user: userShape(world, gone, true),
    event_ts: world.ids.ts(),
  };
  await publish(world, { subscription: "user_change", body });
}

async function uninstall(world: World): Promise<void> {
  const tokens = { type: "tokens_revoked", tokens: { oauth: [], bot: [BOT_USER] } };
  await publish(world, { subscription: "tokens_revoked", body: tokens });
  await publish(world, { subscription: "app_uninstalled", body: { type: "app_uninstalled" } });
  world.state.gone = true;
  world.hub.tell({ kind: "places" });
}
