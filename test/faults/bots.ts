import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Order, Setting, Word } from "./setting.ts";

/** A bot process, and what it has said so far. */
export type Bot = {
  readonly child: ChildProcess;
  /** Resolves when it takes orders, with how long that took; undefined where it died before. */
  readonly ready: Promise<number | undefined>;
  /** Resolves when it has ended, however it did. */
  readonly gone: Promise<undefined>;
  readonly heard: Word[];
  /** False where it cannot hear any more. */
  tell(order: Order): boolean;
  kill(): Promise<void>;
  stop(): Promise<void>;
};

const STOPPING_MS = 30_000;

/** All bots of a run, so that none is left behind. */
const alive = new Set<ChildProcess>();

/** What else its process is given. */
type Around = {
  readonly env?: Readonly<Record<string, string>>;
  /** A program that starts it, and that program's words: a tracer. */
  readonly under?: readonly string[];
};

export function startBot(
  setting: Setting,
  onWord: (word: Word) => void = () => {},
  { env = {}, under = [] }: Around = {},
): Bot {
  const began = performance.now();
  const child = fork(join(import.meta.dirname, "bot.ts"), [JSON.stringify(setting)], {
    env: { ...process.env, ...env },
    ...startedBy(under),
    stdio: [
      "ignore",
      "ignore",
      process.env["FAULTS_VERBOSE"] === "1" ? "inherit" : "ignore",
      "ipc",
    ],
  });
  alive.add(child);
  const heard: Word[] = [];
  const exited = once(child, "exit").then(() => {
    alive.delete(child);
    return undefined;
  });
  const isReady = new Promise<number>((resolve) => {
    child.on("message", (word: Word) => {
      heard.push(word);
      if (word.say === "ready") resolve(performance.now() - began);
      onWord(word);
    });
  });
  child.on("error", () => {});
  return {
    child,
    heard,
    gone: exited,
    ready: Promise.race([isReady, exited]),
    tell: (order) => child.connected && child.send(order, () => {}),
    kill: async () => {
      child.kill("SIGKILL");
      child.kill("SIGCONT");
      await exited;
    },
    stop: async () => {
      if (child.connected) child.send({ do: "stop" }, () => {});
      await Promise.race([exited, sleep(STOPPING_MS, undefined, { ref: false })]);
      child.kill("SIGKILL");
      await exited;
      // What a tracer has left behind ends by itself when nobody talks to it any more.
      if (child.connected) child.disconnect();
    },
  };
}

function startedBy([program, ...words]: readonly string[]) {
  if (program === undefined) return {};
  return { execPath: program, execArgv: [...words, process.execPath] };
}

/** Ends every bot that is still there. */
export function endBots(): void {
  for (const child of alive) child.kill("SIGKILL");
}
