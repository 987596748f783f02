import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import type { Browser, Locator, Page } from "playwright-core";

const CHROMIUM = process.env["TEST_CHROMIUM"] ?? "/usr/bin/chromium";

/** Whether there is a browser. In CI its absence is a failure, not a reason to skip. */
export function browserIsThere(): boolean {
  if (existsSync(CHROMIUM)) return true;
  if (process.env["CI"] === "true") throw new Error(`Cannot find a browser at ${CHROMIUM}`);
  console.warn(`NOT TESTED: no Chromium at ${CHROMIUM}`);
  return false;
}

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });

type Words = string | readonly string[];

/** Somebody in front of the page of the workspace. */
export type PagePerson = {
  readonly page: Page;
  /** Goes to a channel. */
  goTo(channel: string): Promise<void>;
  say(words: string): Promise<void>;
  /** The newest message that holds these words. */
  message(words: string | RegExp): Locator;
  /** The newest control of that action id, once it is there. */
  control(actionId: string): Locator;
  /** The open modal with that callback id. */
  modal(callback: string): Locator;
  /** Fills in fields of a modal by their block ids. */
  fill(callback: string, values: Readonly<Record<string, Words>>): Promise<void>;
  submit(callback: string): Promise<void>;
};

type Screen = { readonly width: number; readonly height: number; readonly scale: number };

const LAPTOP: Screen = { width: 1280, height: 800, scale: 1 };

/** Opens the page as somebody, ready to be used. */
export async function onPage(
  browser: Browser,
  url: string,
  user: string,
  { width, height, scale }: Screen = LAPTOP,
): Promise<PagePerson> {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme: "light",
    reducedMotion: "reduce",
    locale: "en-GB",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(`${url}/?as=${user}`);
  await page.locator('#connection[data-is="on"]').waitFor();
  const modal = (callback: string) => page.locator(`dialog[data-callback="${callback}"]`);
  return {
    page,
    goTo: (channel) => page.locator(`a[data-channel="${channel}"]`).click(),
    async say(words) {
      const box = page.locator("#composer").getByRole("textbox");
      await box.fill(words);
      await box.press("Enter");
    },
    message: (words) => page.locator("#messages [data-ts]").filter({ hasText: words }).last(),
    control: (actionId) => page.locator(`[data-ts] [data-action-id="${actionId}"]:visible`).last(),
    modal,
    async fill(callback, values) {
      for (const [block, value] of Object.entries(values)) {
        await fillBlock(modal(callback).locator(`[data-block-id="${block}"]`), value);
      }
    },
    async submit(callback) {
      await modal(callback).locator('button[type="submit"]').click();
    },
  };
}

async function fillBlock(block: Locator, value: Words): Promise<void> {
  if (typeof value !== "string") {
    for (const one of value) await block.locator(`input[value="${one}"]`).check();
    return;
  }
  const combobox = block.getByRole("combobox");
  if ((await block.locator("select").count()) > 0) {
    await block.locator("select").selectOption(value);
  } else if ((await combobox.count()) > 0) {
    await combobox.fill(value);
    await block.getByRole("option", { name: value }).first().click();
  } else {
    await block.locator("input, textarea").first().fill(value);
  }
}
