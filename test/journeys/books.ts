import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Stores } from "../../src/adapters/stores/open-stores.ts";
import { openToRead } from "../../src/cli/open-to-read.ts";
import { readConfig } from "../../src/config.ts";
import type { TicketId } from "../../src/kernel/ids.ts";
import type { Operation } from "../../src/restore/operation.ts";
import type { Setting } from "../support/running-desk.ts";

type Kept = Pick<Setting, "env" | "data">;

/** Reads what a desk has kept, beside the desk. */
export async function read<Value>(
  { env }: Kept,
  look: (stores: Stores) => Promise<Value>,
): Promise<Value> {
  const { stores, close } = await openToRead(() => readConfig(env))();
  try {
    return await look(stores);
  } finally {
    await close();
  }
}

/** The actions in a ticket's audit trail, oldest first. */
export const auditOf = (desk: Kept, id: string): Promise<readonly string[]> =>
  read(desk, async ({ tickets }) =>
    (await tickets.history(id as TicketId)).map(({ action }) => action),
  );

export const ticketOf = (desk: Kept, id: string) =>
  read(desk, ({ tickets }) => tickets.get(id as TicketId));

/** What the engine has been told to do to bring data back, in its own journal. */
export function operations({ data }: Kept): readonly Operation[] {
  const journal = new DatabaseSync(join(data, "snapshots", "operations.sqlite"), {
    readOnly: true,
  });
  try {
    return journal
      .prepare("SELECT operation FROM operation ORDER BY rowid")
      .all()
      .map(({ operation }) => JSON.parse(String(operation)) as Operation)
      .filter(({ kind }) => kind === "restore" || kind === "retrieve");
  } finally {
    journal.close();
  }
}
