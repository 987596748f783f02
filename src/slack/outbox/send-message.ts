import type { OutboxRow } from "../../desk/ports.ts";
import type { SlackClient } from "../app/slack-client.ts";
import type { Message } from "../blocks/elements.ts";
import { callFate } from "./call-fate.ts";
import type { CallFate } from "./call-fate.ts";
import type { Echoes } from "./echoes.ts";
import { probe } from "./probe.ts";
import type { Address, Posted } from "./probe.ts";
import { wait } from "./wait.ts";

type Needs = {
  readonly client: SlackClient;
  readonly echoes: Echoes;
  /** How long the echo of a message is waited for where Slack will not let us look. */
  readonly echoMs: number;
};

/** What became of one try: it stands in Slack, or why not. */
export type Sent =
  | { readonly sent: true; readonly posted: Posted }
  | { readonly sent: false; readonly fate: Exclude<CallFate, { readonly fate: "done" }> };

const TRIES = 3;

const common = (message: Message) => ({
  text: message.text,
  blocks: message.blocks,
  unfurl_links: false,
  unfurl_media: false,
});

/**
 * Posts a row once. Slack takes no idempotency key, so after an answer that says neither yes nor no
 * the channel is looked at for the row's id before anything is sent again.
 */
export async function postOnce(
  needs: Needs,
  row: Pick<OutboxRow, "idem" | "state" | "attempts">,
  { address, message }: { readonly address: Address; readonly message: Message },
): Promise<Sent> {
  let unsure = row.state === "sending" || row.attempts > 1;
  let fate: CallFate = { fate: "unknown", reason: "never answered" };
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    if (unsure) {
      const found = await standing(needs, address, row.idem);
      if (found !== undefined) return { sent: true, posted: found };
    }
    try {
      return { sent: true, posted: await post(needs.client, row.idem, { address, message }) };
    } catch (cause) {
      fate = callFate(cause);
      if (fate.fate === "done" || fate.fate !== "unknown") break;
      unsure = true;
    }
  }
  return fate.fate === "unknown"
    ? lastLook(needs, { address, idem: row.idem }, fate)
    : failed(fate);
}

const failed = (fate: CallFate): Sent => ({
  sent: false,
  fate: fate.fate === "done" ? { fate: "dead", reason: "no message" } : fate,
});

async function lastLook(
  needs: Needs,
  { address, idem }: { readonly address: Address; readonly idem: string },
  fate: CallFate,
): Promise<Sent> {
  const found = await standing(needs, address, idem);
  return found === undefined ? failed(fate) : { sent: true, posted: found };
}

async function post(
  client: SlackClient,
  idem: string,
  { address, message }: { readonly address: Address; readonly message: Message },
): Promise<Posted> {
  const { channel, thread } = address;
  const answer = await client.chat.postMessage({
    ...common(message),
    channel,
    ...(thread === undefined ? {} : { thread_ts: thread }),
    metadata: { event_type: "snapdesk", event_payload: { id: idem } },
  });
  return { channel: answer.channel ?? channel, ts: answer.ts ?? "" };
}

/** The message with this id, where it stands in Slack. Where we may not look, its echo is waited for. */
async function standing(needs: Needs, address: Address, idem: string): Promise<Posted | undefined> {
  const heard = needs.echoes.of(idem);
  if (heard !== undefined) return heard;
  const probed = await probe(needs.client, address, idem).catch(() => undefined);
  if (probed?.found === "yes") return probed.posted;
  if (probed?.found === "no") return undefined;
  const until = Date.now() + needs.echoMs;
  while (Date.now() < until) {
    const echo = needs.echoes.of(idem);
    if (echo !== undefined) return echo;
    await wait(50);
  }
  return undefined;
}

/** Edits a message; doing it twice is the same as once, so a lost answer is simply tried again. */
export async function updateMessage(
  client: SlackClient,
  posted: Posted,
  message: Message,
): Promise<Sent> {
  let fate: CallFate = { fate: "unknown", reason: "never answered" };
  for (let attempt = 1; attempt <= TRIES && fate.fate === "unknown"; attempt += 1) {
    try {
      await client.chat.update({ ...common(message), channel: posted.channel, ts: posted.ts });
      return { sent: true, posted };
    } catch (cause) {
      fate = callFate(cause);
    }
  }
  return failed(fate);
}
