import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { OutboxRow } from "../../desk/ports.ts";
import type { Instant } from "../../kernel/clock.ts";
import { addNotices } from "./add-work.ts";
import { mendAfterJump } from "./clock-watch.ts";
import type { Commit } from "./ground.ts";
import { readNotice } from "./read-notice.ts";
import type { Readable, Row, Unreadable } from "./read-notice.ts";
import type { Schema } from "./schema.ts";

type Taken = {
  readonly rows: readonly OutboxRow[];
  /** What cannot be read is `dead` from now on, and staff are told of it. */
  readonly setAside: readonly Unreadable[];
};

/**
 * Takes what may be sent now. A row waits for earlier ones of its slot that were put off, and for
 * earlier ones to its recipient that somebody is sending. Of several of one slot only the newest is
 * sent: each shows the whole message. One that cannot be read holds up nothing.
 */
export async function takeNotices(commit: Commit, sender: string, limit: number): Promise<Taken> {
  const { t, ground } = commit;
  if (ground.kind === "postgres") await sql`select pg_advisory_xact_lock(7262002)`.execute(t);
  const at = await ground.now(t);
  await mendAfterJump(ground, t, at);
  const read = (await mayBeSent(t, at, limit)).map(readNotice);
  const setAside = read.filter((one) => "why" in one);
  for (const one of setAside) await putAside(commit, one);
  const { chosen, outdated } = newestOfEachSlot(read.filter((one) => "recipient" in one));
  if (outdated.length > 0) {
    const ids = outdated.map(({ row }) => row.id);
    await t.updateTable("outbox").set({ state: "superseded" }).where("id", "in", ids).execute();
  }
  if (chosen.length === 0) return { rows: [], setAside };
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
      chosen.map(({ row }) => row.id),
    )
    .execute();
  const posted = await postedSlots(t, chosen);
  return { rows: chosen.map((one) => toOutboxRow(one, posted)), setAside };
}

/** Its content stays as it is, to be looked at; in its place staff read that somebody may wait in vain. */
async function putAside(commit: Commit, { row, why }: Unreadable): Promise<void> {
  await commit.t
    .updateTable("outbox")
    .set({ state: "dead", last_error: why, lease_until: null })
    .where("id", "=", row.id)
    .execute();
  const { idem, kind } = row;
  const told = { kind: "line.set-aside", data: { notice: kind, key: idem } };
  await addNotices(commit, [{ idem: `set-aside:${idem}`, recipient: { to: "triage" }, ...told }]);
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
function newestOfEachSlot(all: readonly Readable[]): {
  readonly chosen: readonly Readable[];
  readonly outdated: readonly Readable[];
} {
  const bySlot = Map.groupBy(all, ({ row }) => row.slot ?? `row ${row.id}`);
  const chosen: Readable[] = [];
  const outdated: Readable[] = [];
  for (const same of bySlot.values()) {
    const uncertain = same.find(({ row }) => row.state === "sending");
    const one = uncertain ?? same.at(-1);
    if (one !== undefined) chosen.push(one);
    if (uncertain === undefined) outdated.push(...same.slice(0, -1));
  }
  return { chosen: chosen.toSorted((a, b) => a.row.id - b.row.id), outdated };
}

type Posted = ReadonlyMap<string, { readonly channel: string; readonly ts: string }>;

async function postedSlots(t: Kysely<Schema>, all: readonly Readable[]): Promise<Posted> {
  const slots = all.flatMap(({ row }) => row.slot ?? []);
  if (slots.length === 0) return new Map();
  const found = await t.selectFrom("slot").selectAll().where("slot", "in", slots).execute();
  return new Map(found.map(({ slot, channel, ts }) => [slot, { channel, ts }]));
}

function toOutboxRow({ row, recipient, data }: Readable, slots: Posted): OutboxRow {
  const posted = row.slot === null ? undefined : slots.get(row.slot);
  return {
    id: String(row.id),
    idem: row.idem,
    recipient,
    kind: row.kind,
    data,
    ...(row.slot === null ? {} : { slot: row.slot }),
    attempts: row.attempts + 1,
    state: row.state === "sending" ? "sending" : "ready",
    ...(posted === undefined ? {} : { posted }),
  };
}
