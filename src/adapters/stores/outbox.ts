import { setTimeout as sleep } from "node:timers/promises";
import type { Kysely } from "kysely";
import type { Outbox, OutboxRow } from "../../desk/ports.ts";
import { StoreError } from "../../desk/store-error.ts";
import { addNotices } from "./add-work.ts";
import { commit, read, write } from "./ground.ts";
import type { Commit, Ground } from "./ground.ts";
import type { Schema } from "./schema.ts";
import { takeNotices } from "./take-notices.ts";

type Message = { readonly channel: string; readonly ts: string };

/** What is on its way out to people. */
export function outbox(ground: Ground): Outbox {
  const { kysely } = ground;
  return {
    add: (notices) => commit(ground, (one) => addNotices(one, notices), { keyed: true }),
    take: async (sender, limit) => {
      const taken = await commit(ground, (one) => takeNotices(one, sender, limit));
      for (const { row, why } of taken.setAside) {
        ground.odd(`a notice is set aside: ${why} (row ${row.id}, ${row.kind}, ${row.idem})`);
      }
      return taken.rows;
    },
    sent: (row, message) =>
      insist(() => commit(ground, (one) => keepSent(one, row, message), { keyed: true })),
    later: (row, runAt, reason) =>
      putAside(ground, row, { state: "ready", run_at: runAt, last_error: reason }),
    dead: (row, reason) => putAside(ground, row, { state: "dead", last_error: reason }),
    posted: (slot) =>
      read(() =>
        kysely
          .selectFrom("slot")
          .select(["channel", "ts"])
          .where("slot", "=", slot)
          .executeTakeFirst(),
      ),
    forget: (slot) =>
      write(
        ground,
        async (within) => {
          await within.deleteFrom("slot").where("slot", "=", slot).execute();
        },
        { keyed: true },
      ),
  };
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 2_000;

/**
 * What became of a message is known to nobody else, and cannot be refused any more: where the database is
 * away, it is waited for. Who wants to stop does not wait for this.
 */
async function insist<T>(work: () => Promise<T>): Promise<T> {
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    try {
      return await work();
    } catch (cause) {
      if (!(cause instanceof StoreError) || cause.kind === "failed") throw cause;
      await sleep(pauseMs, undefined, { ref: false });
    }
  }
}

/** The message stands in Slack, whoever sent it: this is kept even where the lease has run out. */
async function keepSent(
  { t, left }: Commit,
  { id, slot }: OutboxRow,
  { channel, ts }: Message,
): Promise<void> {
  await t
    .updateTable("outbox")
    .set({ state: "sent", channel, ts, lease_until: null })
    .where("id", "=", Number(id))
    .execute();
  left.add("notices");
  if (slot === undefined) return;
  await t
    .insertInto("slot")
    .values({ slot, channel, ts })
    .onConflict((known) => known.column("slot").doUpdateSet({ channel, ts }))
    .execute();
}

/** Only under the sender's own taking: who was too slow decides nothing any more. */
function putAside(
  ground: Ground,
  { id, attempts }: OutboxRow,
  set: { readonly state: "ready" | "dead"; readonly run_at?: number; readonly last_error: string },
): Promise<void> {
  const put = async (within: Kysely<Schema>) => {
    await within
      .updateTable("outbox")
      .set({ ...set, lease_until: null })
      .where("id", "=", Number(id))
      .where("attempts", "=", attempts)
      .where("state", "=", "sending")
      .execute();
  };
  return insist(() => write(ground, put, { keyed: true }));
}
