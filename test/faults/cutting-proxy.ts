import { once } from "node:events";
import { connect, createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** Stands between a bot and its database, and can do to the connection what networks do. */
export type CuttingProxy = {
  readonly port: number;
  /** Resets every connection. */
  cut(): void;
  /** Takes what comes and passes nothing on, for so long. */
  swallow(ms: number): void;
  /** Passes nothing on any more over the connections there are, without ending them; new ones work. */
  freeze(): void;
  /** Keeps back whatever comes, by `byMs`, for so long. */
  delay(ms: number, byMs: number): void;
  /** Resets every connection and takes no new one, until it is told otherwise. */
  away(isAway: boolean): void;
  close(): Promise<void>;
};

export async function cuttingProxy(target: { host: string; port: number }): Promise<CuttingProxy> {
  const sockets = new Set<Socket>();
  const frozen = new WeakSet<Socket>();
  let deafUntil = 0;
  let slow = { until: 0, byMs: 0 };
  let gone = false;
  const server = createServer((inner) => {
    if (gone) {
      inner.resetAndDestroy();
      return;
    }
    const outer = connect(target.port, target.host);
    for (const [from, to] of [
      [inner, outer],
      [outer, inner],
    ] as const) {
      sockets.add(from);
      const pass = inOrder(to);
      from.on("data", (bytes) => {
        const now = Date.now();
        if (now > deafUntil && !frozen.has(from)) pass(bytes, now <= slow.until ? slow.byMs : 0);
      });
      from.on("error", () => to.destroy());
      from.on("close", () => {
        sockets.delete(from);
        if (!frozen.has(from)) to.destroy();
      });
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const cut = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    swallow: (ms) => {
      deafUntil = Date.now() + ms;
    },
    freeze: () => {
      for (const socket of sockets) frozen.add(socket);
    },
    delay: (ms, byMs) => {
      slow = { until: Date.now() + ms, byMs };
    },
    away: (isAway) => {
      gone = isAway;
      if (gone) cut();
    },
    close: async () => {
      cut();
      server.close();
      await once(server, "close");
    },
  };
}

/** Writes what it gets after a while, nothing before what came earlier. */
function inOrder(to: Socket): (bytes: Buffer | string, afterMs: number) => void {
  const held: { readonly bytes: Buffer | string; readonly at: number }[] = [];
  const drain = async () => {
    for (let next = held[0]; next !== undefined; next = held[0]) {
      const waitMs = next.at - Date.now();
      if (waitMs > 0) await sleep(waitMs);
      to.write(next.bytes);
      held.shift();
    }
  };
  return (bytes, afterMs) => {
    held.push({ bytes, at: Date.now() + afterMs });
    if (held.length === 1) void drain();
  };
}
