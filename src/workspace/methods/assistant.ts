import { type Args, jsonArg, neededArg, textArg } from "../args.ts";
import { channelToWriteTo } from "../channel-args.ts";
import { isObject, textOf } from "../json.ts";
import { type Methods, needScope, TIER } from "../method.ts";
import { faultyArguments, SlackError } from "../slack-error.ts";
import { findMessage, type World } from "../world.ts";

const MOST_PROMPTS = 4;

/** What the app shows around a conversation: suggested prompts and a line that it is at work. */
export const assistantMethods: Methods = {
  "assistant.threads.setStatus": {
    perMinute: TIER.four,
    run(world, args) {
      needScope(world, "chat:write");
      const channel = channelToWriteTo(world, { channel: placeArg(args) });
      const thread = neededArg(args, "thread_ts");
      if (findMessage(world, channel.id, thread) === undefined) {
        throw new SlackError("invalid_thread_ts");
      }
      world.state.statuses.set(`${channel.id}:${thread}`, textArg(args, "status"));
      world.hub.tell({ kind: "assistant" });
      return {};
    },
  },
  "assistant.threads.setSuggestedPrompts": {
    scope: "assistant:write",
    perMinute: TIER.four,
    run: suggestPrompts,
  },
};

const placeArg = (args: Args): string => textArg(args, "channel_id") || textArg(args, "channel");

function suggestPrompts(world: World, args: Args): Record<string, never> {
  const channel = channelToWriteTo(world, { channel: placeArg(args) });
  const sent = jsonArg(args, "prompts");
  const prompts = Array.isArray(sent) ? sent.filter(isObject) : [];
  if (prompts.length === 0 || prompts.length > MOST_PROMPTS) {
    throw faultyArguments("invalid_arguments", [
      `[ERROR] must have 1 to ${MOST_PROMPTS} items [json-pointer:/prompts]`,
    ]);
  }
  world.state.prompts.set(
    channel.id,
    prompts.map((one) => ({ title: textOf(one["title"]), message: textOf(one["message"]) })),
  );
  world.hub.tell({ kind: "assistant" });
  return {};
}
