import type { Outbox, OutboxRow } from "../../desk/ports.ts";
import type { Clock, Instant } from "../../kernel/clock.ts";
import { MINUTE_MS, SECOND_MS } from "../../kernel/clock.ts";
import type { Log } from "../app/log.ts";
import type { SlackClient } from "../app/slack-client.ts";
import type { Message } from "../blocks/elements.ts";
import { addressOf } from "./address-of.ts";
import { callFate } from "./call-fate.ts";
import type { CallFate } from "./call-fate.ts";
import type { ChannelPace } from "./channel-pace.ts";
import type { Echoes } from "./echoes.ts";
import { keepLast } from "./keep-last.ts";
import type { Posted } from "./probe.ts";
import type { Render, Rendered } from "./rendered.ts";
import { UnknownNotice } from "./rendered.ts";
import { postOnce, updateMessage } from "./send-message.ts";
import type { Sent } from "./send-message.ts";
import { wait } from "./wait.ts";

export type SendNeeds = {
  readonly outbox: Outbox;
  readonly client: SlackClient;
  readonly render: Render;
  readonly triageChannel: string;
  readonly pace: ChannelPace;
  readonly echoes: Echoes;
  readonly echoMs: number;
  /** Between two edits of a message that shows progress. */
  readonly progressMs: number;
  readonly now: Clock;
  readonly log: Log;
};

/** Waiting in line longer than this is done in the database, not in memory. */
const PATIENCE_MS = 5 * SECOND_MS;
const MAX_BACKOFF_MS = 5 * MINUTE_MS;

/** Messages that are known by heart; one that was forgotten is edited once more, to the same text. */
const REMEMBERED = 200;

type Last = { readonly text: string; readonly at: number };

/** Sends one row and writes down what became of it. Never throws because of Slack. */
export function sendRow(needs: SendNeeds): (row: OutboxRow) => Promise<void> {
  const { outbox, now, log } = needs;
  const shown = new Map<string, Last>();
  const inMs = (ms: number) => (now() + ms) as Instant;

  const settle = async (row: OutboxRow, fate: Failed): Promise<void> => {
    if (fate.fate === "dead" || fate.fate === "message-gone") {
      const reason = fate.fate === "dead" ? fate.reason : "message_not_found";
      log("error", "a notice cannot be sent", { kind: row.kind, idem: row.idem, reason });
      return outbox.dead(row, reason);
    }
    if (fate.fate === "wait") return outbox.later(row, inMs(fate.ms), "rate limited");
    const backoff = Math.min(MAX_BACKOFF_MS, SECOND_MS * 2 ** Math.min(row.attempts, 10));
    log("warn", "a notice is sent later", { kind: row.kind, idem: row.idem, reason: fate.reason });
    return outbox.later(row, inMs(backoff), fate.reason);
  };

  const sendMessage = async (row: OutboxRow, message: Message): Promise<void> => {
    const address = await addressOf(row, needs);
    if (address === undefined) return outbox.later(row, inMs(SECOND_MS / 2), "no card yet");
    const slot = row.slot;
    const before = slot === undefined ? undefined : await outbox.posted(slot);
    const pausing = slot === undefined ? "go" : pauseOf(row, shown.get(slot), message, needs);
    if (before !== undefined && pausing === "same") return outbox.sent(row, before);
    if (before !== undefined && typeof pausing === "number") {
      return outbox.later(row, inMs(pausing), "edited a moment ago");
    }
    const waitMs = needs.pace.take(address.channel);
    if (waitMs > PATIENCE_MS) return outbox.later(row, inMs(waitMs), "channel is paced");
    await wait(waitMs);
    const sent = await deliver(needs, row, { before, address, message });
    if (!sent.sent) {
      if (sent.fate.fate === "wait") needs.pace.hold(address.channel, sent.fate.ms);
      return settle(row, sent.fate);
    }
    remember(shown, slot, { text: JSON.stringify(message), at: now() });
    return outbox.sent(row, sent.posted);
  };

  return async (row) => {
    const rendered = await renderSafely(needs, row);
    if (rendered === "unknown") return outbox.dead(row, "no renderer");
    if (rendered === "failed") return settle(row, { fate: "later", reason: "rendering failed" });
    if (rendered.do === "message") return sendMessage(row, rendered.message);
    if (rendered.do === "nothing") return finishSilently(outbox, row);
    const fate = await react(needs, rendered);
    return fate.fate === "done"
      ? outbox.sent(row, { channel: rendered.channel, ts: rendered.ts })
      : settle(row, fate);
  };
}

