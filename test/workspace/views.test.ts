import type { App, types } from "@slack/bolt";
import { describe, expect, onTestFinished, test } from "vitest";
import type { JsonObject } from "../../src/workspace/json.ts";
import { bench, type Transport } from "./bolt-app.ts";

const plain = (text: string) => ({ type: "plain_text", text }) as const;
const option = (value: string) => ({ text: plain(value.toUpperCase()), value });

/** A form with one input of each kind the tests fill. */
const form = (callback: string, more: Partial<types.ModalView> = {}): types.ModalView => ({
  type: "modal",
  callback_id: callback,
  title: plain("Form"),
  submit: plain("Send"),
  notify_on_close: true,
  private_metadata: "kept",
  blocks: [
    {
      type: "input",
      block_id: "name",
      label: plain("Name"),
      element: { type: "plain_text_input", action_id: "v", min_length: 2, max_length: 5 },
    },
    {
      type: "input",
      block_id: "day",
      dispatch_action: true,
      label: plain("Day"),
      element: { type: "datepicker", action_id: "day", initial_date: "2026-11-18" },
    },
    {
      type: "input",
      block_id: "zone",
      optional: true,
      label: plain("Zone"),
      element: { type: "external_select", action_id: "zone", min_query_length: 0 },
    },
    {
      type: "input",
      block_id: "parts",
      optional: true,
      label: plain("Parts"),
      element: {
        type: "checkboxes",
        action_id: "v",
        options: [option("files"), option("database")],
      },
    },
    {
      type: "actions",
      block_id: "row",
      elements: [{ type: "button", action_id: "more", text: plain("More"), value: "7" }],
    },
  ],
  ...more,
});

/** Opens the form from a command. */
const opensForm = (app: App): void => {
  app.command("/probe", async ({ ack, body, client }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: form("form") });
  });
};

