import { expect, test } from "vitest";
import { sign } from "../../src/workspace/sign.ts";

const SECRET = "snapdesk-local-signing-secret";
const PUBLISHED =
  "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

test.each<[what: string, secret: string, timestamp: string, body: string, hex: string]>([
  [
    "an event in UTF-8",
    SECRET,
    "1767225600",
    '{"type":"event_callback","event":{"type":"message","text":"återställ till 14:30 ✅"}}',
    "275b473055a052992d81e6844f59f8c8eb5e2ace57303d8fca45218223ab7463",
  ],
  [
    "a form",
    SECRET,
    "1767225600",
    "payload=%7B%22type%22%3A%22block_actions%22%7D",
    "fc440b1141db19a02dba6f41752ff5f31a7ad88abaea0cdc51cea51bee1efe6b",
  ],
  [
    "the example Slack has published",
    "8f742231b10e8888abcd99yyyzzz85a5",
    "1531420618",
    PUBLISHED,
    "a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
  ],
])("sign() signs %s", (_what, secret, timestamp, body, hex) => {
  expect(sign(secret, timestamp, body)).toBe(`v0=${hex}`);
});
