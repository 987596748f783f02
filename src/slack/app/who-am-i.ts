import { SECOND_MS } from "../../kernel/clock.ts";
import { ErrorCode, isSlackError, platformErrorOf } from "../outbox/slack-error.ts";
import { wait } from "../outbox/wait.ts";
import type { Log } from "./log.ts";
import type { SlackClient } from "./slack-client.ts";
import { SlackRefused } from "./slack-refused.ts";

/** Our bot, as Slack knows it. */
export type Bot = { readonly user: string; readonly team: string; readonly id?: string };

type Needs = {
  readonly client: { readonly auth: Pick<SlackClient["auth"], "test"> };
  readonly log: Log;
  readonly pause?: (ms: number) => Promise<void>;
};

const FIRST_MS = SECOND_MS;
const LONGEST_MS = 30 * SECOND_MS;

/**
 * Asks Slack who we are. While Slack cannot be reached it is asked again, with longer and longer pauses.
 *
 * @throws SlackRefused where the token is not accepted
 */
export async function whoAmI({ client, log, pause = wait }: Needs): Promise<Bot> {
  for (let ms = FIRST_MS; ; ms = Math.min(2 * ms, LONGEST_MS)) {
    try {
      return botIn(await client.auth.test());
    } catch (cause) {
      const refusal = platformErrorOf(cause);
      if (refusal !== undefined && !PASSING.has(refusal)) {
        throw new SlackRefused("SLACK_BOT_TOKEN", refusal, cause);
      }
      if (!isPassing(cause)) throw cause;
      log("warn", "slack cannot be reached: trying again", {
        inSeconds: ms / SECOND_MS,
        reason: cause.message,
      });
      await pause(ms);
    }
  }
}

/** Slack's own trouble, said with an answer that arrived. */
const PASSING = new Set([
  "fatal_error",
  "internal_error",
  "service_unavailable",
  "request_timeout",
]);

const isPassing = (cause: unknown): cause is Error =>
  isSlackError(cause) && (cause.code !== ErrorCode.http || (cause.statusCode ?? 500) >= 500);

function botIn(answer: {
  readonly user_id?: string;
  readonly team_id?: string;
  readonly bot_id?: string;
}): Bot {
  const { user_id: user, team_id: team, bot_id: id } = answer;
  if (user === undefined || team === undefined) {
    throw new Error("Cannot learn who the bot is: expected a user and a team from auth.test");
  }
  return { user, team, ...(id === undefined ? {} : { id }) };
}
