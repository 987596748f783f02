import type { Kysely, Selectable } from "kysely";
import { sql } from "kysely";
import type { OutboxRow } from "../../desk/ports.ts";
import type { Instant } from "../../kernel/clock.ts";
import { mendAfterJump } from "./clock-watch.ts";
import type { Commit } from "./ground.ts";
import { fromJsonText } from "./json-text.ts";
import type { OutboxTable, Schema } from "./schema.ts";

type Row = Selectable<OutboxTable>;

/**
 * Takes what may be sent now. A row waits for earlier ones of its slot that were put off, and for
 * earlier ones to its recipient that somebody is sending. Of several of one slot only the newest is
 * sent: each shows the whole message.
 */
export async function takeNotices(
  commit: Commit,
  sender: string,
  limit: number,
): Promise<readonly OutboxRow[]> {
  const { t, ground } = commit;
  if (ground.kind === "postgres") await sql`select pg_advisory_xact_lock(7262002)`.execute(t);
  const at = await ground.now(t);
  await mendAfterJump(ground, t, at);
  const { chosen, outdated } = newestOfEachSlot(await mayBeSent(t, at, limit));
  if (outdated.length > 0) {
    const ids = outdated.map((row) => row.id);
    await t.updateTable("outbox").set({ state: "superseded" }).where("id", "in", ids).execute();
  }
  if (chosen.length === 0) return [];
  await t
    .updateTable("outbox")
    .set({
      state: "sending",
      sender,
      lease_until: at + ground.sendingMs,
      attempts: sql<number>`attempts + 1`,
    })
    .where(
      "id",
      "in",
      chosen.map((row) => row.id),
    )
    .execute();
  const posted = await postedSlots(t, chosen);
  return chosen.map((row) => toOutboxRow(row, posted));
}

function mayBeSent(t: Kysely<Schema>, at: Instant, limit: number): Promise<Row[]> {
  return t
    .selectFrom("outbox as one")
    .selectAll()
    .where("state", "in", ["ready", "sending"])
    .where(sql<boolean>`case state when 'ready' then run_at <= ${at} else lease_until < ${at} end`)
    .where(
      sql<boolean>`not exists (
      select 1 from outbox as earlier
      where earlier.slot = one.slot and earlier.id < one.id and earlier.state in ('ready', 'sending')
        and case earlier.state when 'ready' then earlier.run_at > ${at} else earlier.lease_until >= ${at} end)`,
    )
    .where(
      sql<boolean>`not exists (
      select 1 from outbox as earlier
      where earlier.recipient = one.recipient and earlier.id < one.id
        and earlier.state = 'sending' and earlier.lease_until >= ${at})`,
    )
    .orderBy("id")
    .limit(limit)
    .execute();
}

/** One whose fate is unknown must be asked for first, so nothing overtakes it. */
function newestOfEachSlot(rows: readonly Row[]): {
  readonly chosen: readonly Row[];
  readonly outdated: readonly Row[];
} {
  const bySlot = Map.groupBy(rows, (row) => row.slot ?? `row ${row.id}`);
  const chosen: Row[] = [];
  const outdated: Row[] = [];
  for (const same of bySlot.values()) {
    const uncertain = same.find((row) => row.state === "sending");
    const one = uncertain ?? same.at(-1);
    if (one !== undefined) chosen.push(one);
    if (uncertain === undefined) outdated.push(...same.slice(0, -1));
  }
  return { chosen: chosen.toSorted((a, b) => a.id - b.id), outdated };
}

type Posted = ReadonlyMap<string, { readonly channel: string; readonly ts: string }>;

async function postedSlots(t: Kysely<Schema>, rows: readonly Row[]): Promise<Posted> {
  const slots = rows.flatMap((row) => row.slot ?? []);
  if (slots.length === 0) return new Map();
  const found = await t.selectFrom("slot").selectAll().where("slot", "in", slots).execute();
  return new Map(found.map(({ slot, channel, ts }) => [slot, { channel, ts }]));
}

function toOutboxRow(row: Row, slots: Posted): OutboxRow {
  const posted = row.slot === null ? undefined : slots.get(row.slot);
  return {
    id: String(row.id),
    idem: row.idem,
    recipient: fromJsonText(row.recipient) as OutboxRow["recipient"],
    kind: row.kind,
    data: fromJsonText(row.data) as OutboxRow["data"],
    ...(row.slot === null ? {} : { slot: row.slot }),
    attempts: row.attempts + 1,
    state: row.state === "sending" ? "sending" : "ready",
    ...(posted === undefined ? {} : { posted }),
  };
}