describe.each<Transport>(["socket", "http"])("over %s", (transport) => {
  test("a form is filled, checked by the client, and submitted", async () => {
    const sent: JsonObject[] = [];
    const { workspace, close } = await bench(transport, (app) => {
      opensForm(app);
      app.action("day", async ({ ack }) => ack());
      app.options("zone", async ({ ack, options }) =>
        ack({ options: [option(`europe/${options.value}`)] }),
      );
      app.view("form", async ({ ack, body }) => {
        sent.push(body as unknown as JsonObject);
        await ack();
      });
    });
    onTestFinished(close);
    const anna = workspace.as("U0ANNA");
    await anna.command("/probe");
    const modal = await anna.modal("form");
    expect(await modal.submit()).toEqual({ name: "Please complete this required field." });
    await modal.fill("name", "Annabella");
    expect(await modal.submit()).toEqual({ name: "Write at most 5 characters." });
    expect(sent).toEqual([]);

    await modal.fill("name", "Annie");
    await modal.fill("day", "2026-11-17");
    await modal.fill("parts", ["files"]);
    expect(await modal.suggest("zone", "oslo")).toEqual(["EUROPE/OSLO"]);
    await modal.fill("zone", "europe/oslo");
    await expect(modal.fill("parts", ["code"])).rejects.toMatchObject({ message: "code" });
    expect(await modal.submit()).toBe("closed");
    expect(anna.modals()).toEqual([]);
    expect(sent).toMatchObject([
      {
        type: "view_submission",
        user: { id: "U0ANNA", name: "anna", team_id: "T0LOCAL" },
        view: {
          callback_id: "form",
          private_metadata: "kept",
          state: {
            values: {
              name: { v: { type: "plain_text_input", value: "Annie" } },
              day: { day: { type: "datepicker", selected_date: "2026-11-17" } },
              zone: { zone: { selected_option: { value: "europe/oslo" } } },
              parts: { v: { selected_options: [option("files")] } },
            },
          },
        },
      },
    ]);
  });

  test("answers to a submission show errors, push, update and clear", async () => {
    const answers: object[] = [];
    const { workspace, close } = await bench(transport, (app) => {
      opensForm(app);
      app.view(/.*/, async ({ ack }) => ack(answers.shift() as never));
    });
    onTestFinished(close);
    const eve = workspace.as("U0EVE");
    await eve.command("/probe");
    const first = await eve.modal("form");
    await first.fill("name", "Eve");
    const { hash } = first.view;

    answers.push({ response_action: "errors", errors: { name: "Not you" } });
    expect(await first.submit()).toEqual({ name: "Not you" });
    answers.push({ response_action: "errors", errors: { row: "No input here" } });
    await expect(first.submit()).rejects.toMatchObject({ code: "did-not-respond" });
    answers.push({ response_action: "update", view: form("again") });
    expect(await first.submit()).toBe("updated");
    expect(first.view).toMatchObject({ callback: "again" });
    expect(first.view.hash).not.toBe(hash);
    expect(first.value("name")).toBe("Eve");

    answers.push({ response_action: "push", view: form("second", { external_id: "two" }) });
    expect(await first.submit()).toBe("pushed");
    const second = await eve.modal("second");
    expect(second.view).toMatchObject({ previous: first.view.id, root: first.view.id });
    await expect(first.submit()).rejects.toMatchObject({ code: "not-found" });

    await second.fill("name", "Eve");
    answers.push({ response_action: "push", view: form("third") });
    expect(await second.submit()).toBe("pushed");
    const third = await eve.modal("third");
    await third.fill("name", "Eve");
    answers.push({ response_action: "push", view: form("fourth") });
    await expect(third.submit()).rejects.toThrow("push_limit_reached");
    await third.back();
    expect(eve.modals().map((one) => one.callback)).toEqual(["again", "second"]);
    answers.push({ response_action: "clear" });
    expect(await second.submit()).toBe("closed");
    expect(eve.modals()).toEqual([]);
  });

  test("closing tells the app, where the view asked for that", async () => {
    const closed: [string, boolean][] = [];
    const { workspace, app, close } = await bench(transport, (one) => {
      opensForm(one);
      one.view({ callback_id: "form", type: "view_closed" }, async ({ ack, body }) => {
        closed.push([body.view.callback_id, "is_cleared" in body && body.is_cleared]);
        await ack();
      });
    });
    onTestFinished(close);
    const eve = workspace.as("U0EVE");
    await eve.command("/probe");
    await (await eve.modal()).back();
    await eve.command("/probe");
    await (await eve.modal()).dismiss();
    expect(closed).toEqual([
      ["form", false],
      ["form", true],
    ]);
    await eve.command("/probe");
    const modal = await eve.modal();
    const quiet = { view_id: modal.view.id, view: form("form", { notify_on_close: false }) };
    await app.client.views.update(quiet);
    await modal.back();
    expect(workspace.journal.deliveries("view_closed")).toHaveLength(2);
  });

  test("an app that is silent leaves the form open", async () => {
    const { workspace, close } = await bench(
      transport,
      (app) => {
        opensForm(app);
        app.view("form", async () => {});
      },
      { ackMs: 80 },
    );
    onTestFinished(close);
    const eve = workspace.as("U0EVE");
    await eve.command("/probe");
    const modal = await eve.modal();
    await modal.fill("name", "Eve");
    await expect(modal.submit()).rejects.toMatchObject({ code: "did-not-respond" });
    expect(eve.modals()).toHaveLength(1);
    expect(workspace.journal.deliveries("view_submission")).toHaveLength(1);
  });

  test("typing in a field that dispatches lets the app update the view and loses nothing typed", async () => {
    const { workspace, close } = await bench(transport, (app) => {
      opensForm(app);
      app.action("day", async ({ ack, body, client }) => {
        await ack();
        if (body.type !== "block_actions" || body.view === undefined) return;
        const { id, hash } = body.view;
        const blocks = form("form").blocks.filter((one) => one.block_id !== "parts");
        await client.views.update({ view_id: id, hash, view: form("form", { blocks }) });
      });
    });
    onTestFinished(close);
    const eve = workspace.as("U0EVE");
    await eve.command("/probe");
    const modal = await eve.modal();
    await modal.fill("name", "Eve");
    await modal.fill("parts", ["files"]);
    await modal.fill("day", "2026-11-01");
    await eve.until(() => modal.view.blocks.length === 4);
    expect([modal.value("name"), modal.value("day")]).toEqual(["Eve", "2026-11-01"]);
    expect(() => modal.value("parts")).toThrow("parts");
  });

  test("a click in a message, a menu, an ephemeral and feedback", async () => {
    const heard: JsonObject[] = [];
    const { workspace, app, close } = await bench(transport, (one) => {
      one.action(/.*/, async ({ ack, body, respond, action }) => {
        heard.push(body as unknown as JsonObject);
        await ack();
        if ("action_id" in action && action.action_id === "whisper") {
          await respond({ text: "changed", replace_original: true });
        }
      });
    });
    onTestFinished(close);
    const blocks = [
      {
        type: "actions",
        block_id: "row",
        elements: [
          { type: "button", action_id: "whisper", text: plain("Claim"), value: "RST-1" },
          { type: "overflow", action_id: "menu", options: [option("a"), option("b")] },
        ],
      },
      {
        type: "context_actions",
        block_id: "feedback",
        elements: [
          {
            type: "feedback_buttons",
            action_id: "feedback",
            positive_button: { text: plain("Good"), value: "up" },
            negative_button: { text: plain("Bad"), value: "down" },
          },
        ],
      },
    ];
    await app.client.chat.postMessage({ channel: "C0ASK", text: "card", blocks: blocks });
    await app.client.chat.postEphemeral({
      channel: "C0ASK",
      user: "U0EVE",
      text: "whisper",
      blocks: blocks.slice(0, 1),
    });
    const eve = workspace.as("U0EVE");
    const [card, whisper] = eve.sees("#ask-backup");
    if (card === undefined || whisper === undefined) throw new Error("expected both");
    await eve.click(card, "menu", "B");
    await eve.click(card, "feedback", "Bad");
    await eve.click(whisper, "whisper");
    await expect(eve.click(card, "nothing")).rejects.toThrow("whisper, menu, feedback");
    expect(heard[0]).toMatchObject({
      type: "block_actions",
      container: { type: "message", message_ts: card.ts, is_ephemeral: false },
      message: { ts: card.ts, bot_id: "B0BOT" },
      channel: { id: "C0ASK" },
      actions: [{ type: "overflow", selected_option: { value: "b" } }],
    });
    expect(heard[1]).toMatchObject({ actions: [{ type: "feedback_buttons", value: "down" }] });
    expect(heard[2]).toMatchObject({
      container: { is_ephemeral: true },
      actions: [{ type: "button", value: "RST-1", block_id: "row" }],
    });
    expect(heard[2]).not.toHaveProperty("message");
    await eve.until(() => eve.latest(whisper)?.text === "changed");
  });

  test("Home is published when it is opened, and its buttons work", async () => {
    const pressed: string[] = [];
    const { workspace, close } = await bench(transport, (app) => {
      app.event("app_home_opened", async ({ event, client }) => {
        if (event.tab !== "home") return;
        const button = { type: "button", action_id: "go", text: plain("Go") } as const;
        const home = {
          type: "home",
          blocks: [{ type: "actions", block_id: "row", elements: [button] }],
        } as const;
        await client.views.publish({ user_id: event.user, view: home as never });
      });
      app.action("go", async ({ ack, body }) => {
        pressed.push(body.user.id);
        await ack();
      });
    });
    onTestFinished(close);
    const home = await workspace.as("U0SAM").home();
    expect(home.view).toMatchObject({ kind: "home", user: "U0SAM" });
    await home.press("go");
    expect(pressed).toEqual(["U0SAM"]);
    expect(home.text()).toBe("Go");
  });
});

