import { LogLevel, webApi } from "@slack/bolt";
import { expect, onTestFinished, test } from "vitest";
import type { AnswerFault } from "../../src/workspace/fault.ts";
import type { Options } from "../../src/workspace/workspace-types.ts";
import { bench, MANIFEST } from "./bolt-app.ts";

/** A real Web API client of a workspace. */
async function client(options: Partial<Options> = {}) {
  const { workspace, app, close } = await bench("socket", () => {}, options);
  onTestFinished(close);
  return { workspace, client: app.client };
}

const post = { channel: "C0ASK", text: "hello" };

test("chat.update without blocks removes them, and keeps them only without text too", async () => {
  const { workspace, client: api } = await client();
  const blocks = [{ type: "divider" }, { type: "section", text: { type: "mrkdwn", text: "*x*" } }];
  const { ts } = await api.chat.postMessage({ ...post, blocks });
  const place = { channel: "C0ASK", ts: String(ts) };
  const shown = () => workspace.as("U0EVE").sees("#ask-backup")[0];
  await api.apiCall("chat.update", {
    ...place,
    metadata: { event_type: "probe", event_payload: { id: "1" } },
  });
  expect(shown()?.blocks).toHaveLength(2);
  await api.chat.update({ ...place, text: "bare" });
  expect(shown()).toMatchObject({ text: "bare", blocks: [] });
});

test("history and replies page, and show metadata only when asked", async () => {
  const { client: api } = await client();
  const metadata = { event_type: "probe", event_payload: { id: "7" } };
  const root = await api.chat.postMessage({ ...post, metadata });
  const thread_ts = String(root.ts);
  for (const text of ["a", "b", "c"]) await api.chat.postMessage({ ...post, text, thread_ts });
  const thread = { channel: "C0ASK", ts: thread_ts };
  const first = await api.conversations.replies({ ...thread, limit: 2 });
  expect(first.messages?.map((one) => one.text)).toEqual(["hello", "a"]);
  expect(first.messages?.[0]).toMatchObject({ reply_count: 3, reply_users: ["U0BOT"] });
  expect(first.messages?.[0]).not.toHaveProperty("metadata");
  const cursor = first.response_metadata?.next_cursor ?? "";
  const second = await api.conversations.replies({ ...thread, limit: 2, cursor });
  expect([second.messages?.map((one) => one.text), second.has_more]).toEqual([["b", "c"], false]);
  const all = await api.conversations.history({ channel: "C0ASK", include_all_metadata: true });
  expect(all.messages).toMatchObject([{ text: "hello", metadata }]);
  const lost = api.conversations.replies({ ...thread, ts: "1.000001" });
  await expect(lost).rejects.toThrow("thread_not_found");
});

test("users have locale and zone, or not", async () => {
  const { client: api } = await client();
  const info = async (user: string) => (await api.users.info({ user, include_locale: true })).user;
  expect(await info("U0ANNA")).toMatchObject({
    locale: "sv-SE",
    tz: "Europe/Stockholm",
    real_name: "Anna Berg",
    deleted: false,
  });
  expect(await info("U0STRANGER")).toMatchObject({ team_id: "T0OTHER", is_stranger: true });
  expect(await info("U0STRANGER")).not.toHaveProperty("tz");
  expect(await info("U0GUEST")).toMatchObject({ is_restricted: true });
  expect(await info("U0GONE")).toMatchObject({ deleted: true });
  expect(await info("U0OTHERBOT")).toMatchObject({ is_bot: true });
  expect((await api.users.info({ user: "U0ANNA" })).user).not.toHaveProperty("locale");
  await expect(info("U0NOBODY")).rejects.toThrow("user_not_found");
});

test("user groups are listed, but not on a free plan", async () => {
  const { workspace, client: api } = await client();
  const { usergroups } = await api.usergroups.list({ include_users: true });
  expect(usergroups).toMatchObject([{ id: "S0STAFF", handle: "snapdesk-staff" }]);
  const members = { usergroup: "S0STAFF" };
  expect((await api.usergroups.users.list(members)).users).toEqual(["U0SAM", "U0INES", "U0OMAR"]);
  workspace.faults.arm({ at: "platform", how: "no-user-groups" });
  await expect(api.usergroups.list()).rejects.toThrow("plan_upgrade_required");
});

test("a call without its scope says which one is missing", async () => {
  const { client: api } = await client({
    manifest: { ...MANIFEST, oauth_config: { scopes: { bot: ["chat:write"] } } },
  });
  await expect(api.users.info({ user: "U0EVE" })).rejects.toMatchObject({
    data: { error: "missing_scope", needed: "users:read", provided: "chat:write" },
  });
  const history = api.conversations.history({ channel: "D0EVE" });
  await expect(history).rejects.toMatchObject({ data: { needed: "im:history" } });
});

