import type { Clock } from "../../kernel/clock.ts";
import { MINUTE_MS } from "../../kernel/clock.ts";
import { userOf } from "../../kernel/ids.ts";
import type { People } from "../identity/people.ts";
import { keepLast } from "../outbox/keep-last.ts";
import { textIn as wordsIn } from "../text/text-in.ts";
import type { Body } from "./incoming.ts";
import { bodyIn, textIn } from "./incoming.ts";
import type { Log } from "./log.ts";
import { readPerson } from "./read-payload.ts";
import type { SlackClient } from "./slack-client.ts";

type Needs = {
  readonly client: SlackClient;
  readonly people: Pick<People, "localeOf">;
  readonly now: Clock;
  readonly log: Log;
};

/** Who was told does not have to be told again for so long. */
const TOLD_MS = 10 * MINUTE_MS;
const REMEMBERED = 500;

/**
 * Tells people who wrote to us that nothing can be kept, straight away: the outbox has no room either. Only
 * where a message is meant for us, and each person once in a while. Never throws.
 */
export function tellNoRoom({ client, people, now, log }: Needs): (body: Body) => Promise<void> {
  const told = new Map<string, number>();
  return async (body) => {
    const event = bodyIn(body, "event");
    const channel = textIn(event, "channel");
    if (channel === undefined || !isForUs(event)) return;
    const person = readPerson({ ...body, user_id: event["user"] });
    if (now() - (told.get(person) ?? -TOLD_MS) < TOLD_MS) return;
    keepLast(told, { key: person, value: now(), most: REMEMBERED });
    const text = wordsIn(people.localeOf(person)).app.noRoom;
    const thread = textIn(event, "thread_ts");
    const at = thread === undefined ? {} : { thread_ts: thread };
    try {
      await client.chat.postEphemeral({ channel, user: userOf(person), text, ...at });
    } catch (cause) {
      log("warn", "a person could not be told that there is no room", { person, cause });
    }
  };
}

const isForUs = (event: Body): boolean =>
  event["subtype"] === undefined &&
  (event["type"] === "app_mention" ||
    (event["type"] === "message" && event["channel_type"] === "im"));
