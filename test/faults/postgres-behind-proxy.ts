import { ownDatabase } from "../journeys/own-postgres.ts";
import { cuttingProxy } from "./cutting-proxy.ts";

/** A database of its own, and a proxy before it that can do to its connections what networks do. */
export async function postgresBehindProxy() {
  const { url, drop } = await ownDatabase();
  const { hostname: host, port } = new URL(url);
  const proxy = await cuttingProxy({ host, port: Number(port === "" ? 5432 : port) });
  const through = new URL(url);
  through.hostname = "127.0.0.1";
  through.port = String(proxy.port);
  const close = async () => {
    await proxy.close();
    await drop();
  };
  return { proxy, url, through: through.href, close };
}
