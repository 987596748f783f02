import type { App } from "@slack/bolt";
import type { Inbox } from "../../desk/ports.ts";
import type { Clock, Instant } from "../../kernel/clock.ts";
import { MINUTE_MS } from "../../kernel/clock.ts";
import type { Log } from "./log.ts";

type Needs = {
  readonly app: Pick<App, "processEvent">;
  readonly inbox: Pick<Inbox, "unfinished">;
  readonly now: Clock;
  readonly log: Log;
};

const TRIES = 3;

/**
 * Feeds in events that were stored and never finished: all of them at the start, later those that are
 * a minute old, each at most three times by this process. Returns how to stop.
 */
export function feedUnfinished({ app, inbox, now, log }: Needs): () => Promise<void> {
  const tries = new Map<string, number>();
  let feeding: Promise<void> | undefined;

  const feed = async (olderThan: Instant): Promise<void> => {
    try {
      const unfinished = await inbox.unfinished(olderThan);
      const still = new Set(unfinished.map(({ key }) => key));
      for (const key of tries.keys()) if (!still.has(key)) tries.delete(key);
      for (const { key, body } of unfinished) {
        const tried = tries.get(key) ?? 0;
        if (tried >= TRIES) continue;
        tries.set(key, tried + 1);
        await app.processEvent({ body: body as Record<string, unknown>, ack: async () => {} });
      }
    } catch (cause) {
      log("error", "unfinished events cannot be taken up", { cause });
    }
  };

  const start = (olderThan: Instant): void => {
    feeding ??= feed(olderThan).finally(() => {
      feeding = undefined;
    });
  };

  start(now());
  const timer = setInterval(() => {
    start((now() - MINUTE_MS) as Instant);
  }, MINUTE_MS);
  return async () => {
    clearInterval(timer);
    await feeding;
  };
}
