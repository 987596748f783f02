import { sql } from "kysely";
import type { Commit } from "./ground.ts";

/** What has numbers: restores, questions and drafts. */
export type Counted = "RST" | "Q" | "D";

/** From here to the commit nobody else gets a number of this kind. */
export async function holdCounter({ t, ground }: Commit, name: Counted): Promise<void> {
  if (ground.kind === "sqlite") return;
  await t.selectFrom("counter").select("value").where("name", "=", name).forUpdate().execute();
}

/**
 * The next number of a kind, without gaps: it is given back where the commit fails. Until then nobody
 * else gets one.
 */
export async function nextNumber({ t }: Commit, name: Counted): Promise<number> {
  const { value } = await t
    .updateTable("counter")
    .set({ value: sql<number>`value + 1` })
    .where("name", "=", name)
    .returning("value")
    .executeTakeFirstOrThrow();
  return value;
}

/** Takes back the number that was given last within this commit. */
export async function returnNumber({ t }: Commit, name: Counted): Promise<void> {
  await t
    .updateTable("counter")
    .set({ value: sql<number>`value - 1` })
    .where("name", "=", name)
    .execute();
}
