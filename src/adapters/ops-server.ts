import { once } from "node:events";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Metrics } from "./metrics.ts";
import type { HealthCheck } from "./stores/stores-health.ts";

type Needs = {
  /** 0: any free one. */
  readonly port: number;
  /** All that must hold for the desk to take requests. */
  readonly ready: () => Promise<readonly HealthCheck[]>;
  readonly metrics: Pick<Metrics, "expose">;
};

export type OpsServer = { readonly url: string; close(): Promise<void> };

type Answer = { readonly status: number; readonly type: string; readonly text: string };

const TEXT = "text/plain; charset=utf-8";

/** Answers `/livez`, `/readyz` and `/metrics` on this machine only. Nothing it says is about people. */
export async function startOpsServer(needs: Needs): Promise<OpsServer> {
  const server = createServer((request, response) => {
    void respond(needs, request, response);
  });
  server.listen(needs.port, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  };
  return { url: `http://127.0.0.1:${port}`, close };
}

async function respond(
  needs: Needs,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { status, type, text } = await answer(needs, request).catch(() => ({
    status: 503,
    type: TEXT,
    text: "no answer\n",
  }));
  response.writeHead(status, { "content-type": type, "cache-control": "no-store" });
  response.end(text);
}

async function answer({ metrics, ready }: Needs, request: IncomingMessage): Promise<Answer> {
  if (request.method !== "GET") return { status: 405, type: TEXT, text: "only GET\n" };
  if (!isLocal(request)) return { status: 403, type: TEXT, text: "only from this machine\n" };
  const path = request.url ?? "";
  switch (path) {
    case "/livez":
      return { status: 200, type: TEXT, text: "alive\n" };
    case "/readyz":
      return readiness(await ready());
    case "/metrics":
      return { status: 200, ...(await metrics.expose()) };
    default:
      return { status: 404, type: TEXT, text: "not found\n" };
  }
}

/** A page of somebody else's in a browser here would come with its own host name. */
const isLocal = ({ headers }: IncomingMessage): boolean =>
  /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(headers.host ?? "");

function readiness(checks: readonly HealthCheck[]): Answer {
  const ok = checks.every((one) => one.ok);
  return {
    status: ok ? 200 : 503,
    type: "application/json",
    text: `${JSON.stringify({ ok, checks })}\n`,
  };
}
