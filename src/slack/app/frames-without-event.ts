import type { SocketModeReceiver } from "@slack/bolt";
import { isBody, textIn } from "./incoming.ts";
import type { Log } from "./log.ts";
import { MOST_BYTES } from "./too-much.ts";

type SocketClient = SocketModeReceiver["client"];
type Frame = string | ArrayBuffer | Uint8Array;
/** Private in the client's types. */
type Sends = { send(envelope: string): Promise<void> };
type FrameListener = (data: Frame, isBinary: boolean) => unknown;

/**
 * Acknowledges frames of events that hold no event (Slack's rate limit warning) before the client sees
 * them: it would end the process on them.
 */
export function dropFramesWithoutEvent(client: SocketClient, log: Log): void {
  const inner = client.listeners("ws_message") as FrameListener[];
  const sender = client as unknown as Sends;
  client.removeAllListeners("ws_message");
  client.on("ws_message", (data: Frame, isBinary: boolean) => {
    const bytes = typeof data === "string" ? data.length : data.byteLength;
    if (bytes > MOST_BYTES) {
      log("warn", "slack sends a frame that is too large", { bytes });
      return;
    }
    const frame = typeof data === "string" ? data : new TextDecoder().decode(data);
    const envelope = isBinary ? undefined : envelopeWithoutEvent(frame);
    if (envelope === undefined) {
      for (const listener of inner) void listener(data, isBinary);
      return;
    }
    log("warn", "slack sends a frame without an event", {});
    sender.send(envelope).catch((cause: unknown) => {
      log("warn", "a frame cannot be acknowledged", { cause });
    });
  });
}

function envelopeWithoutEvent(frame: string): string | undefined {
  try {
    const read: unknown = JSON.parse(frame);
    if (!isBody(read) || read["type"] !== "events_api") return undefined;
    const payload = read["payload"];
    return isBody(payload) && isBody(payload["event"]) ? undefined : textIn(read, "envelope_id");
  } catch {
    return undefined;
  }
}