test.each<[code: string, call: [method: string, args: object]]>([
  ["channel_not_found", ["chat.postMessage", { ...post, channel: "C0NONE" }]],
  ["channel_not_found", ["chat.postMessage", { ...post, channel: "D0GONE" }]],
  ["no_text", ["chat.postMessage", { channel: "C0ASK" }]],
  ["msg_too_long", ["chat.postMessage", { ...post, text: "x".repeat(40_001) }]],
  ["thread_not_found", ["chat.postMessage", { ...post, thread_ts: "1.000001" }]],
  ["message_not_found", ["chat.update", { ...post, ts: "1.000001" }]],
  ["message_not_found", ["chat.delete", { channel: "C0ASK", ts: "1.000001" }]],
  ["message_not_found", ["reactions.add", { channel: "C0ASK", timestamp: "1.1", name: "eyes" }]],
  ["invalid_name", ["reactions.add", { channel: "C0ASK", timestamp: "1.1", name: "no name" }]],
  ["user_not_found", ["conversations.open", { users: "U0NOBODY" }]],
  ["no_such_subteam", ["usergroups.users.list", { usergroup: "S0NONE" }]],
  ["unknown_method", ["chat.shout", {}]],
  ["invalid_auth", ["auth.test", { token: "xoxb-wrong" }]],
  ["not_allowed_token_type", ["apps.connections.open", {}]],
])("the API answers %s to %j", async (code, [method, args]) => {
  const { client: api } = await client();
  await expect(api.apiCall(method, { ...args })).rejects.toMatchObject({ data: { error: code } });
});

/** A block or an element, however wrong. */
type Shape = { readonly type: string; readonly [key: string]: unknown };

const button = { type: "button", text: { type: "plain_text", text: "x" } };
const section = (length: number) => ({
  type: "section",
  text: { type: "mrkdwn", text: "x".repeat(length) },
});
const actions = (...elements: Shape[]) => ({ type: "actions", elements });

test.each<[what: string, blocks: Shape[], message: string]>([
  [
    "a section of 3001",
    [section(3_001)],
    "[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]",
  ],
  [
    "51 blocks",
    Array.from({ length: 51 }, () => ({ type: "divider" })),
    "[ERROR] no more than 50 items allowed [json-pointer:/blocks]",
  ],
  [
    "26 buttons",
    [actions(...Array.from({ length: 26 }, () => button))],
    "[ERROR] no more than 25 items allowed [json-pointer:/blocks/0/elements]",
  ],
  [
    "a long button",
    [actions({ ...button, text: { type: "plain_text", text: "x".repeat(76) } })],
    "[ERROR] must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]",
  ],
  [
    "an option value of 76",
    [
      actions({
        type: "static_select",
        options: [{ text: { type: "plain_text", text: "x" }, value: "x".repeat(76) }],
      }),
    ],
    "[ERROR] must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/0/value]",
  ],
  [
    "the same action twice in a block",
    [actions({ ...button, action_id: "a" }, { ...button, action_id: "a" })],
    '[ERROR] `action_id` "a" already exists [json-pointer:/blocks/0/elements/1/action_id]',
  ],
  [
    "the same block id twice",
    [
      { type: "divider", block_id: "d" },
      { type: "divider", block_id: "d" },
    ],
    '[ERROR] `block_id` "d" already exists [json-pointer:/blocks/1/block_id]',
  ],
  [
    "an empty text",
    [section(0)],
    "[ERROR] must be more than 0 characters [json-pointer:/blocks/0/text/text]",
  ],
  [
    "a section with nothing in it",
    [{ type: "section" }],
    "[ERROR] missing required field: text or fields [json-pointer:/blocks/0]",
  ],
  [
    "a button as an input",
    [{ type: "input", label: { type: "plain_text", text: "x" }, element: button }],
    "[ERROR] unsupported type: button [json-pointer:/blocks/0/element/type]",
  ],
])("chat.postMessage refuses %s, and says where", async (_what, blocks, message) => {
  const { client: api } = await client();
  await expect(api.chat.postMessage({ ...post, blocks })).rejects.toMatchObject({
    data: { error: "invalid_blocks", response_metadata: { messages: [message] } },
  });
});

test("blocks with too much text in all are refused", async () => {
  const { client: api } = await client();
  const blocks = Array.from({ length: 5 }, () => section(2_900));
  const sent = api.chat.postMessage({ ...post, blocks });
  await expect(sent).rejects.toThrow("msg_blocks_too_long");
});

test("strict limits answer 429 with the seconds to wait, for one channel only", async () => {
  const { workspace, client: api } = await client({ limits: "strict" });
  for (let n = 0; n < 3; n += 1) await api.chat.postMessage(post);
  await expect(api.chat.postMessage(post)).rejects.toMatchObject({
    code: "slack_webapi_rate_limited_error",
    retryAfter: 1,
  });
  await api.chat.postMessage({ ...post, channel: "C0KB" });
  workspace.advance(1_000);
  await api.chat.postMessage(post);
  for (let n = 0; n < 20; n += 1) await api.usergroups.list();
  await expect(api.usergroups.list()).rejects.toMatchObject({ retryAfter: 60 });
});

