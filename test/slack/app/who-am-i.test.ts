import { expect, test } from "vitest";
import { webApi } from "@slack/bolt";
import { SlackRefused } from "../../../src/slack/app/slack-refused.ts";
import { whoAmI } from "../../../src/slack/app/who-am-i.ts";

type Answers = readonly (object | Error)[];

const failure = (code: string, more: object = {}): Error =>
  Object.assign(new Error(code), { code, ...more });

const unreachable = failure(webApi.ErrorCode.RequestError);
const http = (statusCode: number) => failure(webApi.ErrorCode.HTTPError, { statusCode });
const refusal = (error: string) => failure(webApi.ErrorCode.PlatformError, { data: { error } });
const BOT = { user_id: "U0BOT", team_id: "T0LOCAL", bot_id: "B0BOT" };

/** Asks with scripted answers; tells what came of it, how long it paused and what was logged. */
async function ask(answers: Answers) {
  const left = [...answers];
  const pauses: number[] = [];
  const logged: string[] = [];
  const outcome = await whoAmI({
    client: {
      auth: {
        test: async () => {
          const next = left.shift();
          if (next instanceof Error) throw next;
          return { ok: true, ...next };
        },
      },
    },
    log: (level, what) => void logged.push(`${level} ${what}`),
    pause: async (ms) => void pauses.push(ms / 1_000),
  }).catch((cause: unknown) => cause);
  return { outcome, pauses, logged };
}

test("whoAmI() asks again with longer pauses, up to half a minute, while Slack is away", async () => {
  const away = [unreachable, http(503), unreachable, refusal("internal_error"), http(500)];
  const { outcome, pauses, logged } = await ask([...away, unreachable, unreachable, BOT]);
  expect(outcome).toEqual({ user: "U0BOT", team: "T0LOCAL", id: "B0BOT" });
  expect(pauses).toEqual([1, 2, 4, 8, 16, 30, 30]);
  expect(logged).toHaveLength(pauses.length);
});

test.each(["invalid_auth", "account_inactive", "token_revoked"])(
  "whoAmI() ends at once where Slack answers %s",
  async (error) => {
    const { outcome, pauses } = await ask([refusal(error)]);
    expect(outcome).toBeInstanceOf(SlackRefused);
    expect(String(outcome)).toContain(`SLACK_BOT_TOKEN: Slack answers ${error}`);
    expect(pauses).toEqual([]);
  },
);

test("whoAmI() does not go on asking where the address is wrong", async () => {
  const wrong = http(404);
  expect((await ask([wrong])).outcome).toBe(wrong);
});
