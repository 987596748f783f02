import { describe, expect, onTestFinished, test } from "vitest";
import { bench, type Transport } from "./bolt-app.ts";

describe.each<Transport>(["socket", "http"])("over %s", (transport) => {
  test("a person writes to the bot, and the bot answers in the thread", async () => {
    const { workspace, close } = await bench(transport, (app) => {
      app.message("hello", async ({ message, say }) => {
        await say({
          text: `You said ${"text" in message ? message.text : ""}`,
          thread_ts: message.ts,
        });
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
  });
});
