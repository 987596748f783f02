import type { IncomingMessage, ServerResponse } from "node:http";
import type {
  ActBody,
  ClockBody,
  CloseBody,
  EditBody,
  FaultAnswer,
  FaultBody,
  HomeBody,
  MessageBody,
  ReactBody,
  ReadBody,
  Refused,
  SayBody,
  ShortcutBody,
  SubmitBody,
  SuggestBody,
} from "./control.ts";
import { readBody, sendJson } from "./http.ts";
import { isObject, type JsonObject, readJson } from "./json.ts";
import { DONE } from "./outcome.ts";
import { act, suggest } from "./person-acts.ts";
import { openHome, runCommand, runShortcut } from "./person-asks.ts";
import { edit, remove, say, toggleReaction } from "./person-says.ts";
import { close, submit } from "./person-submits.ts";
import { controlState } from "./shown.ts";
import { serveStream } from "./stream.ts";
import type { Workspace } from "./workspace-types.ts";
import type { World } from "./world.ts";

type Deed = (world: World, workspace: Workspace, body: JsonObject) => Promise<unknown>;

/** Checks that a body has the texts a route needs before it is taken for its type. */
const deed =
  <Body>(
    needs: readonly string[],
    run: (world: World, body: Body, workspace: Workspace) => Promise<unknown>,
  ): Deed =>
  async (world, workspace, body) => {
    const missing = needs.find((name) => typeof body[name] !== "string");
    if (missing !== undefined) throw new BadBody(`expected a text "${missing}"`);
    return run(world, body as Body, workspace);
  };

class BadBody extends Error {}

const DEEDS: { readonly [route: string]: Deed } = {
  say: deed<SayBody>(["as", "channel", "text"], (world, { as, channel, text, thread }) =>
    text.startsWith("/") && thread === undefined
      ? runCommand(world, as, channel, text)
      : say(world, as, { channel, thread }, text),
  ),
  edit: deed<EditBody>(["as", "channel", "ts", "text"], (world, body) =>
    edit(world, body.as, body, body.text),
  ),
  delete: deed<MessageBody>(["as", "channel", "ts"], (world, body) => remove(world, body.as, body)),
  react: deed<ReactBody>(["as", "channel", "ts", "name"], (world, body) =>
    toggleReaction(world, body.as, body, body.name),
  ),
  act: deed<ActBody>(["as", "block", "action"], (world, body) => act(world, placed(body))),
  suggest: deed<SuggestBody>(["as", "block", "action", "typed"], (world, body) =>
    suggest(world, placed(body)),
  ),
  submit: deed<SubmitBody>(["as", "view"], (world, body) =>
    submit(world, { ...body, values: isObject(body.values) ? body.values : {} }),
  ),
  close: deed<CloseBody>(["as", "view"], close),
  shortcut: deed<ShortcutBody>(["as", "callback"], (world, { as, callback, message }) =>
    runShortcut(world, as, callback, message),
  ),
  home: deed<HomeBody>(["as", "tab"], (world, { as, tab }) =>
    openHome(world, as, tab === "messages" ? "messages" : "home"),
  ),
  read: deed<ReadBody>(["as", "channel"], async (world, { as, channel }) => {
    world.state.read.set(`${as}:${channel}`, world.clock.now() / 1_000);
    world.hub.tell({ kind: "places" });
    return DONE;
  }),
  fault: deed<FaultBody>([], (world, body, workspace) => fault(world, body, workspace)),
  clock: deed<ClockBody>([], async (world, { advanceMs }, workspace) => {
    if (!Number.isFinite(advanceMs) || advanceMs < 0) throw new BadBody('expected "advanceMs"');
    workspace.advance(advanceMs);
    return { ok: true, now: world.clock.now() };
  }),
};

function placed<Body extends { readonly in: unknown }>(body: Body): Body {
  if (isObject(body.in)) return body;
  throw new BadBody('expected a place "in"');
}

async function fault(world: World, body: FaultBody, workspace: Workspace): Promise<FaultAnswer> {
  if ("arm" in body) return { ok: true, id: world.faults.arm(body.arm) };
  if ("clear" in body) world.faults.clear(body.clear === "*" ? undefined : body.clear);
  else if ("socket" in body) workspace.blow(body.socket);
  else if ("request" in body) return { ok: true, status: await workspace.request(body.request) };
  else if ("platform" in body) await workspace.platform(body.platform);
  else throw new BadBody('expected "arm", "clear", "socket", "request" or "platform"');
  return DONE;
}

/** Answers everything under `/_workspace/`. */
export async function serveControl(
  world: World,
  workspace: Workspace,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const stranger = strangerTo(workspace.url, request);
  if (stranger !== undefined) {
    sendJson(response, 403, { ok: false, error: "not-allowed", text: stranger });
    return;
  }
  const address = new URL(request.url ?? "/", workspace.url);
  const route = address.pathname.replace(/^\/_workspace\//, "");
  if (request.method === "GET") return answerGet(world, workspace, { route, address }, response);
  const run = request.method === "POST" ? DEEDS[route] : undefined;
  if (run === undefined) return sendJson(response, 404, notFound);
  await answerPost(() => readAndRun(world, workspace, request, run), response);
}

const notFound: Refused = { ok: false, error: "not-found", text: "There is no such route." };

/** Pages of other sites must not act here, even through a name that leads to this machine. */
function strangerTo(url: string, request: IncomingMessage): string | undefined {
  const { port } = new URL(url);
  const own = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host = "", origin } = request.headers;
  if (!own.includes(host)) return "This is not the host you think it is.";
  if (origin !== undefined && !own.some((one) => origin === `http://${one}`)) {
    return "Another site may not do this.";
  }
  return undefined;
}

function answerGet(
  world: World,
  workspace: Workspace,
  { route, address }: { readonly route: string; readonly address: URL },
  response: ServerResponse,
): void {
  const user = address.searchParams.get("as") ?? "";
  if (route === "journal") return sendJson(response, 200, world.journal.entries());
  if (route.startsWith("files/")) return sendFile(world, route.slice("files/".length), response);
  const isKnown = world.state.people.has(user);
  if (!isKnown || (route !== "state" && route !== "stream")) {
    return sendJson(response, 404, notFound);
  }
  if (route === "stream") return serveStream(world, workspace, user, response);
  if (address.searchParams.get("reload") === "1") workspace.as(user).reload();
  sendJson(response, 200, controlState(world, user, workspace.transport(), workspace.sockets()));
}

function sendFile(world: World, id: string, response: ServerResponse): void {
  const file = world.state.files.get(id);
  if (file === undefined || !file.done) return sendJson(response, 404, notFound);
  const name = encodeURIComponent(file.name);
  response.writeHead(200, {
    "content-type": "application/octet-stream",
    "content-disposition": `attachment; filename*=UTF-8''${name}`,
    "x-content-type-options": "nosniff",
  });
  response.end(file.bytes);
}

async function readAndRun(
  world: World,
  workspace: Workspace,
  request: IncomingMessage,
  run: Deed,
): Promise<unknown> {
  if (request.headers["content-type"]?.split(";")[0] !== "application/json") {
    throw new BadBody("expected application/json");
  }
  const body = readJson((await readBody(request)).toString("utf8"));
  if (!isObject(body)) throw new BadBody("expected a JSON object");
  return run(world, workspace, body);
}

async function answerPost(work: () => Promise<unknown>, response: ServerResponse): Promise<void> {
  try {
    sendJson(response, 200, await work());
  } catch (error) {
    if (!(error instanceof BadBody)) throw error;
    sendJson(response, 400, { ok: false, error: "bad-request", text: error.message });
  }
}
