import { type Args, neededArg } from "../args.ts";
import { messageArg } from "../channel-args.ts";
import { BOT_USER } from "../default-people.ts";
import { tellReaction } from "../events.ts";
import { react } from "../messages.ts";
import { afterAnswer, type Methods, TIER } from "../method.ts";
import { messageShape } from "../shapes.ts";
import { SlackError } from "../slack-error.ts";
import type { World } from "../world.ts";

/** The bot's emoji under messages. */
export const reactionsMethods: Methods = {
  "reactions.add": {
    scope: "reactions:write",
    perMinute: TIER.three,
    run: (world, args) => change(world, args, true),
  },
  "reactions.remove": {
    scope: "reactions:write",
    perMinute: TIER.two,
    run: (world, args) => change(world, args, false),
  },
  "reactions.get": {
    scope: "reactions:read",
    perMinute: TIER.three,
    run(world, args) {
      const message = messageArg(world, args, "timestamp");
      return { type: "message", channel: message.channel, message: messageShape(world, message) };
    },
  },
};

function change(world: World, args: Args, add: boolean): Record<string, never> {
  const name = neededArg(args, "name");
  if (!/^[\w+'-]+(?:::skin-tone-[2-6])?$/.test(name)) throw new SlackError("invalid_name");
  const message = messageArg(world, args, "timestamp");
  if (!world.state.channels.get(message.channel)?.members.has(BOT_USER)) {
    throw new SlackError("not_in_channel");
  }
  const after = react(world, message, { user: BOT_USER, name, add });
  if (after === undefined) throw new SlackError(add ? "already_reacted" : "no_reaction");
  const how = add ? "reaction_added" : "reaction_removed";
  afterAnswer(() => tellReaction(world, { user: BOT_USER, name, message: after, how }));
  return {};
}
