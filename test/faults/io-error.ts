import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { startBot } from "./bots.ts";
import { checkDesk } from "./check-desk.ts";
import type { Outcome } from "./outcome.ts";
import type { Planted, Word } from "./setting.ts";
import { makeTestDesk } from "./test-desk.ts";

const EVENTS = 40;

/**
 * Lets the n-th flush of the disk fail. What comes after cannot be trusted, so the process must end by
 * itself, at once, and the next one must find all that was acknowledged. Needs strace.
 */
export async function ioError(rounds: number, planted?: Planted): Promise<Outcome> {
  const faults: string[] = [];
  let ended = 0;
  for (let i = 0; i < rounds; i += 1) {
    const when = 8 + i * 2;
    const desk = await makeTestDesk("sqlite", planted);
    const acknowledged = new Set<string>();
    const setting = JSON.stringify(desk.setting("bot", { idle: true }));
    const inject = ["-f", "--seccomp-bpf", "-o", "/dev/null", "-e", "trace=fsync,fdatasync"];
    const fail = ["-e", `inject=fsync,fdatasync:error=EIO:when=${when}`];
    const bot = [process.execPath, join(import.meta.dirname, "bot.ts"), setting];
    const child = spawn("strace", [...inject, ...fail, ...bot], {
      stdio: ["ignore", "ignore", "pipe", "ipc"],
      detached: true,
    });
    let said = "";
    child.stderr?.on("data", (bytes: Buffer) => (said += bytes.toString()));
    child.on("message", (word: Word) => {
      if (word.say === "ack") acknowledged.add(word.key);
      // One after the other: what comes at once shares its flushes.
      if (acknowledged.size < EVENTS) {
        child.send({ do: "accept", key: `ev:${acknowledged.size}` }, () => {});
      }
    });
    const late = setTimeout(() => process.kill(-(child.pid ?? 0), "SIGKILL"), 10_000);
    const [code] = (await once(child, "exit")) as [number | null];
    clearTimeout(late);
    if (code === 1 && said.includes("cannot be trusted")) ended += 1;
    else faults.push(`flush ${when}: ended with ${code}: ${said.slice(0, 120)}`);
    const next = startBot(desk.setting("next", { idle: true }));
    if ((await next.ready) === undefined) faults.push(`flush ${when}: the next did not start`);
    await next.kill();
    const found = await checkDesk(desk, acknowledged);
    if (found.lost > 0 || found.trail !== "whole") faults.push(`flush ${when}: ${found.lost} lost`);
    await desk.remove();
  }
  return { rounds, measured: `${ended} ended by themselves, with one line`, faults };
}
