import { type Args, countArg, listArg, neededArg, textArg } from "../args.ts";
import { channelToWriteTo } from "../channel-args.ts";
import { BOT, BOT_USER } from "../default-people.ts";
import { tellPosted } from "../events.ts";
import { type JsonObject, textOf } from "../json.ts";
import { putMessage } from "../messages.ts";
import { afterAnswer, type Methods, TIER } from "../method.ts";
import { SlackError } from "../slack-error.ts";
import type { StoredFile } from "../state.ts";
import { findMessage, type World } from "../world.ts";

const BIGGEST = 1_073_741_824;

/** Uploading a file: ask for an address, post the bytes there, say where it belongs. */
export const filesMethods: Methods = {
  "files.getUploadURLExternal": {
    scope: "files:write",
    perMinute: TIER.four,
    run(world, args) {
      const name = neededArg(args, "filename");
      if (countArg(args, "length", { usual: 0, most: BIGGEST }) === 0) {
        throw new SlackError("invalid_arguments");
      }
      const id = world.ids.id("F");
      world.state.files.set(id, { id, name, bytes: Buffer.alloc(0), done: false });
      return { upload_url: `${world.url()}/upload/${id}/${world.ids.secret(16)}`, file_id: id };
    },
  },
  "files.completeUploadExternal": { scope: "files:write", perMinute: TIER.four, run: complete },
};

function complete(world: World, args: Args): JsonObject {
  const files = (listArg(args, "files") ?? []).map((one) => fileNamed(world, textOf(one["id"])));
  for (const file of files) file.done = true;
  const shapes = files.map(({ id, name, bytes }) => ({
    id,
    title: name,
    name,
    size: bytes.length,
  }));
  if (textArg(args, "channel_id") === "") return { files: shapes };

  const channel = channelToWriteTo(world, { channel: textArg(args, "channel_id") });
  const thread = textArg(args, "thread_ts");
  const links = files.map(({ id, name }) => `<${world.url()}/_workspace/files/${id}|${name}>`);
  const message = putMessage(world, {
    channel: channel.id,
    user: BOT_USER,
    bot: BOT,
    text: [textArg(args, "initial_comment"), ...links].filter((one) => one !== "").join("\n"),
    blocks: [],
    ...(findMessage(world, channel.id, thread) !== undefined && { thread }),
  });
  afterAnswer(() => tellPosted(world, message));
  return { files: shapes };
}

function fileNamed(world: World, id: string): StoredFile {
  const file = world.state.files.get(id);
  if (file === undefined) throw new SlackError("file_not_found");
  return file;
}
