import type { App } from "@slack/bolt";
import { describe, expect, onTestFinished, test } from "vitest";
import { type JsonObject, objectOf } from "../../src/workspace/json.ts";
import { bench, MANIFEST, type Transport } from "./bolt-app.ts";

/** Every event the app is told, oldest first. */
const hearAll = (heard: JsonObject[]) => (app: App) => {
  app.use(async ({ payload, body, next }) => {
    if (body["type"] === "event_callback") heard.push(payload as unknown as JsonObject);
    await next();
  });
};

describe.each<Transport>(["socket", "http"])("over %s", (transport) => {
  test("a person writes to the bot, and the bot answers in the thread", async () => {
    const { workspace, close } = await bench(transport, (app) => {
      app.message("hello", async ({ message, client }) => {
        const text = `You said ${"text" in message ? message.text : ""}`;
        await client.chat.postMessage({ channel: message.channel, text, thread_ts: message.ts });
      });
    });
    onTestFinished(close);
    const anna = workspace.as("U0ANNA");
    const asked = await anna.say("dm", "hello & goodbye");
    const answer = await anna.hears("dm", "You said", { thread: asked.ts });
    expect(answer).toMatchObject({
      channel: "D0ANNA",
      user: "U0BOT",
      bot: "B0BOT",
      thread: asked.ts,
      text: "You said hello &amp; goodbye",
    });
    expect(anna.sees("dm")).toHaveLength(1);
    expect(anna.sees("dm", asked.ts)).toHaveLength(2);
  });

  test("a mention arrives as message and as app_mention with one ts", async () => {
    const heard: JsonObject[] = [];
    const { workspace, close } = await bench(transport, hearAll(heard));
    onTestFinished(close);
    const asked = await workspace.as("U0JORIS").say("#ask-backup", "@probe may I?");
    expect(new Set(heard.map((one) => one["type"]))).toEqual(new Set(["app_mention", "message"]));
    expect(heard.map((one) => one["ts"])).toEqual([asked.ts, asked.ts]);
    expect(heard.find((one) => one["type"] === "message")).toMatchObject({
      channel: "C0ASK",
      channel_type: "channel",
      user: "U0JORIS",
      team: "T0LOCAL",
      text: "<@U0BOT> may I?",
      event_ts: asked.ts,
    });
    expect(heard.find((one) => one["type"] === "app_mention")).not.toHaveProperty("channel_type");
    heard.length = 0;
    await workspace.as("U0JORIS").say("dm", "@probe may I?");
    expect(heard).toMatchObject([{ type: "message", channel_type: "im" }]);
  });

  test("what the bot posts, edits and deletes comes back as events", async () => {
    const { workspace, app, close } = await bench(transport);
    onTestFinished(close);
    const { ts } = await app.client.chat.postMessage({
      channel: "C0ASK",
      text: "first",
      metadata: { event_type: "probe", event_payload: { id: "7" } },
    });
    await app.client.chat.update({ channel: "C0ASK", ts: String(ts), text: "second" });
    await app.client.chat.delete({ channel: "C0ASK", ts: String(ts) });
    const echoes = () => workspace.journal.deliveries("message");
    await workspace.until(() => echoes().length === 3);
    const events = echoes().map((one) => objectOf(objectOf(one.sent)["event"]));
    expect(events[0]).toMatchObject({
      ts,
      bot_id: "B0BOT",
      app_id: "A0LOCAL",
      user: "U0BOT",
      metadata: { event_type: "probe", event_payload: { id: "7" } },
    });
    expect(events.slice(1).map((one) => [one["subtype"], one["hidden"]])).toEqual([
      ["message_changed", true],
      ["message_deleted", true],
    ]);
    expect(echoes().every((one) => one.ok)).toBe(true);
  });

  test("a person's edit, deletion and reaction arrive", async () => {
    const heard: JsonObject[] = [];
    const { workspace, close } = await bench(transport, hearAll(heard));
    onTestFinished(close);
    const eve = workspace.as("U0EVE");
    const asked = await eve.say("#ask-backup", "one");
    await eve.react(asked, "ticket");
    await eve.react(asked, "ticket");
    await eve.edit(asked, "two");
    await eve.remove(asked);
    expect(heard.slice(1)).toMatchObject([
      { type: "reaction_added", user: "U0EVE", reaction: "ticket", item: { ts: asked.ts } },
      { type: "reaction_removed", item_user: "U0EVE" },
      { subtype: "message_changed", message: { text: "two", edited: { user: "U0EVE" } } },
      { subtype: "message_deleted", deleted_ts: asked.ts },
    ]);
  });

  test("the bot does not hear a channel it is not in, nor events it did not subscribe to", async () => {
    const heard: JsonObject[] = [];
    const { workspace, close } = await bench(transport, hearAll(heard), {
      manifest: {
        ...MANIFEST,
        settings: { event_subscriptions: { bot_events: ["message.im", "message.channels"] } },
      },
    });
    onTestFinished(close);
    await workspace.platform({ removeBot: "C0KB" });
    const eve = workspace.as("U0EVE");
    await eve.say("#kb", "@probe are you there?");
    const asked = await eve.say("#ask-backup", "@probe are you here?");
    await eve.react(asked, "eyes");
    expect(heard.map((one) => [one["type"], one["channel"]])).toEqual([["message", "C0ASK"]]);
  });

  test("an event the bot has no scope for is not delivered", async () => {
    const heard: JsonObject[] = [];
    const { workspace, close } = await bench(transport, hearAll(heard), {
      manifest: { ...MANIFEST, oauth_config: { scopes: { bot: ["chat:write", "im:history"] } } },
    });
    onTestFinished(close);
    await workspace.as("U0EVE").say("#ask-backup", "hello");
    await workspace.as("U0EVE").say("dm", "hello");
    expect(heard.map((one) => one["channel"])).toEqual(["D0EVE"]);
  });

  test("a command reaches the app, and its answer is for that person only", async () => {
    const { workspace, close } = await bench(transport, (app) => {
      app.command("/probe", async ({ command, ack }) => {
        await ack(`${command.channel_name} ${command.user_name}: ${command.text}`);
      });
    });
    onTestFinished(close);
    const eve = workspace.as("U0EVE");
    const answer = await eve.command("/probe ask @luc & co", "#backup-triage").catch(String);
    expect(answer).toBe("PersonSees: That is no longer there.");
    const shown = await eve.command("/probe ask @luc & co", "#ask-backup");
    expect(shown).toMatchObject({
      onlyFor: "U0EVE",
      text: "ask-backup eve: ask <@U0LUC> &amp; co",
    });
    expect(workspace.as("U0LUC").reads("#ask-backup")).toEqual([]);
    await expect(eve.command("/nothing")).rejects.toMatchObject({ code: "unknown-command" });
  });

  test("an app that does not answer a command is seen to be silent", async () => {
    const { workspace, close } = await bench(
      transport,
      (app) => {
        app.command("/probe", async () => {});
      },
      { ackMs: 60 },
    );
    onTestFinished(close);
    await expect(workspace.as("U0EVE").command("/probe")).rejects.toMatchObject({
      code: "did-not-respond",
    });
    expect(workspace.journal.deliveries("/probe")).toHaveLength(1);
  });

  test("shortcuts arrive, with their message where they have one", async () => {
    const heard: JsonObject[] = [];
    const { workspace, close } = await bench(transport, (app) => {
      app.shortcut(/.*/, async ({ shortcut, ack }) => {
        heard.push(shortcut as unknown as JsonObject);
        await ack();
      });
    });
    onTestFinished(close);
    const eve = workspace.as("U0EVE");
    const asked = await eve.say("#ask-backup", "go back to noon");
    await eve.shortcut("begin");
    await eve.messageShortcut(asked, "begin-here");
    expect(heard[0]).toMatchObject({ type: "shortcut", callback_id: "begin" });
    expect(heard[0]).not.toHaveProperty("channel");
    expect(heard[1]).toMatchObject({
      type: "message_action",
      channel: { id: "C0ASK", name: "ask-backup" },
      message: { text: "go back to noon", user: "U0EVE" },
      message_ts: asked.ts,
    });
    await expect(eve.shortcut("nothing")).rejects.toThrow("no such shortcut");
  });
});

