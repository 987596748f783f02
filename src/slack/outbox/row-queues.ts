import type { OutboxRow } from "../../desk/ports.ts";
import { queueOf } from "./address-of.ts";

/** Rows on their way, one after the other for each recipient. */
export type RowQueues = {
  readonly size: () => number;
  /** A row that is on its way already is left where it is. */
  readonly add: (row: OutboxRow) => void;
  readonly idle: () => Promise<void>;
};

/** @param done called after each row, whatever became of it */
export function rowQueues(handle: (row: OutboxRow) => Promise<void>, done: () => void): RowQueues {
  const queues = new Map<string, Promise<void>>();
  const underWay = new Set<string>();

  const after = async (before: Promise<void> | undefined, row: OutboxRow): Promise<void> => {
    await before;
    try {
      await handle(row);
    } finally {
      underWay.delete(row.id);
      done();
    }
  };

  return {
    size: () => underWay.size,
    add(row) {
      if (underWay.has(row.id)) return;
      underWay.add(row.id);
      const key = queueOf(row);
      const next = after(queues.get(key), row).finally(() => {
        if (queues.get(key) === next) queues.delete(key);
      });
      queues.set(key, next);
    },
    idle: async () => {
      await Promise.all(queues.values());
    },
  };
}
