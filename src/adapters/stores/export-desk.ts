import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Kysely } from "kysely";
import { canonicalJson } from "../../kernel/canonical-json.ts";
import type { Json } from "../../kernel/canonical-json.ts";
import type { Database } from "./database.ts";
import { DESK_TABLES } from "./desk-tables.ts";
import { MIGRATIONS } from "./migrate.ts";
import type { Schema } from "./schema.ts";

const AT_ONCE = 500;

export const EXPORT_FORMAT = "snapdesk-export-1";

/**
 * Writes all that the desk keeps as JSON lines, as of one instant: a header, the rows in a fixed
 * order, and a checksum of everything before it. Equal desks give equal bytes on either database.
 *
 * @param write gets each line without its line feed
 * @returns how many rows
 */
export async function exportDesk(
  { kysely }: Database,
  write: (line: string) => void | Promise<void>,
): Promise<number> {
  const hash = createHash("sha256");
  const put = async (line: Json) => {
    const text = canonicalJson(line);
    hash.update(`${text}\n`);
    await write(text);
  };
  return kysely
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (t) => {
      await put({ format: EXPORT_FORMAT, schema: MIGRATIONS.map((one) => one.name) });
      let rows = 0;
      for (const [table, ...keys] of DESK_TABLES) {
        for await (const row of rowsOf(t, table, keys)) {
          await put({ table, row });
          rows += 1;
        }
      }
      await write(canonicalJson({ rows, checksum: `sha256:${hash.digest("hex")}` }));
      return rows;
    });
}

async function* rowsOf(
  t: Kysely<Schema>,
  table: string,
  keys: readonly string[],
): AsyncGenerator<{ readonly [column: string]: Json }> {
  const order = sql.join(keys.map((key) => sql.ref(key)));
  for (let from = 0; ; from += AT_ONCE) {
    const page = sql<{ [column: string]: Json }>`
      select * from ${sql.table(table)} order by ${order} limit ${AT_ONCE} offset ${from}`;
    const { rows } = await page.execute(t);
    yield* rows;
    if (rows.length < AT_ONCE) return;
  }
}
