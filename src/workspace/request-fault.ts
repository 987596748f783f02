import { request } from "node:http";
import type { RequestFault } from "./fault.ts";
import { signedHeaders } from "./http-transport.ts";

type Endpoint = { readonly url: string; readonly secret: string };

const JSON_TYPE = "application/json";
const FORM_TYPE = "application/x-www-form-urlencoded";
const PATIENCE_MS = 5_000;
const TOO_MANY_BYTES = 5 * 1_048_576;

type Odd = {
  readonly body: string;
  readonly type: string;
  /** Seconds the signature's time is off. */
  readonly offS?: number;
  readonly change?: (headers: Record<string, string>) => Record<string, string>;
};

const EVENT = JSON.stringify({
  type: "event_callback",
  team_id: "T0LOCAL",
  event: { type: "noop" },
});

const without =
  (...names: readonly string[]) =>
  (headers: Record<string, string>) =>
    Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));

const ODD: { readonly [Fault in RequestFault]: Odd } = {
  good: { body: EVENT, type: JSON_TYPE },
  "bad-signature": {
    body: EVENT,
    type: JSON_TYPE,
    change: (headers) => ({ ...headers, "x-slack-signature": `v0=${"0".repeat(64)}` }),
  },
  "no-signature": { body: EVENT, type: JSON_TYPE, change: without("x-slack-signature") },
  old: { body: EVENT, type: JSON_TYPE, offS: -302 },
  future: { body: EVENT, type: JSON_TYPE, offS: 3_600 },
  charset: {
    body: new URLSearchParams({ payload: EVENT }).toString(),
    type: `${FORM_TYPE}; charset=utf-8`,
  },
  "too-large": { body: JSON.stringify({ filler: "x".repeat(TOO_MANY_BYTES) }), type: JSON_TYPE },
  "url-verification": {
    body: JSON.stringify({ token: "x", challenge: "abc", type: "url_verification" }),
    type: JSON_TYPE,
  },
  "ssl-check": {
    body: "token=x&ssl_check=1",
    type: FORM_TYPE,
    change: without("x-slack-signature", "x-slack-request-timestamp"),
  },
};

/** Sends the app a request as only a fault or an attacker would. Resolves to its status, 0 for no answer. */
export function sendOddRequest({ url, secret }: Endpoint, how: RequestFault): Promise<number> {
  const { body, type, offS = 0, change = (headers) => headers } = ODD[how];
  const signed = {
    ...signedHeaders(secret, body, Date.now() + offS * 1_000),
    "content-type": type,
  };
  return new Promise((resolve) => {
    // A connection of its own: an app that refuses a body may leave the rest of it unread.
    const sent = request(
      url,
      { method: "POST", headers: change(signed), agent: false },
      (answer) => {
        resolve(answer.statusCode ?? 0);
        sent.destroy();
      },
    );
    sent.on("error", () => resolve(0));
    sent.setTimeout(PATIENCE_MS, () => sent.destroy());
    sent.end(body);
  });
}