test("a U id opens a direct conversation", async () => {
  const { workspace, app, close } = await bench("socket");
  onTestFinished(close);
  const posted = await app.client.chat.postMessage({ channel: "U0ANNA", text: "hej" });
  expect(posted.channel).toBe("D0ANNA");
  expect(workspace.as("U0ANNA").sees("dm")).toMatchObject([{ text: "hej" }]);
  expect((await app.client.conversations.open({ users: "U0LUC" })).channel?.id).toBe("D0LUC");
});

test("an ephemeral is seen by one person, is not in the history, and is lost on reload", async () => {
  const { workspace, app, close } = await bench("socket");
  onTestFinished(close);
  const whisper = { channel: "C0ASK", user: "U0EVE", text: "only you" };
  const { message_ts } = await app.client.chat.postEphemeral(whisper);
  const eve = workspace.as("U0EVE");
  expect(eve.sees("#ask-backup").map((one) => one.text)).toEqual(["only you"]);
  expect(workspace.as("U0LUC").sees("#ask-backup")).toEqual([]);
  expect((await app.client.conversations.history({ channel: "C0ASK" })).messages).toEqual([]);
  const change = { channel: "C0ASK", ts: String(message_ts), text: "all of you" };
  await expect(app.client.chat.update(change)).rejects.toThrow("message_not_found");
  eve.reload();
  expect(eve.sees("#ask-backup")).toEqual([]);
  const gone = { channel: "C0TRIAGE", user: "U0EVE", text: "you are not here" };
  await expect(app.client.chat.postEphemeral(gone)).rejects.toThrow("user_not_in_channel");
});

test("a person may not write where they are not, nor once they are deactivated", async () => {
  const { workspace, close } = await bench("socket");
  onTestFinished(close);
  await expect(workspace.as("U0EVE").say("#backup-triage", "hi")).rejects.toThrow(
    "no longer there",
  );
  await expect(workspace.as("U0GONE").say("dm", "hi")).rejects.toThrow("cannot do that");
  await workspace.platform({ archive: "C0ASK" });
  await expect(workspace.as("U0EVE").say("#ask-backup", "hi")).rejects.toThrow("archived");
  expect(() => workspace.as("U0NOBODY")).toThrow("U0NOBODY");
});
