import type { IncomingMessage, ServerResponse } from "node:http";
import { type Args, textArg } from "./args.ts";
import type { AnswerFault } from "./fault.ts";
import { readBody } from "./http.ts";
import { type JsonObject, objectOf, readJson } from "./json.ts";
import type { Method, Methods } from "./method.ts";
import { needScope } from "./method.ts";
import { assistantMethods } from "./methods/assistant.ts";
import { authMethods } from "./methods/auth.ts";
import { chatMethods } from "./methods/chat.ts";
import { conversationsMethods } from "./methods/conversations.ts";
import { filesMethods } from "./methods/files.ts";
import { peopleMethods } from "./methods/people.ts";
import { reactionsMethods } from "./methods/reactions.ts";
import { viewsMethods } from "./methods/views.ts";
import type { RateLimits } from "./rate-limits.ts";
import { SlackError } from "./slack-error.ts";
import type { World } from "./world.ts";

const METHODS: Methods = {
  ...authMethods,
  ...chatMethods,
  ...conversationsMethods,
  ...peopleMethods,
  ...reactionsMethods,
  ...viewsMethods,
  ...assistantMethods,
  ...filesMethods,
};

type Answer = {
  readonly status: number;
  readonly body: JsonObject | string;
  readonly headers?: Record<string, string>;
};

/** Answers `POST /api/<method>`. */
export async function serveWebApi(
  world: World,
  limits: RateLimits,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { clock, journal } = world;
  const started = clock.now();
  const name = new URL(request.url ?? "/", "http://local").pathname.replace(/^\/api\//, "");
  const { token, args } = await readCall(request);
  const fault = world.faults.takeAnswer(name);
  const answer = await answerTo(world, limits, { name, token, args }, fault);
  journal.write({
    kind: "call",
    name,
    sent: args,
    answer: answer?.body ?? null,
    ok: answer !== undefined && typeof answer.body === "object" && answer.body["ok"] === true,
    tookMs: clock.now() - started,
    attempt: 0,
  });
  if (answer === undefined) {
    if (isCut(fault)) request.socket.destroy();
    return;
  }
  send(world, response, answer);
}

type Call = { readonly name: string; readonly token: string; readonly args: Args };

async function readCall(request: IncomingMessage): Promise<Omit<Call, "name">> {
  const body = (await readBody(request)).toString("utf8");
  const isJson = request.headers["content-type"]?.startsWith("application/json") ?? false;
  const { token: inBody, ...args } = isJson
    ? objectOf(readJson(body))
    : Object.fromEntries(new URLSearchParams(body));
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
  return { token: bearer ?? (typeof inBody === "string" ? inBody : ""), args };
}

/** Undefined: no answer at all. */
async function answerTo(
  world: World,
  limits: RateLimits,
  call: Call,
  fault: AnswerFault | undefined,
): Promise<Answer | undefined> {
  if (typeof fault === "object") {
    if ("status" in fault) return { status: fault.status, body: "upstream error" };
    if ("error" in fault) return { status: 200, body: { ok: false, error: fault.error } };
    if ("retryAfter" in fault) return tooEarly(fault.retryAfter);
    const { delayMs } = fault;
    await new Promise<void>((resolve) => world.clock.after(delayMs, resolve));
  }
  if (fault === "html") return { status: 200, body: "<!doctype html><title>Sorry</title>" };
  if (fault === "hang" || fault === "cut") return undefined;
  const answer = run(world, limits, call);
  if (fault === "commit-then-500") return { status: 500, body: "upstream error" };
  return fault === "commit-then-cut" || fault === "commit-then-hang" ? undefined : answer;
}

const isCut = (fault: AnswerFault | undefined): boolean =>
  fault === "cut" || fault === "commit-then-cut";

const tooEarly = (seconds: number): Answer => ({
  status: 429,
  body: { ok: false, error: "ratelimited" },
  headers: { "retry-after": String(seconds) },
});

function run(world: World, limits: RateLimits, { name, token, args }: Call): Answer {
  try {
    const method = METHODS[name];
    if (method === undefined) throw new SlackError("unknown_method");
    checkToken(world, method, token);
    const place = textArg(args, "channel");
    const waitS = world.limits === "strict" ? limits.waitFor(name, method.perMinute, place) : 0;
    if (waitS > 0) return tooEarly(waitS);
    if (method.scope !== undefined) needScope(world, method.scope);
    return { status: 200, body: { ok: true, ...method.run(world, args) } };
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    return { status: 200, body: { ok: false, error: error.code, ...error.more } };
  }
}

function checkToken(world: World, method: Method, token: string): void {
  const { secrets, state, faults } = world;
  if (token === "") throw new SlackError("not_authed");
  if (token !== secrets.botToken && token !== secrets.appToken)
    throw new SlackError("invalid_auth");
  if (state.gone) throw new SlackError("account_inactive");
  const wanted = method.token === "app" ? secrets.appToken : secrets.botToken;
  if (token !== wanted) throw new SlackError("not_allowed_token_type");
  if (token === secrets.botToken && faults.holds("token-revoked")) {
    throw new SlackError("token_revoked");
  }
}

function send(world: World, response: ServerResponse, { status, body, headers }: Answer): void {
  const isText = typeof body === "string";
  response.writeHead(status, {
    "content-type": isText ? "text/html; charset=utf-8" : "application/json; charset=utf-8",
    "x-oauth-scopes": (world.manifest.oauth_config?.scopes?.bot ?? []).join(","),
    "x-accepted-oauth-scopes": "",
    ...headers,
  });
  response.end(isText ? body : JSON.stringify(body));
}
