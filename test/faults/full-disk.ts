import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, rmdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startBot } from "./bots.ts";
import type { Bot } from "./bots.ts";
import { checkDesk } from "./check-desk.ts";
import type { Outcome } from "./outcome.ts";
import type { Word } from "./setting.ts";
import { makeTestDesk } from "./test-desk.ts";
import { until } from "./until.ts";

const BALLAST = Buffer.alloc(6 * 1024 * 1024);

/**
 * Fills the disk until the desk refuses, makes room and sees it go on by itself; then fills it again,
 * kills it on the full disk and starts it anew. Needs the right to mount.
 */
export async function fullDisk(cycles: number): Promise<Outcome> {
  const disk = mkdtempSync(join(tmpdir(), "disk-"));
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=24m", "tmpfs", disk]);
  const ballast = join(disk, "ballast");
  const faults: string[] = [];
  let kept = 0;
  try {
    for (let i = 0; i < cycles; i += 1) {
      writeFileSync(ballast, BALLAST);
      kept += await oneCycle(disk, ballast, faults);
    }
  } finally {
    execFileSync("umount", ["-l", disk]);
    rmdirSync(disk);
  }
  return { rounds: cycles, measured: `${kept} acknowledged and kept`, faults };
}

async function oneCycle(disk: string, ballast: string, faults: string[]): Promise<number> {
  const desk = await makeTestDesk("sqlite", undefined, disk);
  const acknowledged = new Set<string>();
  const refusals: string[] = [];
  const onWord = (word: Word) => {
    if (word.say === "ack") acknowledged.add(word.key);
    if (word.say === "refused") refusals.push(word.why);
  };
  const first = startBot(desk.setting("first", { idle: true }), onWord);
  await first.ready;
  await fill(first, () => refusals.length > 0);
  if (!refusals.every((why) => why.includes("(full)"))) faults.push(refusals.at(-1) ?? "");

  rmSync(ballast);
  const before = acknowledged.size;
  await fill(first, () => acknowledged.size > before + 50);
  const soFar = refusals.length;
  await fill(first, () => refusals.length > soFar);
  await first.kill();

  const second = startBot(desk.setting("second", { idle: true }), onWord);
  if ((await second.ready) === undefined) faults.push("did not start on the full disk");
  await second.kill();
  const found = await checkDesk(desk, acknowledged);
  if (found.lost + found.doubled > 0) faults.push(`${found.lost} lost, ${found.doubled} doubled`);
  if (found.trail !== "whole") faults.push(`audit ${found.trail}`);
  await desk.remove();
  return acknowledged.size;
}

let sent = 0;

/** Sends large events until something has happened. */
async function fill(bot: Bot, enough: () => boolean): Promise<void> {
  while (!enough()) {
    const before = sent;
    for (let i = 0; i < 20; i += 1) {
      bot.tell({ do: "accept", key: `ev:${(sent += 1)}:${"x".repeat(2_000)}` });
    }
    const answered = () =>
      bot.heard.filter((word) => word.say === "ack" || word.say === "refused").length;
    const goal = answered() + 20;
    await until(() => answered() >= goal || before < 0, 20_000);
  }
}