function remember(shown: Map<string, Last>, slot: string | undefined, value: Last): void {
  if (slot !== undefined) keepLast(shown, { key: slot, value, most: REMEMBERED });
}

type Failed = Exclude<CallFate, { readonly fate: "done" }>;

/** `same` where the message shows this already; milliseconds where it was edited too recently. */
function pauseOf(
  row: OutboxRow,
  last: Last | undefined,
  message: Message,
  { now, progressMs }: SendNeeds,
): "go" | "same" | number {
  if (last === undefined) return "go";
  if (last.text === JSON.stringify(message)) return "same";
  const left = last.at + progressMs - now();
  return row.kind === "progress" && left > 0 ? left : "go";
}

type Delivery = {
  readonly before: Posted | undefined;
  readonly address: { readonly channel: string; readonly thread?: string };
  readonly message: Message;
};

/** Edits the message of the slot, or posts; a message that was deleted in Slack is posted anew. */
async function deliver(
  needs: SendNeeds,
  row: OutboxRow,
  { before, address, message }: Delivery,
): Promise<Sent> {
  if (before !== undefined) {
    const updated = await updateMessage(needs.client, before, message);
    if (updated.sent || updated.fate.fate !== "message-gone") return updated;
    await needs.outbox.forget(row.slot ?? "");
  }
  const posted = await postOnce(
    needs,
    before === undefined ? row : { ...row, state: "ready", attempts: 1 },
    {
      address,
      message,
    },
  );
  const threadGone =
    !posted.sent && posted.fate.fate === "dead" && isThreadGone(posted.fate.reason);
  if (!threadGone || row.recipient.to !== "card-thread") return posted;
  await needs.outbox.forget(`card:${row.recipient.ticket}`);
  const root = { channel: address.channel };
  return postOnce(needs, row, { address: root, message });
}

const isThreadGone = (reason: string): boolean =>
  reason === "thread_not_found" || reason === "cannot_reply_to_message";

async function renderSafely(
  { render, log }: SendNeeds,
  row: OutboxRow,
): Promise<Rendered | "unknown" | "failed"> {
  try {
    return await render(row);
  } catch (cause) {
    log("error", "a notice cannot be rendered", { kind: row.kind, idem: row.idem, cause });
    return cause instanceof UnknownNotice ? "unknown" : "failed";
  }
}

type Reaction = Extract<Rendered, { readonly do: "add-reaction" | "remove-reaction" }>;

async function react({ client }: SendNeeds, reaction: Reaction): Promise<CallFate> {
  const { channel, ts, name } = reaction;
  try {
    const what = { channel, timestamp: ts, name };
    if (reaction.do === "add-reaction") await client.reactions.add(what);
    else await client.reactions.remove(what);
    return { fate: "done" };
  } catch (cause) {
    const fate = callFate(cause);
    if (fate.fate === "message-gone") return { fate: "done" };
    return fate.fate === "unknown" ? { fate: "later", reason: fate.reason } : fate;
  }
}

/** Nothing left to say: the row is done, and its slot keeps the message it has. */
async function finishSilently(outbox: Outbox, row: OutboxRow): Promise<void> {
  const before = row.slot === undefined ? undefined : await outbox.posted(row.slot);
  if (row.slot !== undefined && before === undefined) return outbox.dead(row, "nothing to say");
  return outbox.sent(row, before ?? { channel: "", ts: "" });
}
