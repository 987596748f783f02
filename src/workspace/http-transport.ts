import type { Json } from "../kernel/canonical-json.ts";
import type { Acked, Attempt, Delivery, Transport } from "./delivery.ts";
import { readJson, textOf } from "./json.ts";
import { sign } from "./sign.ts";
import type { WorkspaceClock } from "./workspace-clock.ts";

type Needs = {
  readonly url: string;
  readonly secret: string;
  readonly clock: WorkspaceClock;
  readonly ackMs: number;
};

/** Signed HTTP requests to the app's one endpoint. */
export function httpTransport(needs: Needs): Transport {
  return {
    silence: "http_timeout",
    async send(delivery, attempt, everywhere) {
      const { type, body } = encode(delivery);
      const headers = { "content-type": type, ...retryHeaders(attempt) };
      const first = post(needs, body, headers);
      if (everywhere === true) await post(needs, body, headers);
      return first;
    },
  };
}

/** How Slack encodes each kind: events as JSON, commands flat, interactions as one form field. */
function encode({ kind, payload }: Delivery): { readonly type: string; readonly body: string } {
  if (kind === "events_api") return { type: "application/json", body: JSON.stringify(payload) };
  const fields =
    kind === "interactive"
      ? { payload: JSON.stringify(payload) }
      : Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, textOf(value)]));
  return { type: FORM, body: new URLSearchParams(fields).toString() };
}

const FORM = "application/x-www-form-urlencoded";

const retryHeaders = ({ number, reason }: Attempt): Record<string, string> =>
  number === 0 ? {} : { "x-slack-retry-num": String(number), "x-slack-retry-reason": reason };

/** The headers of a request Slack has signed at a moment. */
export const signedHeaders = (secret: string, body: string, atMs: number) => {
  const timestamp = String(Math.floor(atMs / 1_000));
  return {
    "x-slack-request-timestamp": timestamp,
    "x-slack-signature": sign(secret, timestamp, body),
    "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
  };
};

async function post(needs: Needs, body: string, headers: Record<string, string>): Promise<Acked> {
  const { url, secret, clock, ackMs } = needs;
  const patience = new AbortController();
  const giveUp = clock.after(ackMs, () => patience.abort());
  try {
    const answer = await fetch(url, {
      method: "POST",
      body,
      // The receiver compares the signature's time with the machine's clock, not with ours.
      headers: { ...signedHeaders(secret, body, Date.now()), ...headers },
      redirect: "manual",
      signal: patience.signal,
    });
    return await ackOf(answer);
  } catch {
    return { ok: false, why: patience.signal.aborted ? "http_timeout" : "connection_failed" };
  } finally {
    giveUp();
  }
}

async function ackOf(answer: Response): Promise<Acked> {
  const text = await answer.text();
  if (!answer.ok) {
    return { ok: false, why: "http_error", stop: answer.headers.get("x-slack-no-retry") === "1" };
  }
  const body: Json = text === "" ? null : (readJson(text) ?? text);
  return { ok: true, body };
}
