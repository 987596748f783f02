import type { App } from "@slack/bolt";
import { HTTPReceiver, SocketModeReceiver } from "@slack/bolt";
import { libraryLog } from "./library-log.ts";
import type { Log } from "./log.ts";
import type { SlackConfig } from "./slack-config.ts";
import { dropFramesWithoutEvent } from "./frames-without-event.ts";
import { platformErrorOf } from "../outbox/slack-error.ts";
import { SlackRefused } from "./slack-refused.ts";
import { strictClock } from "./strict-clock.ts";

/** Ways in from Slack: sockets or an HTTP endpoint, both feeding the same app. */
export type Receivers = {
  /** What Bolt's `App` is constructed with; it is told about the gate afterwards. */
  readonly first: SocketModeReceiver | HTTPReceiver;
  listen(target: Pick<App, "processEvent">): void;
  /** Resolves once Slack can reach us; the port where there is one. */
  start(): Promise<{ readonly port?: number }>;
  stop(): Promise<void>;
  /** Whether Slack can reach us now, as far as we know. */
  readonly connected: () => boolean;
};

type Needs = { readonly config: SlackConfig; readonly log: Log };

const SOCKETS = 2;

/** Two sockets, since each is deaf for seconds while Slack refreshes it; or one signed HTTP endpoint. */
export function receivers(needs: Needs): Receivers {
  return needs.config.transport === "http" ? httpReceiver(needs) : socketReceivers(needs);
}

function httpReceiver({ config, log }: Needs): Receivers {
  const receiver = new HTTPReceiver({
    signingSecret: config.signingSecret ?? "",
    bodyLimit: "1mb",
    logger: libraryLog(log),
  });
  strictClock(receiver);
  let listening = false;
  return {
    first: receiver,
    listen: (target) => {
      receiver.init(target as App);
    },
    async start() {
      const server = await receiver.start({
        port: config.port ?? 3000,
        host: config.host ?? "127.0.0.1",
      });
      listening = true;
      const address = server.address();
      return typeof address === "object" && address !== null ? { port: address.port } : {};
    },
    async stop() {
      listening = false;
      await receiver.stop();
    },
    connected: () => listening,
  };
}

/** Fresh for each use: Slack's socket client writes into the object it is given. */
const socketOptions = (slackApiUrl: string) => ({
  slackApiUrl,
  timeout: 5_000,
  retryConfig: { forever: true, factor: 1.3, minTimeout: 200, maxTimeout: 5_000, randomize: true },
});

function socketReceivers({ config, log }: Needs): Receivers {
  const open = new Set<SocketModeReceiver>();
  const sockets = Array.from({ length: SOCKETS }, () => {
    const receiver = new SocketModeReceiver({
      appToken: config.appToken ?? "",
      logger: libraryLog(log),
      installerOptions: { clientOptions: socketOptions(config.apiUrl) },
    });
    dropFramesWithoutEvent(receiver.client, log);
    receiver.client.on("connected", () => open.add(receiver));
    for (const lost of ["close", "reconnecting", "disconnected"]) {
      receiver.client.on(lost, () => open.delete(receiver));
    }
    return receiver;
  });
  const [first] = sockets;
  if (first === undefined) throw new Error("Cannot open sockets: expected at least one");
  return {
    first,
    listen: (target) => {
      for (const socket of sockets) socket.init(target as App);
    },
    async start() {
      try {
        await Promise.all(sockets.map((socket) => socket.start()));
      } catch (cause) {
        const refusal = platformErrorOf(cause);
        if (refusal === undefined) throw cause;
        throw new SlackRefused("SLACK_APP_TOKEN", refusal, cause);
      }
      return {};
    },
    async stop() {
      await Promise.all(sockets.map((socket) => socket.client.disconnect()));
    },
    connected: () => open.size > 0,
  };
}
