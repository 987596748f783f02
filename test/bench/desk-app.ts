import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from "@slack/bolt";
import type { types } from "@slack/bolt";
import { readConfig } from "../../src/config.ts";
import { startDesk } from "../../src/main.ts";

/** The process that is measured: the whole desk, or Bolt with listeners that keep nothing. */
const SOCKETS = 2;
const PACE = { spacingMs: 20, burst: 50 };

const setting = (name: string) => process.env[name] ?? "";

function receiver() {
  const logLevel = LogLevel.ERROR;
  return setting("SLACK_TRANSPORT") === "http"
    ? new HTTPReceiver({ signingSecret: setting("SLACK_SIGNING_SECRET"), logLevel })
    : new SocketModeReceiver({
        appToken: setting("SLACK_APP_TOKEN"),
        logLevel,
        installerOptions: { clientOptions: { slackApiUrl: setting("SLACK_API_URL") } },
      });
}

const button: types.KnownBlock = {
  type: "actions",
  elements: [
    {
      type: "button",
      action_id: "desk.person",
      text: { type: "plain_text", text: "Ask" },
      value: "1",
    },
  ],
};

const form: types.ModalView = {
  type: "modal",
  callback_id: "desk.person",
  title: { type: "plain_text", text: "Ask" },
  submit: { type: "plain_text", text: "Send" },
  blocks: [
    {
      type: "input",
      block_id: "words",
      label: { type: "plain_text", text: "Words" },
      element: { type: "plain_text_input", action_id: "v", initial_value: "words" },
    },
  ],
};

/** Bolt alone, over the same sockets: what an acknowledgement costs before anything is kept. */
async function startFloor(): Promise<void> {
  const all = Array.from({ length: setting("SLACK_TRANSPORT") === "http" ? 1 : SOCKETS }, receiver);
  const [first] = all;
  if (first === undefined) throw new Error("Cannot start: expected a receiver");
  const app = new App({
    receiver: first,
    authorize: async () => ({ botToken: setting("SLACK_BOT_TOKEN"), botUserId: "U0BOT" }),
    clientOptions: { slackApiUrl: setting("SLACK_API_URL") },
    convoStore: false,
    logLevel: LogLevel.ERROR,
  });
  app.event("message", async ({ event, client }) => {
    if (event.channel_type !== "im" || event.subtype !== undefined) return;
    const { channel, ts } = event;
    await client.chat.postMessage({ channel, thread_ts: ts, text: "Ask", blocks: [button] });
  });
  app.action("desk.person", async ({ ack, body, client }) => {
    await ack();
    const { trigger_id = "" } = body as { readonly trigger_id?: string };
    await client.views.open({ trigger_id, view: form });
  });
  app.view("desk.person", async ({ ack }) => ack());
  for (const one of all) one.init(app);
  await Promise.all(all.map((one) => one.start(Number(setting("SLACK_PORT")))));
}

if (process.argv[2] === "floor") await startFloor();
else await startDesk(readConfig(process.env), { pace: PACE });
process.send?.("ready");
