import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser } from "playwright-core";
import { browserIsThere, onPage, openBrowser } from "../support/browser.ts";
import { runningDesk } from "../support/running-desk.ts";
import type { RunningDesk } from "../support/running-desk.ts";
import { contentOf, damage, layPast } from "./shop-past.ts";
import type { Content } from "./shop-past.ts";
import { wallClock } from "./steps.ts";

const INTEGRATION = { project: "shop-eu", environment: "integration" } as const;

describe.skipIf(!browserIsThere())("on the page", () => {
  let desk: RunningDesk;
  let browser: Browser;
  let before: readonly Content[];
  beforeAll(async () => {
    desk = await runningDesk({
      prepare: async (data) => {
        before = await layPast(data, [{ ...INTEGRATION, hours: [3, 1] }]);
      },
    });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await desk.close();
  });

  test("three people file, fulfil and close a ticket with mouse and keyboard", async () => {
    const { url } = desk.workspace;
    await damage(desk.data, INTEGRATION);
    const [anna, sam, omar] = await Promise.all(
      ["U0ANNA", "U0SAM", "U0OMAR"].map((user) => onPage(browser, url, user)),
    );
    if (anna === undefined || sam === undefined || omar === undefined) throw new Error("nobody");
    await anna.goTo("D0ANNA");
    await sam.goTo("C0TRIAGE");
    await omar.goTo("C0TRIAGE");

    await anna.say("/restore");
    const wall = wallClock(120);
    await anna.fill("restore.request", {
      project: "Shop EU",
      environment: "integration",
      date: wall.date,
      time: wall.time,
      scope: ["files", "database"],
      reason: "Kampanjen raderade beställningar",
    });
    await anna.submit("restore.request");
    await anna
      .modal("restore.check")
      .getByText(/importera|ny plats/)
      .first()
      .waitFor();
    await anna.submit("restore.check");
    await anna.message(/RST-1001/).waitFor();
    expect(await anna.page.locator("dialog[data-callback]").count()).toBe(0);

    await sam.control("desk.claim").click();
    await sam.control("restore.plan").click();
    await sam.modal("restore.plan").getByText("integration-RST-1001").first().waitFor();
    await sam.page.keyboard.press("Escape");
    await sam.control("restore.request-approval").click();

    await omar.control("restore.approve").click();
    await omar.fill("restore.approve", { words: "Checked" });
    await omar.submit("restore.approve");

    await sam.control("restore.run").click();
    await sam.fill("restore.run", { words: "staging" });
    await sam.submit("restore.run");
    await sam.modal("restore.run").locator(`[data-block-id="words"] .error`).waitFor();
    await sam.fill("restore.run", { words: "integration" });
    await sam.submit("restore.run");
    await sam.control("restore.hand-over").click();
    await sam.modal("restore.hand-over").getByText("Dina data är klara").first().waitFor();
    await sam.submit("restore.hand-over");

    await anna.control("restore.acknowledge").click();
    await anna.fill("restore.acknowledge", { how: ["restored"] });
    await anna.submit("restore.acknowledge");
    await anna.control("restore.acknowledge").waitFor({ state: "detached" });

    const { rows } = await contentOf(join(desk.data, "restored", "integration-RST-1001"));
    expect(rows).toEqual(before[0]?.rows);
  }, 90_000);

  test("an answer opens its thread, shows its proof, and a question back is settled by a click", async () => {
    const eve = await onPage(browser, desk.workspace.url, "U0EVE");
    await eve.goTo("D0EVE");
    await eve.say("can I take a snapshot of staging?");
    await eve.page.locator(".thread-link").last().click();
    const thread = eve.page.locator("#thread-messages");
    await thread.locator('[data-action-id="knowledge.choose:plan:pro"]').click();
    await thread.locator('[data-action-id="knowledge.proof"]').waitFor();
    expect(await thread.locator("[data-ts]").count()).toBe(3);
    await thread.locator('[data-action-id="knowledge.proof"]').click();
    const proof = eve.page.locator("dialog[data-callback]");
    await proof.locator("blockquote").first().waitFor();
    await eve.page.keyboard.press("Escape");
    await proof.waitFor({ state: "detached" });
    // Whoever closes a modal with the keyboard is back where they were.
    await thread.locator('[data-action-id="knowledge.proof"]:focus').waitFor();
  }, 60_000);
});