/** A trigger of a command that the app has acknowledged. */
async function triggered(options: { readonly ackMs?: number } = {}) {
  const triggers: string[] = [];
  const { workspace, app, close } = await bench(
    "socket",
    (one) => {
      one.command("/probe", async ({ ack, body }) => {
        triggers.push(body.trigger_id);
        await ack();
      });
    },
    options,
  );
  onTestFinished(close);
  await workspace.as("U0EVE").command("/probe");
  return { workspace, client: app.client, trigger_id: triggers[0] ?? "" };
}

test("a trigger works once, and for three seconds", async () => {
  const { workspace, client, trigger_id } = await triggered();
  const again = await triggered();
  await client.views.open({ trigger_id, view: form("form") });
  const view = form("form");
  await expect(client.views.open({ trigger_id, view })).rejects.toThrow("exchanged_trigger_id");
  await expect(client.views.open({ trigger_id: "1.2.3", view })).rejects.toThrow(
    "invalid_trigger_id",
  );
  again.workspace.advance(3_001);
  const late = again.client.views.open({ trigger_id: again.trigger_id, view });
  await expect(late).rejects.toThrow("expired_trigger_id");
  expect(workspace.as("U0EVE").modals()).toHaveLength(1);
});

test("a view gets ids, a new hash with each change, and refuses an old one", async () => {
  const { client, trigger_id } = await triggered();
  const button = { type: "button", text: plain("More") } as const;
  const nameless = { type: "actions", elements: [button] } as const;
  const { view: opened } = await client.views.open({
    trigger_id,
    view: form("form", { blocks: [nameless], external_id: "mine" }),
  });
  expect(opened?.blocks?.[0]?.block_id).toMatch(/./);
  const view = form("form", { external_id: "mine" });
  const { view: updated } = await client.views.update({ external_id: "mine", view });
  expect(updated?.id).toBe(opened?.id);
  expect(updated?.hash).not.toBe(opened?.hash);
  const old = { view_id: String(opened?.id), hash: String(opened?.hash), view };
  await expect(client.views.update(old)).rejects.toThrow("hash_conflict");
  await expect(client.views.update({ external_id: "other", view })).rejects.toThrow("not_found");
});

