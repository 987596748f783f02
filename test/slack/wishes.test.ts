import { afterEach, expect, test } from "vitest";
import type { Bench } from "./slack-bench.ts";
import { slackBench } from "./slack-bench.ts";

let bench: Bench | undefined;

afterEach(async () => {
  await bench?.close();
  bench = undefined;
});

const ZONE = "moment.choose:||Europe/London";

test("a wish without a zone is asked about once, and one click leads to the form with it filled in", async () => {
  bench = await slackBench("socket");
  const eve = bench.workspace.as("U0EVE");
  const wish = await eve.say("dm", "put staging back to 2026-11-18 at 14:30");
  const asked = await eve.hears("dm", "Which time zone", { thread: wish.ts });
  await eve.click(asked, ZONE);
  await eve.until(() => eve.latest(asked)?.text.includes("2026-11-18T14:30:00Z"));
  expect(eve.sees("dm", wish.ts)).toHaveLength(2);

  await eve.click(eve.latest(asked) ?? asked, "restore.open");
  const form = await eve.modal("restore.request");
  expect(form.value("date")).toBe("2026-11-18");
  expect(form.value("time")).toBe("14:30");
  expect(form.value("zone")).toBe("Europe/London");
  expect(form.value("environment")).toBe("staging");
  expect(form.text()).toContain("2026-11-18T14:30:00Z");
});

test("a typed reply settles it like a click, and a later question is a question again", async () => {
  bench = await slackBench("http");
  const eve = bench.workspace.as("U0EVE");
  const wish = await eve.say("dm", "put staging back to 2026-10-25 02:30 Europe/Paris");
  const asked = await eve.hears("dm", "happened twice", { thread: wish.ts });
  await eve.say("dm", "02:30 UTC+1", wish.ts);
  await eve.until(() => eve.latest(asked)?.text.includes("2026-10-25T01:30:00Z"));
  await eve.say("dm", "can I back up Pro staging?", wish.ts);
  await eve.hears("dm", "No.", { thread: wish.ts });
  expect(eve.latest(asked)?.text).toContain("2026-10-25T01:30:00Z");
});

test("words that leave the moment open open the form with the question in it", async () => {
  bench = await slackBench("socket");
  const eve = bench.workspace.as("U0EVE");
  await eve.command("/restore staging to 03/04/2026 14:30 London time", "dm");
  const form = await eve.modal("restore.request");
  await eve.until(() => form.text().includes("more than one date"));
  expect(form.text()).toContain("Friday 3 April 2026 14:30");
  expect(form.value("date")).toBeNull();
  expect(form.value("time")).toBe("14:30");
  expect(form.value("zone")).toBe("Europe/London");
});
