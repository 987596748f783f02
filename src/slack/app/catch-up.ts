import type { App } from "@slack/bolt";
import type { Inbox } from "../../desk/ports.ts";
import { StoreError } from "../../desk/store-error.ts";
import type { Json } from "../../kernel/canonical-json.ts";
import type { Clock } from "../../kernel/clock.ts";
import { SECOND_MS } from "../../kernel/clock.ts";
import type { Log } from "./log.ts";

type Needs = {
  readonly app: Pick<App, "processEvent">;
  readonly inbox: Pick<Inbox, "store" | "unfinished">;
  readonly now: Clock;
  readonly log: Log;
  readonly everyMs?: number;
};

/** What could not be done while the database was away. */
export type CatchUp = {
  /** This event could not be stored. Slack will bring it again, but only after a minute. */
  readonly unstored: (key: string, body: Json, cause: unknown) => void;
  /** The listener of this stored event has failed. */
  readonly failed: (key: string, cause: unknown) => void;
  /** Ends after the event that is under way; Slack and the database remember the others. */
  readonly stop: () => Promise<void>;
};

const EVERY_MS = 2 * SECOND_MS;

/** In memory, and only to be sooner than Slack: what is more than this waits for its redelivery. */
const MOST = 1_000;

/** Takes up events as soon as the database is back. Failures of any other kind are not its business. */
export function catchUp(needs: Needs): CatchUp {
  const { everyMs = EVERY_MS, log } = needs;
  const unstored = new Map<string, Json>();
  const failed = new Set<string>();
  let under: Promise<void> | undefined;
  const turn = async () => {
    try {
      await storeLate(needs, unstored, failed);
      await feedAgain(needs, failed);
    } catch (cause) {
      if (!isAway(cause)) log("error", "events cannot be caught up with", { cause });
    } finally {
      under = undefined;
    }
  };
  const timer = setInterval(() => {
    if (unstored.size + failed.size > 0) under ??= turn();
  }, everyMs);
  return {
    unstored: (key, body, cause) => {
      if (isAway(cause) && unstored.size < MOST) unstored.set(key, body);
    },
    failed: (key, cause) => {
      if (isAway(cause)) failed.add(key);
    },
    stop: async () => {
      clearInterval(timer);
      unstored.clear();
      failed.clear();
      await under;
    },
  };
}

const isAway = (cause: unknown): boolean => cause instanceof StoreError && cause.kind !== "failed";

async function storeLate(
  { app, inbox }: Needs,
  unstored: Map<string, Json>,
  failed: Set<string>,
): Promise<void> {
  for (const [key, body] of unstored) {
    const first = await inbox.store(key, body);
    unstored.delete(key);
    if (first) await app.processEvent(eventOf(body));
    // It was kept after all, when the answer was lost: nobody has begun with it.
    else failed.add(key);
  }
}

async function feedAgain({ app, inbox, now }: Needs, failed: Set<string>): Promise<void> {
  if (failed.size === 0) return;
  const unfinished = await inbox.unfinished(now());
  const again = unfinished.filter(({ key }) => failed.has(key));
  failed.clear();
  for (const { body } of again) await app.processEvent(eventOf(body));
}

const eventOf = (body: Json) => ({ body: body as Record<string, unknown>, ack: async () => {} });
