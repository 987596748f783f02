import type { App, ReceiverEvent } from "@slack/bolt";
import type { Inbox } from "../../desk/ports.ts";
import { StoreError } from "../../desk/store-error.ts";
import type { Json } from "../../kernel/canonical-json.ts";
import type { Echoes } from "../outbox/echoes.ts";
import type { CatchUp } from "./catch-up.ts";
import { inboxKey } from "./inbox-key.ts";
import type { Body } from "./incoming.ts";
import { bodyIn, isBody, textIn } from "./incoming.ts";
import type { Log } from "./log.ts";
import { isTooDeep } from "./too-much.ts";

type Needs = {
  readonly app: Pick<App, "processEvent">;
  readonly inbox: Pick<Inbox, "store">;
  /** Ids of our own bot. */
  readonly bot: { readonly user: string; readonly id?: string };
  readonly echoes: Pick<Echoes, "heard">;
  readonly log: Log;
  readonly catchUp?: Pick<CatchUp, "unstored">;
  /** Told of what could not be kept for want of room. */
  readonly noRoom?: (body: Body) => Promise<void>;
  /** Told how long a delivery waited for its acknowledgement. */
  readonly observeAck?: (seconds: number) => void;
};

/**
 * What receivers call instead of the app. Bolt acknowledges an event before any listener of ours runs,
 * so the event is stored here, before. A throw means: not acknowledged, and Slack delivers it again.
 */
export function gate(needs: Needs): Pick<App, "processEvent"> {
  const { app, bot, echoes, log, observeAck } = needs;
  return {
    async processEvent(given: ReceiverEvent): Promise<void> {
      const event = observeAck === undefined ? given : timed(given, observeAck);
      const body: unknown = event.body;
      if (!isBody(body)) return event.ack();
      if (isTooDeep(body)) {
        log("warn", "something nested too deeply is not taken in", { type: body["type"] });
        return event.ack();
      }
      if (isWithoutEvent(body)) {
        log("warn", "slack tells us something without an event", { type: body["type"] });
        return event.ack();
      }
      const mine = bodyIn(body, "event");
      if (isOwnMessage(mine, bot)) {
        hear(mine, echoes);
        return event.ack();
      }
      const key = inboxKey(body);
      // A row that was stored before is the work itself: an earlier delivery does it.
      if (key !== undefined && !(await stored(needs, key, body))) return event.ack();
      await app.processEvent(event);
    },
  };
}

async function stored(
  { catchUp, inbox, noRoom }: Needs,
  key: string,
  body: Body,
): Promise<boolean> {
  try {
    return await inbox.store(key, body as Json);
  } catch (cause) {
    catchUp?.unstored(key, body as Json, cause);
    if (cause instanceof StoreError && cause.kind === "full") void noRoom?.(body);
    throw cause;
  }
}

const MS = 1_000;

/** The same delivery, with its acknowledgement timed. */
function timed(event: ReceiverEvent, observe: (seconds: number) => void): ReceiverEvent {
  const from = performance.now();
  return {
    ...event,
    async ack(answer) {
      await event.ack(answer);
      observe((performance.now() - from) / MS);
    },
  };
}

/** `app_rate_limited` and its like: Bolt finds no type in them and would never acknowledge. */
const isWithoutEvent = (body: Body): boolean =>
  !isBody(body["event"]) &&
  (body["type"] === "app_rate_limited" || body["type"] === "event_callback");

const isOwnMessage = (event: Body, bot: Needs["bot"]): boolean => {
  if (event["type"] !== "message" && event["type"] !== "app_mention") return false;
  const message = event["subtype"] === "message_changed" ? bodyIn(event, "message") : event;
  const by = textIn(message, "bot_id");
  return message["user"] === bot.user || (by !== undefined && by === bot.id);
};

function hear(event: Body, echoes: Needs["echoes"]): void {
  const idem = textIn(bodyIn(bodyIn(event, "metadata"), "event_payload"), "id");
  const channel = textIn(event, "channel");
  const ts = textIn(event, "ts");
  if (
    event["subtype"] === undefined &&
    idem !== undefined &&
    channel !== undefined &&
    ts !== undefined
  ) {
    echoes.heard({ idem, channel, ts });
  }
}
