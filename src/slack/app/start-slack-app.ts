import { App, webApi } from "@slack/bolt";
import type { Receiver } from "@slack/bolt";
import { SECOND_MS } from "../../kernel/clock.ts";
import { deskRenderers } from "../desk/desk-renderers.ts";
import { deskNumbers } from "../home/desk-numbers.ts";
import { keepHomes } from "../home/publish-home.ts";
import { knowledgeRenderers } from "../knowledge/knowledge-renderers.ts";
import { keepCopies } from "../restore/keep-copies.ts";
import { reportRenderers } from "../report/report-renderers.ts";
import { restoreRenderers } from "../restore/restore-renderers.ts";
import { renderBy } from "../outbox/renderers.ts";
import { startSender } from "../outbox/start-sender.ts";
import type { Sender } from "../outbox/start-sender.ts";
import { catchUp } from "./catch-up.ts";
import { gate } from "./gate.ts";
import { letGo } from "./let-go.ts";
import type { Part } from "./let-go.ts";
import { libraryLog } from "./library-log.ts";
import { listenTo } from "./listen-to.ts";
import { receivers } from "./receivers.ts";
import type { Receivers } from "./receivers.ts";
import type { SlackClient } from "./slack-client.ts";
import type { SlackNeeds } from "./slack-needs.ts";
import { tellNoRoom } from "./tell-no-room.ts";
import { feedUnfinished } from "./unfinished.ts";
import { whoAmI } from "./who-am-i.ts";
import type { Bot } from "./who-am-i.ts";

/** The running app. */
export type SlackApp = {
  /** HTTP only: where Slack's requests are answered. */
  readonly port?: number;
  readonly bot: { readonly user: string; readonly team: string };
  /** Whether Slack can reach us now. */
  readonly connected: () => boolean;
  /** Something was committed elsewhere: look into the outbox now. */
  readonly wake: () => void;
  /** Takes nothing more in, ends what is under way, and closes the connections. */
  readonly stop: () => Promise<void>;
};

const CALL_MS = 2_500;

/** No retries by the client: it would post twice after an answer that was lost. */
const clientOptions = ({ config, log }: Pick<SlackNeeds, "config" | "log">) => ({
  slackApiUrl: config.apiUrl,
  timeout: CALL_MS,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  logger: libraryLog(log),
});

/** Connects to Slack, listens, and brings what is in the outbox to people. */
export async function startSlackApp(needs: SlackNeeds): Promise<SlackApp> {
  const { config, people, log, now } = needs;
  const client: SlackClient = new webApi.WebClient(config.botToken, clientOptions(needs));
  const bot = await whoAmI({ client, log });
  await people.connect(client, bot.team);

  const sender = senderFor(needs, client);
  const numbers = deskNumbers({ ...needs, zone: config.deskZone });
  const homes = keepHomes({ client, people, tickets: needs.tickets, numbers, now, log });
  const wake = (): void => {
    sender.wake();
    homes.refresh();
  };
  const ways = receivers({ config, log });
  const { app, late } = hear(needs, ways, { bot, client, sender, homes, wake });
  const parts: Part[] = [part("messages under way", 5, () => sender.stop())];
  const { port } = await ways.start().catch(async (cause: unknown) => {
    homes.stop();
    await letGo([part("late events", 1, late.stop), ...parts], log);
    throw cause;
  });
  const stopFeeding = feedUnfinished({ app, inbox: needs.inbox, now, log });
  const stopHearing = needs.onWork?.(wake);
  parts.unshift(
    part("connection to Slack", 2, () => ways.stop()),
    part("unfinished events", 2, stopFeeding),
    part("late events", 1, late.stop),
  );
  return {
    ...(port === undefined ? {} : { port }),
    bot,
    connected: ways.connected,
    wake,
    async stop() {
      stopHearing?.();
      homes.stop();
      await letGo(parts, log);
    },
  };
}

/** A part, and for how many seconds it is waited for. All together are within Slack's part of the stop. */
const part = (name: string, seconds: number, stop: Part["stop"]): Part => ({
  name,
  stop,
  limitMs: seconds * SECOND_MS,
});

type Speaking = Pick<Parameters<typeof listenTo>[1], "client" | "homes" | "wake"> & {
  readonly bot: Bot;
  readonly sender: Sender;
};

/** Puts our listeners behind Bolt, and the gate before it. */
function hear(needs: SlackNeeds, ways: Receivers, { bot, sender, ...speaking }: Speaking) {
  const { inbox, log, now, people } = needs;
  const app = boltApp(needs, bot, ways.first);
  const late = catchUp({ app, inbox, now, log });
  const ours = { ...speaking, failed: late.failed, botUser: () => bot.user };
  listenTo(app, { ...needs, ...needs.deeds, ...ours }, () => {
    void sender.stop();
  });
  const observed = needs.observeAck === undefined ? {} : { observeAck: needs.observeAck };
  const { echoes } = sender;
  const noRoom = tellNoRoom({ client: speaking.client, people, now, log });
  ways.listen(gate({ app, inbox, bot, echoes, log, catchUp: late, noRoom, ...observed }));
  return { app, late };
}

function senderFor(needs: SlackNeeds, client: SlackClient): Sender {
  const { config, outbox, log, now, writers } = needs;
  const { deskLocale, deskZone, triageChannel } = config;
  return startSender({
    outbox,
    client,
    render: renderBy({
      ...knowledgeRenderers(needs),
      ...deskRenderers({ ...needs, deskLocale }),
      ...restoreRenderers({ ...needs, deskLocale }),
      ...(writers === undefined
        ? {}
        : reportRenderers({ ...needs, writers, deskLocale, deskZone })),
    }),
    triageChannel,
    name: needs.name ?? `slack-${crypto.randomUUID().slice(0, 8)}`,
    now,
    log,
    afterwards: keepCopies(needs),
    ...optional(needs),
  });
}

/** Bolt's app. Who we are was asked for already, so that nothing is called while it is constructed. */
function boltApp({ config, log }: SlackNeeds, bot: Bot, receiver: Receiver): App {
  const app = new App({
    receiver,
    authorize: async () => ({
      botToken: config.botToken,
      botUserId: bot.user,
      teamId: bot.team,
      ...(bot.id === undefined ? {} : { botId: bot.id }),
    }),
    clientOptions: clientOptions({ config, log }),
    convoStore: false,
    logger: libraryLog(log),
  });
  app.error(async (cause) => {
    log("error", "bolt reports a failure", { cause });
  });
  return app;
}

const optional = ({ pace, progressMs, pollMs }: SlackNeeds) => ({
  ...(pace === undefined ? {} : { pace }),
  ...(progressMs === undefined ? {} : { progressMs }),
  ...(pollMs === undefined ? {} : { pollMs }),
});