test.each<[what: string, change: Partial<types.ModalView>, pointer: string]>([
  ["a title of 25 characters", { title: plain("x".repeat(25)) }, "/view/title/text"],
  ["private metadata of 3001", { private_metadata: "x".repeat(3_001) }, "/view/private_metadata"],
  ["no block at all", { blocks: [] }, "/view/blocks"],
  ["an unknown block", { blocks: [{ type: "news" }] }, "/view/blocks/0/type"],
  [
    "a header that is too long",
    { blocks: [{ type: "header", text: plain("x".repeat(151)) }] },
    "/view/blocks/0/text/text",
  ],
])("views.open refuses %s, and says where", async (_what, change, pointer) => {
  const { client, trigger_id } = await triggered();
  const refused = client.views.open({ trigger_id, view: form("form", change) });
  await expect(refused).rejects.toMatchObject({
    data: {
      error: "invalid_arguments",
      response_metadata: { messages: [expect.stringContaining(`[json-pointer:${pointer}]`)] },
    },
  });
  await client.views.open({ trigger_id, view: form("form") });
});

test("a response_url works five times, for half an hour", async () => {
  const urls: string[] = [];
  const { workspace, close } = await bench("socket", (app) => {
    app.command("/probe", async ({ ack, command }) => {
      urls.push(command.response_url);
      await ack();
    });
  });
  onTestFinished(close);
  const eve = workspace.as("U0EVE");
  await eve.command("/probe");
  await eve.command("/probe");
  const respond = async (url: string | undefined) => {
    const answer = await fetch(String(url), {
      method: "POST",
      body: JSON.stringify({ text: "hi" }),
    });
    return `${answer.status} ${await answer.text()}`;
  };
  const uses = [];
  for (let n = 0; n < 6; n += 1) uses.push(await respond(urls[0]));
  expect(uses).toEqual([...Array.from({ length: 5 }, () => "200 ok"), "404 used_url"]);
  workspace.advance(1_800_001);
  expect(await respond(urls[1])).toBe("404 expired_url");
  expect(eve.sees("dm")).toHaveLength(5);
});
