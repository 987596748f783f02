import type { Kysely } from "kysely";
import type { Schema } from "./schema.ts";

/** Tables from which nothing is ever taken out. */
const FOR_GOOD = ["audit", "inbox", "question", "ticket"] as const;

/** How many rows there are, table by table. */
export type Counts = Readonly<Record<(typeof FOR_GOOD)[number], number>>;

export async function countRows(kysely: Kysely<Schema>): Promise<Counts> {
  const counts = { audit: 0, inbox: 0, question: 0, ticket: 0 };
  for (const table of FOR_GOOD) {
    const count = kysely.selectFrom(table).select((t) => t.fn.countAll<number>().as("n"));
    counts[table] = (await count.executeTakeFirstOrThrow()).n;
  }
  return counts;
}
