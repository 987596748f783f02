import { join } from "node:path";
import { browserIsThere, onPage, openBrowser } from "./browser.ts";
import { runningDesk } from "./running-desk.ts";
import { cast, filed, handedOver, verified, wallClock } from "../journeys/steps.ts";

/** Where the picture in the README lies. */
const PICTURE = join(import.meta.dirname, "../../src/workspace/page/screenshot.png");

const STAGING = { project: "shop-eu", environment: "staging" } as const;
const SETTLED_MS = 400;

/** A little larger than what is shown, so that a whole hand-over fits. */
const SCREEN = { width: 1440, height: 900, scale: 1280 / 1440 };

/** Plays a short story on a desk of its own and takes the picture of the page for the README. */
async function takePicture(): Promise<void> {
  if (!browserIsThere()) return;
  const desk = await runningDesk();
  const people = cast(desk.workspace);
  const { eve, sam } = people;
  const asked = await eve.say("dm", "Can I take a snapshot of Pro staging myself?");
  await eve.hears("dm", /Pro/, { thread: asked.ts });
  const reason = "An import overwrote yesterday's prices";
  const wall = wallClock(200, "Europe/London");
  const { id } = await filed(eve, { ...STAGING, wall, wanted: ["database"], reason });
  await verified(people, id, STAGING);
  await handedOver(sam, eve, id);

  const browser = await openBrowser();
  const person = await onPage(browser, desk.workspace.url, "U0EVE", SCREEN);
  const { page } = person;
  await person.goTo("D0EVE");
  await page.locator(".thread-link").first().click();
  await page.locator('#thread-messages [data-action-id="knowledge.proof"]').waitFor();
  await page.locator("#composer-text").focus();
  await page.mouse.move(0, 0);
  await page.waitForTimeout(SETTLED_MS);
  await page.screenshot({ path: process.argv[2] ?? PICTURE });
  await browser.close();
  await desk.close();
}

await takePicture();
