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
