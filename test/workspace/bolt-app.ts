import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from "@slack/bolt";
import type { AddressInfo } from "node:net";
import type { Manifest } from "../../src/workspace/model.ts";
import { startWorkspace } from "../../src/workspace/workspace.ts";
import type { Options, Workspace } from "../../src/workspace/workspace-types.ts";

export type Transport = "socket" | "http";

/** Everything the tests use; one test takes something away to see what is missing then. */
export const MANIFEST = {
  display_information: { name: "Probe" },
  features: {
    app_home: { home_tab_enabled: true, messages_tab_enabled: true },
    bot_user: { display_name: "probe" },
    shortcuts: [
      { type: "global", name: "Begin", callback_id: "begin" },
      { type: "message", name: "Begin here", callback_id: "begin-here" },
    ],
    slash_commands: [
      { command: "/probe", should_escape: true },
      { command: "/plain", should_escape: false },
    ],
  },
  oauth_config: {
    scopes: {
      bot: [
        "app_mentions:read",
        "assistant:write",
        "channels:history",
        "channels:read",
        "chat:write",
        "commands",
        "files:write",
        "groups:history",
        "groups:read",
        "im:history",
        "im:write",
        "metadata.message:read",
        "reactions:read",
        "reactions:write",
        "usergroups:read",
        "users:read",
      ],
    },
  },
  settings: {
    event_subscriptions: {
      bot_events: [
        "app_home_opened",
        "app_mention",
        "app_uninstalled",
        "member_joined_channel",
        "message.channels",
        "message.groups",
        "message.im",
        "reaction_added",
        "reaction_removed",
        "tokens_revoked",
        "user_change",
      ],
    },
  },
} satisfies Manifest;

/** A workspace with a real Bolt app connected to it. */
export type Bench = {
  readonly workspace: Workspace;
  readonly app: App;
  readonly close: () => Promise<void>;
};

type Set = Partial<Options> & { readonly sockets?: number };

/** Starts both, with the listeners a test wants. */
export async function bench(
  transport: Transport,
  listeners: (app: App) => void = () => {},
  { sockets = 1, ...options }: Set = {},
): Promise<Bench> {
  const workspace = await startWorkspace({ manifest: MANIFEST, transport, ...options });
  const { app, stop } = await connect(workspace, transport, listeners, sockets);
  return {
    workspace,
    app,
    async close() {
      await stop();
      await workspace.close();
    },
  };
}

/** Connects a real Bolt app to a workspace that runs. */
export async function connect(
  workspace: Workspace,
  transport: Transport,
  listeners: (app: App) => void = () => {},
  sockets = 1,
): Promise<{ readonly app: App; readonly stop: () => Promise<void> }> {
  const { apiUrl: slackApiUrl, botToken: token, appToken, signingSecret } = workspace;
  const clientOptions = () => ({
    slackApiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
  const quiet = { logLevel: LogLevel.ERROR };
  if (transport === "http") {
    const receiver = new HTTPReceiver({ signingSecret, ...quiet });
    const app = new App({
      token,
      receiver,
      clientOptions: clientOptions(),
      convoStore: false,
      ...quiet,
    });
    listeners(app);
    const server = await receiver.start(0);
    const { port } = server.address() as AddressInfo;
    workspace.deliverBy("http", `http://127.0.0.1:${port}/slack/events`);
    return { app, stop: async () => receiver.stop() };
  }
  const receivers = Array.from(
    { length: sockets },
    () =>
      new SocketModeReceiver({
        appToken,
        ...quiet,
        installerOptions: {
          clientOptions: { slackApiUrl, retryConfig: { retries: 3, minTimeout: 50 } },
        },
      }),
  );
  const [receiver] = receivers;
  if (receiver === undefined) throw new Error("Cannot connect: expected a socket");
  const app = new App({
    token,
    receiver,
    clientOptions: clientOptions(),
    convoStore: false,
    ...quiet,
  });
  for (const one of receivers) one.init(app);
  listeners(app);
  for (const one of receivers) await one.start();
  return {
    app,
    async stop() {
      for (const one of receivers) await one.client.disconnect();
    },
  };
}
