import { once } from "node:events";
import { connect, createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";

/** Stands between a bot and its database, and can do to the connection what networks do. */
export type CuttingProxy = {
  readonly port: number;
  /** Resets every connection. */
  cut(): void;
  /** Takes what comes and passes nothing on, for so long. */
  swallow(ms: number): void;
  /** Resets every connection and takes no new one, until it is told otherwise. */
  away(isAway: boolean): void;
  close(): Promise<void>;
};

export async function cuttingProxy(target: { host: string; port: number }): Promise<CuttingProxy> {
  const sockets = new Set<Socket>();
  let deafUntil = 0;
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
      from.on("data", (bytes) => {
        if (Date.now() > deafUntil) to.write(bytes);
      });
      from.on("error", () => to.destroy());
      from.on("close", () => {
        sockets.delete(from);
        to.destroy();
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
