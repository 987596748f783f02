import { SECOND_MS } from "../../kernel/clock.ts";
import type { Log } from "./log.ts";

/** Something that runs and is to be ended. */
export type Part = {
  /** As the operator knows it. */
  readonly name: string;
  readonly stop: () => Promise<void>;
  readonly limitMs: number;
};

/** What a part may take where all the time is used up: to close what can be closed at once. */
const LEAST_MS = 500;

/**
 * Ends one part after the other, each within its limit: what cannot end, e.g. because its database is gone,
 * is named and left behind. Never throws; everything that was acknowledged is safe without it.
 *
 * @param withinMs for all of them together; the last ones have half a second each even where it is used up
 */
export async function letGo(
  parts: readonly Part[],
  log: Log,
  withinMs = Number.POSITIVE_INFINITY,
): Promise<void> {
  const until = performance.now() + withinMs;
  for (const { name, stop, limitMs } of parts) {
    const ms = Math.min(limitMs, Math.max(LEAST_MS, until - performance.now()));
    try {
      if (await endsWithin(ms, stop())) continue;
      log("warn", "a part did not end and is left behind", {
        part: name,
        afterSeconds: Math.round(ms) / SECOND_MS,
      });
    } catch (cause) {
      log("error", "a part could not be ended well", { part: name, cause });
    }
  }
}

async function endsWithin(limitMs: number, ending: Promise<void>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), limitMs);
  });
  const ended = async () => {
    await ending;
    return true;
  };
  try {
    return await Promise.race([ended(), late]);
  } finally {
    clearTimeout(timer);
  }
}
