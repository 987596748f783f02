import type { OutboxRow } from "../../desk/ports.ts";
import { channelPace, SLACK_PACE } from "./channel-pace.ts";
import type { Pace } from "./channel-pace.ts";
import type { Echoes } from "./echoes.ts";
import { lastEchoes } from "./echoes.ts";
import { rowQueues } from "./row-queues.ts";
import { sendRow } from "./send-row.ts";
import type { SendNeeds } from "./send-row.ts";

type Needs = Omit<SendNeeds, "pace" | "echoes" | "echoMs" | "progressMs"> & {
  /** Name of this sender, different for every process. */
  readonly name: string;
  readonly pace?: Pace;
  readonly pollMs?: number;
  /** What follows from a row that was sent. */
  readonly afterwards?: (row: OutboxRow) => Promise<void>;
  readonly echoMs?: number;
  readonly progressMs?: number;
};

/** Brings notices to Slack: one queue for each channel, in order, paced. */
export type Sender = {
  /** Something was committed: look now rather than at the next poll. */
  readonly wake: () => void;
  /** Takes up what the echo of our own messages proves. */
  readonly echoes: Echoes;
  /** Ends after the messages that are on their way; the rest waits in the database. */
  readonly stop: () => Promise<void>;
};

const AT_ONCE = 40;

/** Starts sending. Rows that were on their way when an earlier process ended are looked for first. */
export function startSender(needs: Needs): Sender {
  const { outbox, log, now, pollMs = 500 } = needs;
  const echoes = lastEchoes();
  const send = sendRow(sendNeeds(needs, echoes));
  let stopping = false;
  let looking: Promise<void> | undefined;
  let again = false;

  const handle = async (row: OutboxRow): Promise<void> => {
    try {
      await (stopping ? outbox.later(row, now(), "stopping") : send(row));
      await needs.afterwards?.(row);
    } catch (cause) {
      log("error", "the outbox cannot be written", { idem: row.idem, cause });
    }
  };
  const queues = rowQueues(handle, () => wake());

  const look = async (): Promise<void> => {
    try {
      do {
        again = false;
        const room = AT_ONCE - queues.size();
        const rows = room <= 0 || stopping ? [] : await outbox.take(needs.name, room);
        for (const row of rows) queues.add(row);
      } while (again && queues.size() < AT_ONCE);
    } catch (cause) {
      log("error", "the outbox cannot be read", { cause });
    } finally {
      looking = undefined;
    }
  };

  const wake = (): void => {
    again = true;
    if (!stopping) looking ??= look();
  };

  const timer = setInterval(wake, pollMs);
  wake();
  return {
    wake,
    echoes,
    async stop() {
      stopping = true;
      clearInterval(timer);
      await looking;
      await queues.idle();
    },
  };
}

const sendNeeds = (needs: Needs, echoes: Echoes): SendNeeds => ({
  ...needs,
  pace: channelPace(needs.pace ?? SLACK_PACE, needs.now),
  echoes,
  echoMs: needs.echoMs ?? 10_000,
  progressMs: needs.progressMs ?? 3_000,
});
