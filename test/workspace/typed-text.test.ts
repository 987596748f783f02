import { expect, onTestFinished, test } from "vitest";
import { bench } from "./bolt-app.ts";

test.each<[typed: string, text: string]>([
  ["a < b & c > d", "a &lt; b &amp; c &gt; d"],
  ["@anna and @probe, look", "<@U0ANNA> and <@U0BOT>, look"],
  ["<@U0BOT> already marked", "<@U0BOT> already marked"],
  ["@nobody stays", "@nobody stays"],
  ["ask @snapdesk-staff or @here", "ask <!subteam^S0STAFF> or <!here>"],
  ["see #kb.", "see <#C0KB|kb>."],
  ["see https://example.com/a?b=1&c=2.", "see <https://example.com/a?b=1&amp;c=2>."],
  ["write to anna@example.com", "write to <mailto:anna@example.com|anna@example.com>"],
])("say() writes %j as Slack's client sends it", async (typed, text) => {
  const { workspace, close } = await bench("socket");
  onTestFinished(close);
  const said = await workspace.as("U0EVE").say("dm", typed);
  expect(said.text).toBe(text);
  expect(said.blocks).toMatchObject([{ type: "rich_text" }]);
});
