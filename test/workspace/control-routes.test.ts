import { request } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import type { ControlState, StreamEvents } from "../../src/workspace/control.ts";
import type { Workspace } from "../../src/workspace/workspace-types.ts";
import { bench } from "./bolt-app.ts";

const plain = (text: string) => ({ type: "plain_text", text }) as const;

/** What the page does: posts JSON and reads the answer. */
const poster =
  (workspace: Workspace) =>
  async (route: string, body: object): Promise<Record<string, unknown>> => {
    const answer = await fetch(`${workspace.url}/_workspace/${route}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return (await answer.json()) as Record<string, unknown>;
  };

const stateOf = async (workspace: Workspace, user: string, more = ""): Promise<ControlState> =>
  (
    await fetch(`${workspace.url}/_workspace/state?as=${user}${more}`)
  ).json() as Promise<ControlState>;

async function formBench() {
  const { workspace, app, close } = await bench("socket", (one) => {
    one.command("/probe", async ({ ack, body, client }) => {
      await ack();
      await client.views.open({
        trigger_id: body.trigger_id,
        view: {
          type: "modal",
          callback_id: "form",
          title: plain("Form"),
          submit: plain("Send"),
          blocks: [
            {
              type: "input",
              block_id: "zone",
              label: plain("Zone"),
              element: { type: "external_select", action_id: "zone", min_query_length: 0 },
            },
            {
              type: "input",
              block_id: "why",
              optional: true,
              label: plain("Why"),
              element: { type: "plain_text_input", action_id: "v" },
            },
            {
              type: "actions",
              block_id: "row",
              elements: [{ type: "button", action_id: "more", text: plain("More") }],
            },
          ],
        },
      });
    });
    one.options("zone", async ({ ack }) =>
      ack({ options: [{ text: plain("Oslo"), value: "Europe/Oslo" }] }),
    );
    one.action("more", async ({ ack }) => ack());
    one.view("form", async ({ ack }) => ack());
  });
  onTestFinished(close);
  return { workspace, app, post: poster(workspace) };
}

test("the state holds what one person sees, and nothing of others", async () => {
  const { workspace, app, post } = await formBench();
  await post("say", { as: "U0SAM", channel: "C0TRIAGE", text: "internal" });
  await post("say", { as: "U0EVE", channel: "C0ASK", text: "@probe & <b>" });
  await app.client.chat.postEphemeral({ channel: "C0ASK", user: "U0EVE", text: "psst" });
  const eve = await stateOf(workspace, "U0EVE");
  expect(eve.me).toMatchObject({ id: "U0EVE", locale: "en-GB", zone: "Europe/London" });
  expect(eve.channels.map((one) => one.id)).toEqual(["C0ASK", "C0KB", "C0SHARED", "D0EVE"]);
  expect(eve.messages["C0ASK"]).toMatchObject([
    { text: "<@U0BOT> &amp; &lt;b&gt;", isBot: false, ephemeral: false, replies: 0 },
    { text: "psst", isBot: true, ephemeral: true },
  ]);
  expect(eve.commands.map((one) => one.command)).toEqual(["/probe", "/plain"]);
  expect(eve).toMatchObject({ sockets: 1, transport: "socket", modals: [], home: null });
  expect(JSON.stringify(eve)).not.toContain("xoxb-");
  const sam = await stateOf(workspace, "U0SAM");
  expect(sam.messages["C0TRIAGE"]).toMatchObject([{ text: "internal" }]);
  expect(sam.messages["C0ASK"]).toHaveLength(1);
  expect(sam.channels.find((one) => one.id === "C0ASK")?.unread).toBe(1);
  await post("read", { as: "U0SAM", channel: "C0ASK" });
  expect((await stateOf(workspace, "U0SAM")).channels[0]?.unread).toBe(0);
  const reloaded = await stateOf(workspace, "U0EVE", "&reload=1");
  expect(reloaded.messages["C0ASK"]).toHaveLength(1);
});

test("a form is opened, asked for options, clicked in and submitted", async () => {
  const { workspace, post } = await formBench();
  const as = "U0EVE";
  expect(await post("say", { as, channel: "D0EVE", text: "/probe" })).toEqual({ ok: true });
  await workspace.as(as).modal("form");
  const [modal] = (await stateOf(workspace, as)).modals;
  expect(modal).toMatchObject({ callback: "form", values: { zone: { zone: null } }, errors: {} });
  const view = modal?.id ?? "";
  const place = { as, in: { view }, block: "zone", action: "zone" };
  expect(await post("suggest", { ...place, typed: "o" })).toMatchObject({
    ok: true,
    options: [{ value: "Europe/Oslo" }],
  });
  const values = { zone: { zone: null }, why: { v: "because" } };
  const click = { as, in: { view }, block: "row", action: "more", values };
  expect(await post("act", click)).toEqual({ ok: true });
  expect(await post("submit", { as, view, values })).toEqual({
    ok: true,
    result: "errors",
    checked: true,
    errors: { zone: "Please complete this required field." },
  });
  const wrong = { as, view, values: { zone: { zone: "Europe/Rome" } } };
  expect(await post("submit", wrong)).toMatchObject({ ok: false, error: "unknown-option" });
  const right = { as, view, values: { zone: { zone: "Europe/Oslo" } } };
  expect(await post("submit", right)).toEqual({ ok: true, result: "closed" });
  const [sent] = workspace.journal.deliveries("view_submission");
  expect(JSON.stringify(sent?.sent)).toContain('"value":"because"');
  expect(await post("close", { as, view })).toMatchObject({ ok: false, error: "not-found" });
});

test("nobody acts in another person's view or unseen channel", async () => {
  const { workspace, post } = await formBench();
  await workspace.as("U0EVE").command("/probe");
  const { view } = await workspace.as("U0EVE").modal();
  const click = { as: "U0SAM", in: { view: view.id }, block: "row", action: "more" };
  expect(await post("act", click)).toMatchObject({ ok: false, error: "not-found" });
  const said = { as: "U0EVE", channel: "C0TRIAGE", text: "let me in" };
  expect(await post("say", said)).toMatchObject({ ok: false, error: "not-found" });
});

test("the stream tells of what a person can see, as it happens", async () => {
  const { workspace, post } = await formBench();
  const reader = (await fetch(`${workspace.url}/_workspace/stream?as=U0EVE`)).body?.getReader();
  const heard: { readonly name: keyof StreamEvents; readonly data: string }[] = [];
  const readUntil = async (name: keyof StreamEvents) => {
    while (!heard.some((one) => one.name === name)) {
      const { value } = (await reader?.read()) ?? {};
      for (const part of new TextDecoder().decode(value).split("\n\n")) {
        const [, found, data] = /^event: (\w+)\ndata: (.*)$/.exec(part) ?? [];
        if (found !== undefined)
          heard.push({ name: found as keyof StreamEvents, data: data ?? "" });
      }
    }
  };
  await readUntil("ready");
  await post("say", { as: "U0SAM", channel: "C0TRIAGE", text: "internal" });
  const { ts } = await post("say", { as: "U0LUC", channel: "C0ASK", text: "bonjour" });
  await post("react", { as: "U0EVE", channel: "C0ASK", ts, name: "eyes" });
  await post("delete", { as: "U0LUC", channel: "C0ASK", ts });
  await readUntil("delete");
  await post("say", { as: "U0EVE", channel: "D0EVE", text: "/probe" });
  await readUntil("modal");
  await post("clock", { advanceMs: 1_000 });
  await readUntil("status");
  await reader?.cancel();
  const shown = heard.filter((one) => one.name === "message" || one.name === "update");
  expect(shown.map((one) => JSON.parse(one.data) as unknown)).toMatchObject([
    { message: { text: "bonjour", reactions: [] } },
    { message: { text: "bonjour", reactions: [{ name: "eyes", users: ["U0EVE"] }] } },
  ]);
});

test("faults are armed, seen and cleared", async () => {
  const { workspace, post } = await formBench();
  const arm = { at: "answer", method: "chat.postMessage", how: { status: 500 }, times: 2 };
  expect(await post("fault", { arm })).toEqual({ ok: true, id: "F1" });
  expect((await stateOf(workspace, "U0EVE")).faults).toEqual([{ ...arm, id: "F1", left: 2 }]);
  expect(await post("fault", { clear: "*" })).toEqual({ ok: true });
  expect(workspace.faults.armed()).toEqual([]);
  expect(await post("fault", { platform: { archive: "C0KB" } })).toEqual({ ok: true });
  expect(await post("fault", {})).toMatchObject({ ok: false, error: "bad-request" });
});

test("only this machine's own page gets an answer", async () => {
  const { workspace } = await formBench();
  const { port } = new URL(workspace.url);
  const status = (headers: Record<string, string>, method = "POST") =>
    new Promise<number | undefined>((resolve, reject) => {
      const path = method === "GET" ? "/_workspace/state?as=U0EVE" : "/_workspace/say";
      const asked = request({ host: "127.0.0.1", port, path, method, headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      asked.on("error", reject);
      asked.end(method === "GET" ? "" : '{"as":"U0EVE","channel":"C0ASK","text":"hi"}');
    });
  const json = { "content-type": "application/json" };
  const own = `http://127.0.0.1:${port}`;
  expect(await status({ ...json, origin: own })).toBe(200);
  expect(await status({ ...json, origin: "https://example.com" })).toBe(403);
  expect(await status({ ...json, origin: "null" })).toBe(403);
  expect(await status({ ...json, host: "example.com" })).toBe(403);
  expect(await status({ host: `rebound.example.com:${port}` }, "GET")).toBe(403);
  expect(await status({ "content-type": "text/plain", origin: own })).toBe(400);
  const unknown = await fetch(`${workspace.url}/_workspace/nothing`, { method: "POST" });
  expect(unknown.status).toBe(404);
  const escape = await fetch(`${workspace.url}/page/..%2fworkspace.ts`);
  expect(escape.status).toBe(404);
});
