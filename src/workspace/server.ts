import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { serveControl } from "./control-routes.ts";
import { readBody, TooLarge } from "./http.ts";
import { servePage } from "./page-files.ts";
import { makeRateLimits } from "./rate-limits.ts";
import { serveResponseUrl } from "./response-urls.ts";
import type { SocketTransport } from "./socket-transport.ts";
import { serveWebApi } from "./web-api.ts";
import type { Workspace } from "./workspace-types.ts";
import type { World } from "./world.ts";

/** Only this machine may talk to the workspace. */
const LOOPBACK = "127.0.0.1";

type Serve = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Listens on the loopback address for the app, its sockets and the page. */
export async function listen(
  world: World,
  sockets: SocketTransport,
  workspace: () => Workspace,
  port: number,
): Promise<{ readonly server: Server; readonly url: string }> {
  const limits = makeRateLimits(world.clock.now);
  const routes: readonly [prefix: string, method: string, serve: Serve][] = [
    ["/api/", "POST", (request, response) => serveWebApi(world, limits, request, response)],
    ["/actions/", "POST", (request, response) => serveResponseUrl(world, request, response)],
    ["/commands/", "POST", (request, response) => serveResponseUrl(world, request, response)],
    ["/upload/", "POST", (request, response) => takeUpload(world, request, response)],
    [
      "/_workspace/",
      "*",
      (request, response) => serveControl(world, workspace(), request, response),
    ],
    ["/", "GET", (request, response) => servePage(pathOf(request), response)],
  ];
  const server = createServer((request, response) => {
    const path = pathOf(request);
    const route = routes.find(
      ([prefix, method]) =>
        path.startsWith(prefix) && (method === "*" || method === request.method),
    );
    if (route === undefined) response.writeHead(404).end();
    else route[2](request, response).catch((error: unknown) => answerBug(response, error));
  });
  server.on("upgrade", (request, socket, head) => sockets.upgrade(request, socket, head));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, LOOPBACK, resolve);
  });
  const address = server.address() as AddressInfo;
  return { server, url: `http://${LOOPBACK}:${address.port}` };
}

const pathOf = (request: IncomingMessage): string =>
  new URL(request.url ?? "/", "http://local").pathname;

async function takeUpload(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const file = world.state.files.get(pathOf(request).split("/")[2] ?? "");
  const bytes = await readUpload(request);
  if (file === undefined || file.done) {
    response.writeHead(404).end("not found");
    return;
  }
  file.bytes = bytes;
  response.writeHead(200, { "content-type": "text/plain" }).end(`OK - ${bytes.length}`);
}

/** The bytes of an upload: the body itself, or the file of a form. */
async function readUpload(request: IncomingMessage): Promise<Buffer> {
  const body = await readBody(request);
  const type = request.headers["content-type"] ?? "";
  if (!type.startsWith("multipart/form-data")) return body;
  const form = await new Response(body, { headers: { "content-type": type } }).formData();
  const file = [...form.values()].find((one) => typeof one !== "string");
  return file === undefined ? Buffer.alloc(0) : Buffer.from(await file.arrayBuffer());
}

function answerBug(response: ServerResponse, error: unknown): void {
  if (response.headersSent) return;
  const status = error instanceof TooLarge ? 413 : 500;
  response.writeHead(status, { "content-type": "text/plain" });
  response.end(error instanceof Error ? error.message : "unknown");
}
