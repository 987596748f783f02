import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Message } from "../../src/workspace/model.ts";
import { deskSetting } from "../support/running-desk.ts";
import type { Setting } from "../support/running-desk.ts";
import { auditOf, operations, ticketOf } from "./books.ts";
import { contentOf, damage, folderOf, layPast } from "./shop-past.ts";
import type { Content } from "./shop-past.ts";
import {
  acknowledged,
  approvalWanted,
  approve,
  cardWith,
  cast,
  controlsOf,
  filed,
  handedOver,
  run,
  TRIAGE,
  wallClock,
} from "./steps.ts";

const INTEGRATION = { project: "shop-eu", environment: "integration" } as const;
const ROOT = join(import.meta.dirname, "../..");
const SLOW = 120_000;

/** The desk as its operator starts it: a process of its own. */
function startProcess({ env }: Setting): ChildProcess {
  return spawn(process.execPath, [join(ROOT, "src/snapdesk.js"), "start"], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

/** Resolves once the process is connected to the workspace. */
const connected = ({ workspace }: Setting) =>
  workspace.until(() => workspace.sockets() > 0, { what: "a desk", timeoutMs: 40_000 });

async function killed(child: ChildProcess, signal: NodeJS.Signals = "SIGKILL"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill(signal);
  await exit;
}

let setting: Setting;
let before: readonly Content[] = [];
let desk: ChildProcess | undefined;

/** The desk as it runs now; started where it does not. */
async function running(): Promise<ChildProcess> {
  if (desk?.exitCode === null && desk.signalCode === null) return desk;
  desk = startProcess(setting);
  await connected(setting);
  return desk;
}

beforeAll(async () => {
  setting = await deskSetting({
    prepare: async (data) => {
      before = await layPast(data, [{ ...INTEGRATION, hours: [3], extraBytes: 80_000_000 }]);
    },
  });
});
afterAll(async () => {
  if (desk !== undefined) await killed(desk);
  await setting.close();
});

test(
  "killed in the middle of a restore and started again, it is done once",
  async () => {
    const first = await running();
    const people = cast(setting.workspace);
    const { anna, sam, omar } = people;
    await damage(setting.data, INTEGRATION);
    const { id } = await filed(anna, { ...INTEGRATION, wall: wallClock(120) });
    await approve(omar, await approvalWanted(sam, id));
    await run(sam, id, INTEGRATION);

    const underWay = () => {
      const [operation] = operations(setting);
      return operation?.state === "running" && (operation.progress?.done ?? 1) > 0;
    };
    const deadline = Date.now() + 20_000;
    while (!underWay() && Date.now() < deadline) await setTimeout(5);
    expect(operations(setting)).toMatchObject([{ kind: "restore", state: "running" }]);
    await killed(first);
    // So early that there may be no folder for it yet.
    const restored = await readdir(join(setting.data, "restored")).catch(() => []);
    expect(restored).not.toContain(`integration-${id}`);

    await running();
    await cardWith(sam, id, "restore.hand-over");
    const place = join(setting.data, "restored", `integration-${id}`);
    const { files, rows } = await contentOf(place);
    expect(rows).toEqual(before[0]?.rows);
    expect(Object.values(files).toSorted()).toEqual(
      Object.values(before[0]?.files ?? {}).toSorted(),
    );
    expect(await readdir(join(setting.data, "restored"))).toEqual([`integration-${id}`]);
    expect(operations(setting)).toHaveLength(1);

    const { pack } = await handedOver(sam, anna, id);
    await acknowledged(anna, pack, "restored");
    const trail = await auditOf(setting, id);
    for (const deed of ["started", "verified", "handed-over", "acknowledged"]) {
      expect(trail.filter((one) => one === `restore.${deed}`)).toHaveLength(1);
    }
    expect(await ticketOf(setting, id)).toMatchObject({ state: "closed", case: { attempt: 1 } });
    expect(Object.keys((await contentOf(folderOf(setting.data, INTEGRATION))).rows)).toHaveLength(
      3,
    );

    const isProgress = ({ blocks }: Message) =>
      blocks.some((block) => block["block_id"] === "progress");
    await setting.workspace.quiet(1_500);
    expect(sam.reads(TRIAGE).filter(isProgress)).toHaveLength(1);
    const packs = anna.reads("dm").filter(({ text }) => text.includes(place));
    expect(packs).toHaveLength(1);
    expect(controlsOf(packs[0] as Message)).toEqual([]);
  },
  SLOW,
);

test(
  "killed between question and answer, it answers once after the start",
  async () => {
    const first = await running();
    const { joris } = cast(setting.workspace);
    // The answer is on its way to Slack, and never gets there.
    setting.workspace.faults.arm({
      at: "answer",
      method: "chat.postMessage",
      how: { delayMs: 60_000 },
      times: 0,
    });
    const asked = await joris.say("dm", "kan ik Pro staging back-uppen?");
    await killed(first);
    setting.workspace.faults.clear();
    expect(joris.sees("dm", asked.ts).filter(({ bot }) => bot !== undefined)).toEqual([]);

    await running();
    const answer = await joris.hears("dm", /Pro/, { thread: asked.ts, timeoutMs: 60_000 });
    await setting.workspace.quiet(2_000);
    const bots = joris.sees("dm", asked.ts).filter(({ bot }) => bot !== undefined);
    expect(bots.map(({ ts }) => ts)).toEqual([answer.ts]);
    expect(JSON.stringify(answer.blocks)).toContain(":no_entry:");
  },
  SLOW,
);

test(
  "killed after Slack has taken the answer but before the desk knows it, it is not said twice",
  async () => {
    const first = await running();
    const { joris } = cast(setting.workspace);
    setting.workspace.faults.arm({
      at: "answer",
      method: "chat.postMessage",
      how: "commit-then-hang",
    });
    const asked = await joris.say("dm", "kan ik Pro staging back-uppen?");
    const answer = await joris.hears("dm", /Pro/, { thread: asked.ts });
    await killed(first);
    setting.workspace.faults.clear();
    await running();
    const removed = () => joris.latest(asked)?.reactions.length === 0;
    await joris.until(removed, { what: "no eyes", timeoutMs: 60_000 });
    await setting.workspace.quiet(1_500);
    const bots = joris.sees("dm", asked.ts).filter(({ bot }) => bot !== undefined);
    expect(bots.map(({ ts }) => ts)).toEqual([answer.ts]);
  },
  SLOW,
);

/** The answer hangs on its way to Slack, so stopping well takes its time. */
async function stopping(): Promise<ChildProcess> {
  const child = await running();
  setting.workspace.faults.arm({
    at: "answer",
    method: "chat.postMessage",
    how: { delayMs: 60_000 },
    times: 0,
  });
  const { joris } = cast(setting.workspace);
  const asked = await joris.say("dm", "kan ik Pro staging back-uppen?");
  // The eyes stand until it is answered.
  const taken = () => joris.latest(asked)?.reactions.length === 1;
  await joris.until(taken, { what: "eyes", timeoutMs: 20_000 });
  await setTimeout(500);
  child.kill("SIGTERM");
  return child;
}

test(
  "told to stop it ends well and in time, whatever hangs",
  async () => {
    const child = await stopping();
    const began = performance.now();
    expect(await once(child, "exit")).toEqual([0, null]);
    expect(performance.now() - began).toBeLessThan(20_000);
    setting.workspace.faults.clear();
  },
  SLOW,
);

test(
  "told to stop twice it ends at once",
  async () => {
    const child = await stopping();
    await setTimeout(200);
    expect(child.exitCode).toBe(null);
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([1, null]);
    setting.workspace.faults.clear();
  },
  SLOW,
);
