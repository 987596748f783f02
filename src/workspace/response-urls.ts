import type { IncomingMessage, ServerResponse } from "node:http";
import { BOT, BOT_USER } from "./default-people.ts";
import { withIds } from "./elements.ts";
import { tellChanged, tellDeleted, tellPosted } from "./events.ts";
import { readBody } from "./http.ts";
import { type JsonObject, objectOf, objectsOf, readJson, textOf } from "./json.ts";
import { dropMessage, putMessage, replaceMessage } from "./messages.ts";
import { afterAnswer } from "./method.ts";
import type { Message } from "./model.ts";
import type { ResponseUrl } from "./state.ts";
import { SlackError } from "./slack-error.ts";
import { checkMessage } from "./validate-message.ts";
import { findMessage, type World } from "./world.ts";

const MOST_USES = 5;
const LIFE_MS = 1_800_000;

/** A new address at which the app may answer an interaction by itself. */
export function makeResponseUrl(
  world: World,
  kind: "actions" | "commands",
  from: Omit<ResponseUrl, "until" | "uses">,
): string {
  const path = `/${kind}/T0LOCAL/${world.ids.id("")}/${world.ids.secret(24)}`;
  world.state.responseUrls.set(path, { ...from, until: world.clock.now() + LIFE_MS, uses: 0 });
  return `${world.url()}${path}`;
}

/** Answers `POST /actions/…` and `POST /commands/…`. */
export async function serveResponseUrl(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = new URL(request.url ?? "/", "http://local").pathname;
  const sent = objectOf(readJson((await readBody(request)).toString("utf8")));
  const problem = problemWith(world, path, sent);
  world.journal.write({
    kind: "respond",
    name: path.split("/")[1] ?? "",
    sent,
    answer: problem ?? "ok",
    ok: problem === undefined,
    tookMs: 0,
    attempt: 0,
  });
  const status = problem === undefined ? 200 : problem.endsWith("_url") ? 404 : 400;
  response.writeHead(status, { "content-type": "text/plain" });
  response.end(problem ?? "ok");
}

/** Answers through the address; what stands against it as a text. */
function problemWith(world: World, path: string, sent: JsonObject): string | undefined {
  try {
    return respond(world, path, sent);
  } catch (error) {
    if (error instanceof SlackError) return error.code;
    throw error;
  }
}

function respond(world: World, path: string, sent: JsonObject): string | undefined {
  const place = world.state.responseUrls.get(path);
  if (place === undefined) return "invalid_url";
  if (place.until < world.clock.now()) return "expired_url";
  if (place.uses >= MOST_USES) return "used_url";
  place.uses += 1;
  const origin = place.ts === undefined ? undefined : findMessage(world, place.channel, place.ts);
  if (sent["delete_original"] === true && origin !== undefined) removeOrigin(world, origin);
  else if (sent["replace_original"] === true && origin !== undefined) {
    replaceOrigin(world, origin, sent);
  } else postResponse(world, place, sent);
  return undefined;
}

function removeOrigin(world: World, origin: Message): void {
  dropMessage(world, origin);
  afterAnswer(() => tellDeleted(world, origin));
}

function replaceOrigin(world: World, origin: Message, sent: JsonObject): void {
  const after = replaceMessage(world, {
    ...origin,
    ...contentOf(world, sent),
    edited: world.ids.ts(),
  });
  afterAnswer(() => tellChanged(world, origin, after));
}

function contentOf(world: World, sent: JsonObject): Pick<Message, "text" | "blocks"> {
  const text = textOf(sent["text"]);
  const blocks = objectsOf(sent["blocks"]);
  checkMessage({ text, blocks, metadata: undefined });
  return { text, blocks: withIds(blocks, () => world.ids.secret(5)) };
}

/**
 * Posts what the app said to an interaction: to everybody, or only to the person.
 *
 * @throws SlackError where the message breaks a limit
 */
export function postResponse(
  world: World,
  place: Pick<ResponseUrl, "user" | "channel" | "thread">,
  sent: JsonObject,
): Message {
  const thread = textOf(sent["thread_ts"]) || place.thread;
  const message = putMessage(world, {
    channel: place.channel,
    user: BOT_USER,
    bot: BOT,
    ...contentOf(world, sent),
    ...(thread !== undefined && { thread }),
    ...(sent["response_type"] !== "in_channel" && { onlyFor: place.user }),
  });
  afterAnswer(() => tellPosted(world, message));
  return message;
}
