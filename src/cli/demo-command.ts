import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "commander";
import { readSqlite } from "../adapters/stores/open-sqlite.ts";
import { openStores } from "../adapters/stores/open-stores.ts";
import { readConfig } from "../config.ts";
import type { Config } from "../config.ts";
import { isTicketId } from "../kernel/ids.ts";
import { receiptOf } from "../restore/receipt-of.ts";
import type { Receipt } from "../restore/receipt-of.ts";
import type { RestoreCase } from "../restore/restore-case.ts";
import type { Ending } from "./demo/play-story.ts";
import { readShop } from "./demo/shop-data.ts";
import { transcript as tell } from "./demo/transcript.ts";
import { databasePath } from "./open-to-read.ts";
import { complain } from "./output.ts";
import { receiptText } from "./receipt-text.ts";

/** `snapdesk demo`: the whole story without a browser, on a desk of its own that is gone afterwards. */
export function demoCommand(program: Command): void {
  program
    .command("demo")
    .description("play the whole story: questions, a ticket, approval, restore, hand-over, proof")
    .option("--keep", "keep the data folder and say where it is")
    .action(async ({ keep }: { readonly keep?: true }) => {
      const data = mkdtempSync(join(tmpdir(), "snapdesk-demo-"));
      try {
        if (!(await play(data))) complain("The data did not come back");
      } finally {
        if (keep === true) tell.text(`Data: ${data}`);
        else rmSync(data, { recursive: true });
      }
    });
}

async function play(data: string): Promise<boolean> {
  const config = readConfig({
    SNAPDESK_DATA: data,
    SNAPDESK_WORKSPACE_PORT: "0",
    SNAPDESK_OPS_PORT: "0",
    SNAPDESK_ARTICLES_PORT: "0",
    SNAPDESK_BALLAST_MB: "0",
    SNAPDESK_LOG: "error",
  });
  const { startDesk } = await import("../main.ts");
  const { playStory } = await import("./demo/play-story.ts");
  const desk = await startDesk(config);
  try {
    if (desk.workspace === undefined) throw new Error("Cannot play without the local workspace");
    const ending = await playStory(desk.workspace, data);
    return await prove(config, ending);
  } finally {
    await desk.stop();
  }
}

/** Reads what was restored, and compares the catalogue with what it was before the accident. */
async function prove(config: Config, { before, damaged, ticket }: Ending): Promise<boolean> {
  tell.chapter("Receipt");
  const receipt = await closedReceipt(config, ticket);
  tell.text(receiptText(receipt));
  tell.chapter("Proof");
  const restored = readShop(receipt.target);
  const { inWords } = await import("./demo/play-story.ts");
  tell.text(`before the accident  ${inWords(before)}`);
  tell.text(`after the accident   ${inWords(damaged)}`);
  tell.text(`restored             ${inWords(restored)}`);
  const back = restored.catalogue === before.catalogue && damaged.catalogue !== before.catalogue;
  tell.text(back ? "The catalogue is back, byte for byte." : "The catalogue is not what it was.");
  return back;
}

const TRIES = 100;

/** The receipt of the ticket once it is closed, read beside the running desk. */
async function closedReceipt(config: Config, ticket: string): Promise<Receipt> {
  const database = readSqlite(databasePath(config));
  try {
    const { tickets } = openStores<RestoreCase>(database);
    for (let tried = 0; tried < TRIES && isTicketId(ticket); tried += 1) {
      const found = await tickets.get(ticket);
      const receipt =
        found?.state === "closed" ? receiptOf(found, await tickets.history(ticket)) : undefined;
      if (receipt !== undefined) return receipt;
      await new Promise((resolve) => {
        setTimeout(resolve, 50);
      });
    }
    throw new Error(`Cannot read the receipt of ${ticket}: expected it to be closed by now`);
  } finally {
    await database.close();
  }
}
