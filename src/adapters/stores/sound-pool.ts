import { setTimeout as sleep } from "node:timers/promises";
import type { PostgresPool, PostgresPoolClient } from "kysely";
import type { Pool, PoolClient } from "pg";
import { cutConnection } from "./cut-connection.ts";
import { isLost } from "./database-fault.ts";

/** After this long a connection is asked whether it still stands before work is given to it. */
const RESTED_MS = 1_000;

/** A sound connection answers at once; a half-open one never does. */
const PING_MS = 500;

/** How long the end waits for what is under way before it cuts the connections. */
const ENDING_MS = 2_000;

type Watch = {
  readonly open: Set<PoolClient>;
  readonly made: WeakMap<PoolClient, number>;
  readonly used: WeakMap<PoolClient, number>;
  /** Connections made before this are gone. */
  goneBefore: number;
};

/**
 * A pool that lends no connection that is known to be broken. Where one is, all that were made before are
 * destroyed instead of lent: they go through the same network.
 */
export function soundPool(pool: Pool): PostgresPool {
  const watch: Watch = {
    open: new Set(),
    made: new WeakMap(),
    used: new WeakMap(),
    goneBefore: 0,
  };
  pool.on("connect", (client) => {
    watch.open.add(client);
    watch.made.set(client, performance.now());
    watch.used.set(client, performance.now());
  });
  pool.on("remove", (client) => watch.open.delete(client));
  return {
    options: pool.options,
    connect: async () => {
      for (;;) {
        const client = await pool.connect();
        if (await isSound(watch, client)) return lend(watch, client);
        client.release(true);
      }
    },
    end: async () => {
      await Promise.race([pool.end(), sleep(ENDING_MS, undefined, { ref: false })]);
      for (const client of watch.open) cutConnection(client);
    },
  };
}

const PING = { text: "select 1", query_timeout: PING_MS };

async function isSound(watch: Watch, client: PoolClient): Promise<boolean> {
  if ((watch.made.get(client) ?? 0) < watch.goneBefore) return false;
  if (performance.now() - (watch.used.get(client) ?? 0) < RESTED_MS) return true;
  try {
    await client.query(PING);
    return true;
  } catch {
    watch.goneBefore = performance.now();
    return false;
  }
}

function lend(watch: Watch, client: PoolClient): PostgresPoolClient {
  let broken = false;
  const query = async (text: string, values: unknown[]) => {
    // What would wait behind a question that is never answered is refused at once.
    if (broken) throw new Error("Connection terminated");
    try {
      return await client.query(text, values);
    } catch (cause) {
      broken = isLost(cause);
      if (broken) watch.goneBefore = performance.now();
      throw cause;
    }
  };
  const release = (destroy = false) => {
    watch.used.set(client, performance.now());
    client.release(destroy || broken);
  };
  return { query: query as never, release };
}
