import type { PersonId } from "../../kernel/ids.ts";
import { personId } from "../../kernel/ids.ts";
import type { Body } from "../app/incoming.ts";
import { bodyIn, isBody, textIn } from "../app/incoming.ts";
import { unmark } from "./unmark.ts";

/** A message of a person, as far as it matters to us. */
export type Said = {
  readonly person: PersonId;
  readonly channel: string;
  readonly ts: string;
  /** The thread it stands in, if it does. */
  readonly thread?: string;
  /** As Slack sends it, markup and all. */
  readonly raw: string;
  readonly words: string;
  readonly direct: boolean;
  /** Also read by people of another workspace. */
  readonly shared: boolean;
};

const SPOKEN = new Set([undefined, "file_share", "thread_broadcast"]);

/** Reads a message a person wrote; undefined for bots, edits, and everything the platform writes itself. */
export function readSaid(body: Body): Said | undefined {
  const event = bodyIn(body, "event");
  const subtype = event["subtype"];
  if (event["bot_id"] !== undefined || event["hidden"] === true) return undefined;
  if (!SPOKEN.has(typeof subtype === "string" ? subtype : undefined)) return undefined;
  return saidIn(body, event, event);
}

function saidIn(body: Body, event: Body, message: Body): Said | undefined {
  const user = textIn(message, "user");
  const channel = textIn(event, "channel");
  const ts = textIn(message, "ts");
  if (user === undefined || channel === undefined || ts === undefined) return undefined;
  const team =
    textIn(message, "user_team") ?? textIn(message, "team") ?? textIn(body, "team_id") ?? "";
  const thread = textIn(message, "thread_ts");
  const raw = textIn(message, "text") ?? "";
  return {
    person: personId(team, user),
    channel,
    ts,
    ...(thread === undefined || thread === ts ? {} : { thread }),
    raw,
    words: unmark(raw),
    direct: event["channel_type"] === "im" || channel.startsWith("D"),
    shared: body["is_ext_shared_channel"] === true,
  };
}

/** An edit: what the message says now. Undefined where the words stayed the same, as when a link is unfurled. */
export function readEdit(body: Body): Said | undefined {
  const event = bodyIn(body, "event");
  if (event["subtype"] !== "message_changed") return undefined;
  const message = bodyIn(event, "message");
  const previous = bodyIn(event, "previous_message");
  if (message["bot_id"] !== undefined || message["text"] === previous["text"]) return undefined;
  return isBody(event["message"]) ? saidIn(body, event, message) : undefined;
}

/** A message that was deleted. */
export function readDeletion(body: Body): { channel: string; ts: string } | undefined {
  const event = bodyIn(body, "event");
  const channel = textIn(event, "channel");
  const ts = textIn(event, "deleted_ts");
  if (event["subtype"] !== "message_deleted" || channel === undefined) return undefined;
  return ts === undefined ? undefined : { channel, ts };
}