test.each<[fault: AnswerFault, code: string, posted: number]>([
  [{ status: 503 }, "slack_webapi_http_error", 0],
  [{ error: "internal_error" }, "slack_webapi_platform_error", 0],
  [{ retryAfter: 7 }, "slack_webapi_rate_limited_error", 0],
  ["cut", "slack_webapi_request_error", 0],
  ["hang", "slack_webapi_request_error", 0],
  ["commit-then-500", "slack_webapi_http_error", 1],
  ["commit-then-cut", "slack_webapi_request_error", 1],
  ["commit-then-hang", "slack_webapi_request_error", 1],
])("the fault %j makes a post fail as %s, with %d posted", async (how, code, posted) => {
  const { workspace } = await client();
  const impatient = new webApi.WebClient(workspace.botToken, {
    slackApiUrl: workspace.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 200,
    logLevel: LogLevel.ERROR,
  });
  workspace.faults.arm({ at: "answer", method: "chat.postMessage", how });
  await expect(impatient.chat.postMessage(post)).rejects.toMatchObject({ code });
  expect(workspace.as("U0EVE").sees("#ask-backup")).toHaveLength(posted);
  await impatient.chat.postMessage(post);
  expect(workspace.as("U0EVE").sees("#ask-backup")).toHaveLength(posted + 1);
});

test("a thread of a channel can be closed to bots, a direct conversation cannot", async () => {
  const { workspace, client: api } = await client();
  workspace.faults.arm({ at: "platform", how: "replies-refused" });
  const root = await api.chat.postMessage(post);
  const ts = String(root.ts);
  await expect(api.conversations.replies({ channel: "C0ASK", ts })).rejects.toThrow(
    "missing_scope",
  );
  const direct = await api.chat.postMessage({ ...post, channel: "D0EVE" });
  await api.conversations.replies({ channel: "D0EVE", ts: String(direct.ts) });
});

test("a channel can be archived and the bot sent away and asked back", async () => {
  const { workspace, client: api } = await client();
  await workspace.platform({ archive: "C0ASK" });
  await expect(api.chat.postMessage(post)).rejects.toThrow("is_archived");
  await workspace.platform({ unarchive: "C0ASK" });
  await workspace.platform({ removeBot: "C0ASK" });
  await expect(api.chat.postMessage(post)).rejects.toThrow("not_in_channel");
  await workspace.platform({ removeBot: "C0TRIAGE" });
  const closed = api.chat.postMessage({ ...post, channel: "C0TRIAGE" });
  await expect(closed).rejects.toThrow("channel_not_found");
  await workspace.platform({ inviteBot: "C0ASK" });
  await api.chat.postMessage(post);
  expect(workspace.journal.deliveries("member_joined_channel")).toHaveLength(1);
});

test("a revoked token and an uninstalled app are told apart", async () => {
  const { workspace, client: api } = await client();
  const fault = workspace.faults.arm({ at: "platform", how: "token-revoked" });
  await expect(api.chat.postMessage(post)).rejects.toThrow("token_revoked");
  workspace.faults.clear(fault);
  await workspace.platform({ uninstall: true });
  await expect(api.chat.postMessage(post)).rejects.toThrow("account_inactive");
  expect(workspace.journal.deliveries().map((one) => one.name)).toEqual([
    "tokens_revoked",
    "app_uninstalled",
  ]);
});

test("files are uploaded, and linked where they belong", async () => {
  const { workspace, client: api } = await client();
  await api.files.uploadV2({
    channel_id: "D0SAM",
    filename: "tickets.csv",
    file: Buffer.from("a;b"),
  });
  const [message] = workspace.as("U0SAM").sees("dm");
  const [, address = ""] = /<([^|]+)\|tickets\.csv>/.exec(message?.text ?? "") ?? [];
  expect(await (await fetch(address)).text()).toBe("a;b");
});

test("prompts and status lines are kept for the page", async () => {
  const { workspace, client: api } = await client();
  const prompts = [{ title: "Ask", message: "May I?" }];
  await api.apiCall("assistant.threads.setSuggestedPrompts", { channel_id: "D0EVE", prompts });
  const asked = await workspace.as("U0EVE").say("dm", "hello");
  const place = { channel_id: "D0EVE", thread_ts: asked.ts };
  await api.apiCall("assistant.threads.setStatus", { ...place, status: "looking" });
  const state = async () =>
    (await fetch(`${workspace.url}/_workspace/state?as=U0EVE`)).json() as Promise<object>;
  expect(await state()).toMatchObject({
    prompts,
    statuses: { [`D0EVE:${asked.ts}`]: "looking" },
  });
  await api.chat.postMessage({ channel: "D0EVE", text: "found", thread_ts: asked.ts });
  expect(await state()).toMatchObject({ statuses: {} });
});
