import { spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { readConfig } from "../../src/config.ts";
import { systemClock } from "../../src/kernel/clock.ts";
import { openEngines } from "../../src/main/open-engine.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const SNAPDESK = join(import.meta.dirname, "../../src/snapdesk.js");
const WHERE = "shop/production";
/** Removing as many takes long enough to be interrupted; a link, unlike a file, is quickly laid out. */
const LINKS = 6_000;
const APPROVED = ["--approved-by", "T/KIM"];

const PROJECTS = `projects:
  - id: shop
    name: Shop
    plan: starter
    environments:
      production:
        directories: { media: shop/media }
`;

let root = "";
let moment = "";

const restored = () => join(root, "data/restored");
const media = () => join(root, "shop/media");
const env = () => ({
  ...process.env,
  SNAPDESK_DATA: join(root, "data"),
  SNAPDESK_PROJECTS: join(root, "projects.yaml"),
});

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "stopped-restore-"));
  mkdirSync(join(root, "data"));
  writeFileSync(join(root, "projects.yaml"), PROJECTS);
  mkdirSync(join(media(), "links"), { recursive: true });
  writeFileSync(join(media(), "one.txt"), "one\n");
  for (let link = 0; link < LINKS; link += 1) {
    symlinkSync("../one.txt", join(media(), "links", String(link)));
  }
  const taken = snapdesk("create", WHERE);
  if (taken.status !== 0) throw new Error(taken.stderr);
  const [snapshot] = JSON.parse(snapdesk("list", WHERE, "--json").stdout);
  moment = snapshot.pointInTime.to;
});
afterAll(() => rmSync(root, { recursive: true }));

const words = (...more: string[]) => ["snapshots", ...more];

function snapdesk(...more: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SNAPDESK, ...words(...more)], {
    env: env(),
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

const leftovers = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.includes(".restoring-")) : [];

async function until(holds: () => boolean, what: string): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}`);
    await sleep(2);
  }
}

/** What the journal has of the latest restore. */
function restoreInJournal(): { state: string; stopped: boolean } {
  const journal = new DatabaseSync(join(root, "data/snapshots/operations.sqlite"), {
    readOnly: true,
  });
  try {
    const row = journal
      .prepare(
        "SELECT operation ->> '$.state' AS state, work ->> '$.stopped' AS stopped FROM operation WHERE operation ->> '$.kind' = 'restore' ORDER BY rowid DESC LIMIT 1",
      )
      .get();
    return { state: String(row?.["state"]), stopped: row?.["stopped"] === 1 };
  } finally {
    journal.close();
  }
}

/** How many links are in a restore that has not ended. */
function laidOut(near: string): number {
  const [name = "none"] = leftovers(near);
  const folder = join(near, name, "media/links");
  return existsSync(folder) ? readdirSync(folder).length : 0;
}

/** Starts a restore and ends it by two signals, the second while it clears up after the first. */
async function stopTwice(near: string, more: string[], signals: readonly NodeJS.Signals[]) {
  const child = spawn(
    process.execPath,
    [SNAPDESK, ...words("restore", WHERE, "--at", moment, ...APPROVED, ...more)],
    { env: env(), stdio: "ignore" },
  );
  const ended = new Promise<NodeJS.Signals | number | null>((resolve) => {
    child.once("exit", (code, signal) => resolve(signal ?? code));
  });
  const [first = "SIGINT", second = "SIGINT"] = signals;
  await until(() => laidOut(near) > LINKS / 10, "the restore to lay out links");
  child.kill(first);
  await until(() => restoreInJournal().stopped, "the first signal to be heard");
  child.kill(second);
  return ended;
}

test("the second signal ends a restore at once; the next command clears up", async () => {
  const target = ["--target", "back"];
  expect(await stopTwice(restored(), target, ["SIGINT", "SIGTERM"])).toBe("SIGTERM");
  expect(leftovers(restored())).toHaveLength(1);

  expect(snapdesk("list", WHERE)).toMatchObject({ status: 0, stderr: "" });
  expect(leftovers(restored())).toEqual([]);
  expect(restoreInJournal()).toEqual({ state: "cancelled", stopped: true });

  const again = snapdesk("restore", WHERE, "--at", moment, ...APPROVED, ...target);
  expect(again).toMatchObject({ status: 0, stderr: "" });
  expect(readdirSync(join(restored(), "back", "media/links"))).toHaveLength(LINKS);
});

test("a restore in place that was stopped twice is not begun again by a desk that starts", async () => {
  const present = join(media(), "one.txt");
  writeFileSync(present, "written since\n");
  const near = join(root, "shop");
  const inPlace = ["--in-place", "--confirm", WHERE];
  expect(await stopTwice(near, inPlace, ["SIGINT", "SIGINT"])).toBe("SIGINT");
  expect(leftovers(near)).toHaveLength(1);

  const { local } = await openEngines(readConfig(env()), systemClock);
  const [resumed] = await local.resumeInterrupted();
  expect(resumed).toMatchObject({ state: "cancelled" });
  await local.close();
  expect(leftovers(near)).toEqual([]);
  expect(await readFile(present, "utf8")).toBe("written since\n");

  const again = snapdesk("restore", WHERE, "--at", moment, ...APPROVED, ...inPlace);
  expect(again).toMatchObject({ status: 0, stderr: "" });
  expect(await readFile(present, "utf8")).toBe("one\n");
});
