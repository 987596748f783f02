import type { Database } from "../../src/adapters/stores/database.ts";
import type { Stores } from "../../src/adapters/stores/open-stores.ts";
import type { TicketStore } from "../../src/desk/ports.ts";
import type { Planted } from "./setting.ts";

/** The stores with a fault planted in them, to see it found. */
export function sabotage(planted: Planted | undefined, stores: Stores, database: Database): Stores {
  if (planted !== "no-fence") return stores;
  const { tickets } = stores;
  return { ...stores, tickets: { ...tickets, change: unfenced(tickets, database) } };
}

/** Completes a job whoever holds it now. */
function unfenced(tickets: TicketStore, { kysely }: Database): TicketStore["change"] {
  return async (id, actor, decide, refusal) =>
    tickets.change(
      id,
      actor,
      (ticket) => {
        const decided = decide(ticket);
        if (!decided.ok || decided.value.finishes === undefined) return decided;
        const { finishes, ...rest } = decided.value;
        const done = kysely
          .updateTable("job")
          .set({ state: "done" })
          .where("id", "=", Number(finishes.id));
        done.execute().catch(() => {});
        return { ok: true, value: rest };
      },
      refusal,
    );
}
