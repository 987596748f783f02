import type { App } from "@slack/bolt";
import type { Inbox } from "../../desk/ports.ts";
import { newReference } from "./guarded.ts";
import { inboxKey } from "./inbox-key.ts";
import type { Body } from "./incoming.ts";
import { isBody } from "./incoming.ts";
import type { Log } from "./log.ts";

type Needs = {
  readonly inbox: Pick<Inbox, "done">;
  readonly log: Log;
  readonly wake: () => void;
  /** An event could not be handled. */
  readonly failed: (key: string, cause: unknown) => void;
};

/** Listeners by the type of the event. */
export type EventTable = Readonly<Record<string, (body: Body) => Promise<void>>>;

/**
 * Hands each event to its listener and marks it done. An event whose listener fails stays unfinished:
 * it is fed in again later.
 */
export function registerEvents(app: App, needs: Needs, table: EventTable): void {
  const handle = async (type: string, body: unknown): Promise<void> => {
    const listener = table[type];
    if (listener === undefined || !isBody(body)) return;
    const key = inboxKey(body);
    try {
      await listener(body);
      if (key !== undefined) await needs.inbox.done(key);
    } catch (cause) {
      if (key !== undefined) needs.failed(key, cause);
      needs.log("error", "an event could not be handled", {
        type,
        reference: newReference(),
        cause,
      });
    } finally {
      needs.wake();
    }
  };
  for (const type of Object.keys(table)) {
    app.event(type, async ({ body }) => handle(type, body));
  }
}
