import type { Kysely } from "kysely";
import { canonicalJson } from "../../kernel/canonical-json.ts";
import type { Json } from "../../kernel/canonical-json.ts";
import { digestOf } from "../../kernel/digest.ts";
import type { Inbox } from "../../desk/ports.ts";
import { read, write } from "./ground.ts";
import type { Ground } from "./ground.ts";
import { fromJsonText } from "./json-text.ts";
import type { Schema } from "./schema.ts";

/** What came in, each once. The key is kept for good, the body until it is done. */
export function inbox(ground: Ground): Inbox {
  const { kysely } = ground;
  return {
    store: (key, body) =>
      write(ground, (within) => storeOnce(ground, within, { key, body }), { keyed: true }),
    done: (key) =>
      write(
        ground,
        async (within) => {
          const done_at = await ground.now(within);
          const row = within.updateTable("inbox").set({ done_at, body: "" });
          await row.where("event_key", "=", key).where("done_at", "is", null).execute();
        },
        { keyed: true },
      ),
    unfinished: async (olderThan) => {
      const query = kysely
        .selectFrom("inbox")
        .select(["event_key", "body"])
        .where("done_at", "is", null)
        .where("received_at", "<", olderThan)
        .orderBy("seq");
      const rows = await read(() => query.execute());
      return rows.map((row) => ({ key: row.event_key, body: fromJsonText(row.body) as Json }));
    },
  };
}

type Event = { readonly key: string; readonly body: Json };

async function storeOnce(
  ground: Ground,
  within: Kysely<Schema>,
  { key, body }: Event,
): Promise<boolean> {
  const text = canonicalJson(body);
  const body_hash = digestOf(text);
  const stored = await within
    .insertInto("inbox")
    .values({ event_key: key, received_at: await ground.now(within), body_hash, body: text })
    .onConflict((known) => known.column("event_key").doNothing())
    .returning("seq")
    .executeTakeFirst();
  if (stored !== undefined) return true;
  const known = within.selectFrom("inbox").select("body_hash").where("event_key", "=", key);
  const before = await known.executeTakeFirst();
  if (before?.body_hash !== body_hash) ground.odd(`event "${key}" came again with another body`);
  return false;
}
