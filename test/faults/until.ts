import { setTimeout as sleep } from "node:timers/promises";

/** Waits until something holds; a run that hangs is a fault of its own. */
export async function until(holds: () => boolean, withinMs = 60_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!holds()) {
    if (Date.now() > end) throw new Error("The run hangs: expected every bot to answer");
    await sleep(1);
  }
}
