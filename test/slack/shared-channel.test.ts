import { afterEach, expect, test } from "vitest";
import { HOUR_MS } from "../../src/kernel/clock.ts";
import type { Bench } from "./slack-bench.ts";
import { slackBench } from "./slack-bench.ts";

let bench: Bench | undefined;

afterEach(async () => {
  await bench?.close();
  bench = undefined;
});

test("a request from a channel that is shared with others is answered in private", async () => {
  bench = await slackBench("socket");
  const { workspace, stores } = bench;
  const eve = workspace.as("U0EVE");
  const asked = await eve.say("#shared-backup", "@snapdesk put staging back");
  const answer = await eve.hears("#shared-backup", "You want data back", { thread: asked.ts });
  await eve.click(answer, "restore.open");
  const form = await eve.modal("restore.request");
  const [date = "", rest = ""] = new Date(Date.now() - 20 * HOUR_MS).toISOString().split("T");
  await form.fill("project", "shop-eu");
  await form.fill("environment", "staging");
  await form.fill("date", date);
  await form.fill("time", rest.slice(0, 5));
  await form.fill("scope", ["database"]);
  expect(await form.submit()).toBe("pushed");
  await (await eve.modal("restore.check")).submit();
  await eve.hears("dm", "RST-1001");
  expect((await stores.tickets.get("RST-1001"))?.origin).toEqual({ channel: "U0EVE" });
  expect(
    eve
      .sees("#shared-backup", asked.ts)
      .map(({ text }) => text)
      .join(),
  ).not.toContain("RST-");
});

test("who asks for a person in a shared channel is answered in private, and the bot is silent in the thread", async () => {
  bench = await slackBench("socket");
  const { workspace, stores } = bench;
  const [eve, sam] = [workspace.as("U0EVE"), workspace.as("U0SAM")];
  const asked = await eve.say("#shared-backup", "@snapdesk what about spinning disks?");
  const answer = await eve.hears("#shared-backup", /./, { thread: asked.ts });
  await eve.click(answer, "desk.person");
  const form = await eve.modal("desk.person");
  expect(form.value("words")).toBe("what about spinning disks?");
  expect(await form.submit()).toBe("closed");
  const told = await eve.hears("dm", "Q-1");
  expect(told.channel.startsWith("D")).toBe(true);
  expect((await stores.tickets.get("Q-1"))?.origin).toEqual({ channel: "U0EVE" });

  await eve.say("#shared-backup", "can I back up Pro staging?", asked.ts);
  await sam.hears("#backup-triage", "can I back up Pro staging?");
  const card = await sam.hears("#backup-triage", "Q-1 · Question");
  await sam.click(card, "desk.reply");
  const reply = await sam.modal("desk.reply");
  await reply.fill("words", "Between us: no.");
  await reply.submit();
  await eve.hears("dm", "Between us: no.");
  await workspace.quiet(200);
  const seen = eve.sees("#shared-backup", asked.ts).map(({ text }) => text);
  expect(seen.join()).not.toMatch(/Q-1|Between us/);
  expect(seen).toHaveLength(3);
});

test("a ticket reaction in a shared channel opens the form for its author alone", async () => {
  bench = await slackBench("socket");
  const { workspace } = bench;
  const [eve, stranger] = [workspace.as("U0EVE"), workspace.as("U0STRANGER")];
  const said = await eve.say("#shared-backup", "staging is broken");
  await eve.react(said, "ticket");
  const open = await eve.hears("#shared-backup", "Open the form");
  expect(open.onlyFor).toBe("U0EVE");
  await stranger.react(said, "ticket");
  await stranger.hears("#shared-backup", "only for members");
});
